import { z } from 'zod';
import { ACTS, MOVE_TYPES, STATUSES } from '../model/move-type.ts';

/** Changes when a field is renamed, removed or changes its meaning; new optional fields keep it. */
export const READING_SCHEMA = 'demarche-reading/1';

const Span = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .describe('Half-open stretch of report.text, UTF-16 units.');

const When = z.object({
  from: z.string().optional(),
  until: z.string().optional(),
  certainty: z.enum(['certain', 'implied']),
});

const Note = z.object({ code: z.string(), message: z.string(), span: Span.optional() });

const Party = z.object({
  span: Span,
  naming: z.enum(['named', 'title', 'metonym', 'short-form', 'pronoun', 'collective', 'anonymous', 'apposition', 'outlet', 'unknown']),
  actorId: z.string().optional(),
  sideId: z.string().optional(),
  officeId: z.string().optional(),
  count: z.number().optional(),
  implied: z.boolean().optional(),
}); // prettier-ignore

const Source = z.object({
  speaker: Party,
  terms: z.enum(['named', 'title-only', 'anonymous', 'collective', 'document', 'outlet']),
  onRecord: z.boolean(),
  cue: Span.optional(),
  to: Party.optional(),
  place: z.string().optional(),
});

const Hedge = z.object({
  certitude: z.enum(['certain', 'likely', 'expected', 'appears', 'possible', 'doubtful', 'unclear']),
  span: Span,
  entry: z.string(),
});

const ObjectRef = z.object({
  classId: z.string(),
  span: Span,
  count: z.number().optional(),
  novelty: z.enum(['new', 'improved', 'known']).optional(),
});

const base = {
  id: z.string(),
  reportId: z.string(),
  span: Span.describe('The words that triggered the claim.'),
  clause: Span.describe('The clause that carries it.'),
  sentence: z.int(),
  actors: z.array(Party),
  targets: z.array(Party),
  status: z.enum(STATUSES),
  time: z.enum(['current', 'background']),
  when: When.optional(),
  place: z.string().optional(),
  attribution: z.array(Source).describe('Who says it, outermost first; empty when the outlet itself does.'),
  hedge: Hedge.optional(),
  entry: z.string().describe('Lexicon entry or rule that found it.'),
  confidence: z.number().min(0).max(1).describe('Calibrated probability that it is read rightly.'),
  repairs: z.array(z.string()).optional(),
  notes: z.array(Note),
};

const Term = z.object({
  side: z.enum(['protasis', 'apodosis']),
  by: Party.optional(),
  to: Party.optional(),
  span: Span,
});

/** Each kind of claim: the common fields, and its own. Fields that come later are let through. */
const Claim = z.discriminatedUnion('kind', [
  z.looseObject({ ...base, kind: z.literal('move'), type: z.enum(MOVE_TYPES), mode: z.string().optional(), act: z.enum(ACTS).optional(), object: ObjectRef.optional() }),
  z.looseObject({ ...base, kind: z.literal('statement'), form: z.enum(['direct', 'mixed', 'indirect']), content: z.array(Span).min(1), cue: Span.optional(), addressees: z.array(Party), occasion: Span.optional() }),
  z.looseObject({ ...base, kind: z.literal('condition'), connective: z.string(), protasis: Span, apodosis: Span, holder: Party.optional(), polarity: z.enum(['promise', 'threat', 'refusal', 'claim']), evidentiality: z.enum(['declared', 'proposed', 'reported', 'tacit', 'appears']), terms: z.array(Term) }),
  z.looseObject({ ...base, kind: z.literal('assessment'), assessor: Party.optional(), dimension: z.string(), polarity: z.enum(['positive', 'negative', 'neutral']) }),
  z.looseObject({ ...base, kind: z.literal('outlook'), mood: z.enum(['plan', 'expectation', 'commitment', 'possibility', 'open-question']), due: When.optional() }),
  z.looseObject({ ...base, kind: z.literal('lever'), lever: z.string(), proposer: Party.optional(), stance: z.enum(['for', 'against', 'lists', 'reports']), costs: z.array(Span), benefits: z.array(Span) }),
  z.looseObject({ ...base, kind: z.literal('relation'), relation: z.string(), sign: z.enum(['good', 'bad', 'mixed', 'neutral']) }),
  z.looseObject({ ...base, kind: z.literal('contact'), state: z.string(), medium: z.string().optional() }),
  z.looseObject({ ...base, kind: z.literal('capability'), object: ObjectRef, stage: z.string() }),
  z.looseObject({ ...base, kind: z.literal('legal'), verdict: z.string(), rule: Span.optional(), ruleId: z.string().optional() }),
  z.looseObject({ ...base, kind: z.literal('process'), process: z.string(), phase: z.string() }),
  z.looseObject({ ...base, kind: z.literal('goal'), aim: Span, basis: z.enum(['declared', 'ascribed']) }),
  z.looseObject({ ...base, kind: z.literal('mechanism'), cause: Span.optional(), effect: Span.optional(), direction: z.enum(['raises', 'lowers', 'leads-to', 'not']) }),
]); // prettier-ignore

const Report = z.object({
  id: z.string(),
  text: z.string(),
  title: z.string().optional(),
  outlet: z.string().optional(),
  author: z.string().optional(),
  publishedAt: z
    .object({
      at: z.string(),
      certainty: z.enum(['certain', 'implied']),
      basis: z.enum(['metadata', 'front-matter', 'flag', 'text']),
    })
    .optional(),
  foundAt: z.string(),
  corrects: z.string().optional(),
  notes: z.array(Note),
});

/** One line of `demarche read --json`. */
export const ReadingLine = z.looseObject({
  schema: z.literal(READING_SCHEMA),
  report: Report,
  claims: z.array(Claim),
  mentions: z.array(z.looseObject({ party: Party, sentence: z.int(), chain: z.int().optional() })),
  times: z.array(z.looseObject({ span: Span, type: z.enum(['date', 'time', 'duration', 'set']), value: z.string(), when: When.optional(), entry: z.string() })),
  quantities: z.array(z.looseObject({ span: Span, value: z.number(), unit: z.string().optional() })),
  repairs: z.array(z.looseObject({ id: z.string(), span: Span, reading: z.string(), basis: z.string(), entry: z.string(), confidence: z.number() })),
  notes: z.array(Note),
}); // prettier-ignore

/** JSON Schema (draft 2020-12) of one line of `demarche read --json`. */
export const readingJsonSchema = (): unknown =>
  z.toJSONSchema(ReadingLine, { target: 'draft-2020-12', io: 'input' });
