import { z } from '@hono/zod-openapi';
import type { Reconciled } from '../model/fact.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import type { Reading } from '../model/reading.ts';
import { ACTS, MOVE_TYPES, STATUSES } from '../model/move-type.ts';
import type { Situation, WatchItem } from '../model/situation.ts';
import { MOST_RUNS, scenarioFile } from '../playbook/scenario-schema.ts';
import type { BriefPage } from '../stages/brief/brief-page.ts';
import type { ToldDay } from '../stages/brief/tell-scenarios.ts';
import type { ClaimRow } from '../workflows/list-claims.ts';
import type { HistoryDay } from '../workflows/history.ts';
import type { Glance } from '../workflows/glance.ts';
import type { ReportItem, ReportPage } from '../workflows/list-reports.ts';
import type { UtterancePage } from '../workflows/list-utterances.ts';
import type { Doings, Edge } from '../workflows/network.ts';
import type { Overview } from '../workflows/overview.ts';
import type { PlaceOfMove } from '../workflows/places-of-moves.ts';
import type { ReviewQueue } from '../workflows/review-queue.ts';
import type { PlayJob } from '../workflows/scenario-desk.ts';
import type { ScenarioMenu } from '../workflows/scenario-menu.ts';
import type { SaidChange } from '../workflows/say-changes.ts';
import type { Timeline } from '../workflows/timeline.ts';
import type { WhyNode } from '../workflows/why.ts';

/** A value whose form is a type of the model: named and described in the document, typed for the page. */
const ofModel = <T>(name: string, description: string) =>
  z.custom<T>(() => true).openapi(name, { type: 'object', description });

export const SituationSchema = ofModel<Situation>('Situation', 'What the rules make of the ledger, by part.');
export const BriefSchema = ofModel<BriefPage>(
  'Brief',
  'The situation in sentences, each with numbered evidence.',
);
export const WhySchema = ofModel<WhyNode>('Why', 'The chain from a conclusion down to the words.');
export const ReadingSchema = ofModel<Reading>('Reading', 'A report with everything read from it.');
export const OverviewSchema = ofModel<Overview>('Overview', 'Theatre, days covered, names, counts.');
export const GlanceSchema = ofModel<Glance>('Glance', 'The situation as the first page shows it.');
export const TimelineSchema = ofModel<Timeline>('Timeline', 'Moves and utterances on one axis.');
export const UtterancesSchema = ofModel<UtterancePage>('UtterancePage', 'Utterances with their wordings.');
export const QueueSchema = ofModel<ReviewQueue>('ReviewQueue', 'Claims that wait for an analyst.');
export const DoingsSchema = ofModel<Doings>('Doings', 'An actor: offices, moves, words, what is said of it.');
export const NetworkSchema = z.array(ofModel<Edge>('Edge', 'Deeds between two sides, by sign.'));
export const CopiesSchema = z.array(ofModel<ReportItem>('ReportItem', 'A report in a list.'));
export const EntrySchema = ofModel<LedgerEntry>('Entry', 'One line of the ledger.');
export const HistorySchema = z.array(ofModel<HistoryDay>('HistoryDay', 'Rungs and channels on one day.'));
export const PlacesSchema = z.array(ofModel<PlaceOfMove>('PlaceOfMove', 'A place with its recent moves.'));
export const ReconciledSchema = ofModel<Reconciled>('Reconciled', 'Origins, moves, utterances and links.');
export const ClaimsSchema = z.array(ofModel<ClaimRow>('ClaimRow', 'A claim with its report and words.'));
export const ReportsSchema = ofModel<ReportPage>('ReportPage', 'The newest reports, each with its origin.');
export const ChangesSchema = z.array(ofModel<SaidChange>('Change', 'One difference between two situations.'));
export const WatchSchema = z.array(
  ofModel<WatchItem>('WatchItem', 'What a single further move would set off.'),
);

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, 'a day as 2021-03-25')
  .openapi({ example: '2021-03-25' });

export const QuestionSchema = z.object({
  validAt: day.optional().openapi({ description: 'What held on this day.' }),
  knownAt: day.optional().openapi({ description: 'Only what was known by the end of this day.' }),
  lawAt: day.optional().openapi({ description: 'The law of this day.' }),
});

export const HistoryQuestionSchema = QuestionSchema.extend({
  days: z.coerce.number().int().min(1).max(1500).default(120),
});
export const BriefQuestionSchema = QuestionSchema.extend({
  from: day.optional().openapi({ description: 'First day of the period that is told.' }),
  without: z.string().max(500).optional(),
});
export const SinceSchema = QuestionSchema.extend({
  since: day.optional(),
  visit: z.iso.datetime().optional().openapi({ description: 'Instant of the last visit (UTC).' }),
});

const words = z.string().max(200).optional();
const yes = z.stringbool().optional();
const PeriodSchema = z.object({ knownAt: day.optional(), from: day.optional(), until: day.optional() });

/** Up to `validAt`; without `from`, of the sixty days before. */
export const PlacesQuestionSchema = QuestionSchema.extend({ from: day.optional() });
export const TimelineQuestionSchema = PeriodSchema.extend({ background: yes });
export const NetworkQuestionSchema = PeriodSchema;
export const UtteranceQuestionSchema = PeriodSchema.extend({
  sought: words,
  several: yes,
  most: z.coerce.number().int().min(1).max(500).default(100),
});
export const ReportQuestionSchema = z.object({ knownAt: day.optional(), sought: words });

export const ClaimFilterSchema = z.object({
  kind: z
    .enum([
      'move', 'statement', 'condition', 'assessment', 'outlook', 'lever', 'relation', 'contact', 'capability', 'legal',
      'process', 'goal', 'mechanism',
    ])
    .optional(), // prettier-ignore
  actor: words,
  target: words,
  type: words,
  status: words,
  from: words,
  until: words,
  report: words,
  knownAt: day.optional(),
});

export const IdSchema = z.object({
  id: z
    .string()
    .min(1)
    .max(120)
    .openapi({ param: { name: 'id', in: 'path' } }),
});

/** Pasted text, or a dropped file's bytes. */
export const PasteSchema = z.strictObject({
  text: z.string().min(1).max(2_000_000).optional(),
  bytes: z.base64().max(8_000_000).optional().openapi({ description: 'A file in base64, in any encoding.' }),
  name: z.string().max(200).optional().openapi({ description: 'File name: its ending tells the format.' }),
  published: z.string().max(40).optional(),
  outlet: z.string().max(200).optional(),
});

const id = z.string().min(1).max(120);
const reason = z.string().max(2000).optional();

const ids = z.array(id).max(20);

/** What may be corrected in a claim. */
const ChangesOfClaimSchema = z.strictObject({
  status: z.enum(STATUSES).optional(),
  type: z.enum(MOVE_TYPES).optional(),
  act: z.enum(ACTS).optional(),
  time: z.enum(['current', 'background']).optional(),
  actorIds: ids.optional().openapi({ description: 'Who did or said it, by actor ids.' }),
  targetIds: ids.optional(),
  when: z.strictObject({ from: day, until: day, certainty: z.literal('certain') }).optional(),
});

export const CorrectionSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('accept'), targetId: id, reason }),
  z.strictObject({ act: z.literal('reject'), targetId: id, reason }),
  z.strictObject({
    act: z.literal('correct'),
    targetId: id,
    changes: ChangesOfClaimSchema,
    reason,
  }),
  z.strictObject({ act: z.literal('merge'), targetIds: z.array(id).min(2).max(100), reason }),
  z.strictObject({ act: z.literal('split'), targetIds: z.array(id).min(1).max(100), reason }),
  z.strictObject({ act: z.literal('undo'), entryId: id, reason }),
]);

export const ReadResultSchema = z.object({
  readings: z.array(ReadingSchema),
  known: z.number(),
  failed: z.array(z.object({ where: z.string(), message: z.string(), hint: z.string().optional() })),
});

export const ScenarioMenuSchema = ofModel<ScenarioMenu>('ScenarioMenu', 'What a course is made of.');
export const PlayJobSchema = ofModel<PlayJob>('PlayJob', 'Courses being played, or their result in words.');
export const ReplaySchema = z.array(ofModel<ToldDay>('ToldDay', 'One day of a run.'));

/** Courses to be played side by side; what they name is checked against the playbook later. */
export const CoursesSchema = z.strictObject({ courses: z.array(scenarioFile).min(1).max(4) });
export const ReplayQuestionSchema = z.strictObject({
  course: scenarioFile,
  run: z.number().int().min(1).max(MOST_RUNS),
});

export const TroubleSchema = z
  .object({
    error: z.object({ what: z.string(), where: z.string().optional(), hint: z.string().optional() }),
  })
  .openapi('Trouble');
