import { z } from 'zod';
import { ACTS, MOVE_TYPES, STATUSES } from '../model/move-type.ts';

const slug = z.string().regex(/^[a-z0-9][a-z0-9.:/-]*$/u, 'an id has small letters, digits, dots and dashes');
export const day = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, 'a day is written 2021-03-25');
const few = <T extends z.ZodType>(item: T): z.ZodUnion<[T, z.ZodArray<T>]> => z.union([item, z.array(item)]);
const list = <T extends z.ZodType>(item: T) =>
  few(item)
    .default([])
    .transform((given) => (Array.isArray(given) ? given : [given]));
export const ids = list(slug);
const some = <T extends z.ZodType>(item: T) =>
  few(item)
    .transform((given) => (Array.isArray(given) ? given : [given]))
    .optional();

export const pattern = z.strictObject({
  type: some(z.enum(MOVE_TYPES)),
  mode: some(z.string()),
  act: some(z.enum(ACTS)),
  status: some(z.enum(STATUSES)),
  by: some(slug),
  to: some(slug),
  among: some(slug),
  class: some(slug),
  'not-class': some(slug),
  tag: some(slug),
});

const counted = {
  'within-days': z.number().int().positive().optional(),
  from: day.optional(),
  until: day.optional(),
  since: pattern.optional(),
};

export type RawTest =
  | {
      some: z.infer<typeof pattern>;
      'at-least'?: number;
      'within-days'?: number;
      from?: string;
      until?: string;
      since?: z.infer<typeof pattern>;
    }
  | {
      none: z.infer<typeof pattern>;
      'within-days'?: number;
      from?: string;
      until?: string;
      since?: z.infer<typeof pattern>;
    }
  | { gap: z.infer<typeof pattern>; 'at-least-days': number }
  | { order: z.infer<typeof pattern>[]; 'within-days'?: number }
  | { 'on-or-after': string }
  | { all: RawTest[] }
  | { any: RawTest[] }
  | { not: RawTest };

export const test: z.ZodType<RawTest> = z.lazy(() =>
  z.union([
    z.strictObject({ some: pattern, 'at-least': z.number().int().positive().optional(), ...counted }),
    z.strictObject({ none: pattern, ...counted }),
    z.strictObject({ gap: pattern, 'at-least-days': z.number().int().positive() }),
    z.strictObject({ order: z.array(pattern).min(2), 'within-days': z.number().int().positive().optional() }),
    z.strictObject({ 'on-or-after': day }),
    z.strictObject({ all: z.array(test).min(1) }),
    z.strictObject({ any: z.array(test).min(1) }),
    z.strictObject({ not: test }),
  ]),
);

const given = {
  type: z.enum(MOVE_TYPES).optional(),
  mode: z.string().optional(),
  act: z.enum(ACTS).optional(),
  by: list(slug),
  to: list(slug),
  class: slug.optional(),
  count: z.number().int().positive().optional(),
  novelty: z.enum(['new', 'improved', 'known']).optional(),
  status: z.enum(STATUSES).default('actual'),
  tags: list(slug),
};

export const givenMove = z.strictObject({ on: day, until: day.optional(), ...given });

export const playbookCase = z.strictObject({
  given: z.array(givenMove).default([]),
  at: day.optional(),
  'law-at': day.optional(),
  expect: z.string(),
});

export const entry = {
  id: slug,
  why: z.string().min(1),
  source: z.string().optional(),
  checked: z.boolean().optional(),
  cases: z.array(playbookCase).default([]),
};

export const recogniser = z.strictObject({
  kinds: list(
    z.enum(['move', 'statement', 'condition', 'assessment', 'outlook', 'lever', 'relation', 'contact', 'capability', 'legal', 'process', 'goal', 'mechanism']), // prettier-ignore
  ),
  parties: list(slug),
  words: z.array(z.array(z.string())).default([]),
});

export const playbookFile = z.strictObject({
  id: slug,
  title: z.string(),
  why: z.string(),
  sides: z.array(slug).min(1),
  classes: z.record(slug, z.array(slug)).default({}),
  judged: list(pattern),
});

export const ladderFile = z.strictObject({
  rest: slug,
  'decay-days': z.number().int().positive(),
  pairs: z.array(z.strictObject({ id: slug, sides: z.tuple([slug, slug]), untargeted: list(slug) })),
  rungs: z.array(
    z.strictObject({
      id: slug,
      level: z.number().int(),
      name: z.string(),
      why: z.string(),
      source: z.string(),
    }),
  ),
  entries: z.array(
    z.strictObject({
      ...entry,
      rung: slug,
      move: pattern,
      pairs: some(slug),
      'holds-days': z.number().int().positive(),
      lowers: z.boolean().default(false),
    }),
  ),
});

export const clausesFile = z.array(
  z.strictObject({
    ...entry,
    instrument: z.string(),
    paragraph: z.string(),
    issuer: slug,
    kind: z.enum(['prohibition', 'demand', 'obligation', 'obligation-third', 'embargo', 'export-ban', 'cap', 'asset-freeze', 'travel-ban', 'inspection', 'service-ban', 'financial', 'labour', 'maritime', 'designation', 'institution', 'review', 'trigger', 'call', 'pledge']), // prettier-ignore
    says: z.string(),
    binds: list(slug),
    from: day,
    until: day.optional(),
    'superseded-by': slug.optional(),
    prohibits: list(pattern),
    disputes: list(pattern),
    relates: list(pattern),
    triggers: list(pattern),
    exempts: list(pattern),
    quantities: z.array(z.strictObject({ value: z.number(), unit: z.string() })).default([]),
  }),
);

const channelState = z.enum([
  'open',
  'attempted',
  'used',
  'refused',
  'silent',
  'closed',
  'destroyed',
  'planned',
  'wished',
]);

export const channelsFile = z.array(
  z.strictObject({
    ...entry,
    name: z.string(),
    sides: z.array(slug).min(2),
    kind: z.enum(['direct', 'consultation', 'third-party']),
    moves: z.array(z.strictObject({ state: channelState, move: pattern })),
    contact: list(pattern),
  }),
);

export const postureFile = z.array(
  z.strictObject({
    ...entry,
    name: z.string(),
    sides: z.array(slug).min(1),
    against: list(slug),
    classes: z.array(slug).min(1),
    months: z.array(z.number().int().min(1).max(12)).default([]),
  }),
);

export const programmesFile = z.strictObject({
  programmes: z.array(
    z.strictObject({
      ...entry,
      name: z.string(),
      owner: slug,
      classes: z.array(slug).min(1),
      'not-classes': list(slug),
    }),
  ),
  moratoria: z
    .array(
      z.strictObject({
        ...entry,
        name: z.string(),
        holder: slug,
        declared: pattern,
        covers: pattern,
        ends: list(pattern),
      }),
    )
    .default([]),
});
