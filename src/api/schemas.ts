import { z } from '@hono/zod-openapi';
import type { Actor } from '../model/actor.ts';
import type { Reconciled } from '../model/fact.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import type { Reading } from '../model/reading.ts';
import type { Change, Situation, WatchItem } from '../model/situation.ts';
import type { BriefPage } from '../stages/brief/brief-page.ts';
import type { ClaimRow } from '../workflows/list-claims.ts';
import type { HistoryDay } from '../workflows/history.ts';
import type { ReportRow } from '../workflows/list-reports.ts';
import type { Overview } from '../workflows/overview.ts';
import type { PlaceOfMove } from '../workflows/places-of-moves.ts';
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
export const ActorSchema = ofModel<Actor>('Actor', 'A state, organisation, force or person.');
export const EntrySchema = ofModel<LedgerEntry>('Entry', 'One line of the ledger.');
export const HistorySchema = z.array(ofModel<HistoryDay>('HistoryDay', 'Rungs and channels on one day.'));
export const PlacesSchema = z.array(ofModel<PlaceOfMove>('PlaceOfMove', 'A place with its recent moves.'));
export const ReconciledSchema = ofModel<Reconciled>('Reconciled', 'Origins, moves, utterances and links.');
export const ClaimsSchema = z.array(ofModel<ClaimRow>('ClaimRow', 'A claim with its report and words.'));
export const ReportsSchema = z.array(ofModel<ReportRow>('ReportRow', 'A report with its origin.'));
export const ChangesSchema = z.array(ofModel<Change>('Change', 'One difference between two situations.'));
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
  without: z.string().max(500).optional(),
});
export const SinceSchema = QuestionSchema.extend({ since: day });

const words = z.string().max(200).optional();

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

/** Pasted text or a dropped file's text. */
export const PasteSchema = z.strictObject({
  text: z.string().min(1).max(2_000_000),
  name: z.string().max(200).optional().openapi({ description: 'File name: its ending tells the format.' }),
  published: z.string().max(40).optional(),
  outlet: z.string().max(200).optional(),
});

const id = z.string().min(1).max(120);
const reason = z.string().max(2000).optional();

export const CorrectionSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('accept'), targetId: id, reason }),
  z.strictObject({ act: z.literal('reject'), targetId: id, reason }),
  z.strictObject({
    act: z.literal('correct'),
    targetId: id,
    changes: z.record(z.string().max(60), z.unknown()),
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

export const TroubleSchema = z
  .object({
    error: z.object({ what: z.string(), where: z.string().optional(), hint: z.string().optional() }),
  })
  .openapi('Trouble');
