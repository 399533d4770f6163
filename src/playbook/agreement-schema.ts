import { z } from 'zod';
import { day, entry, givenMove, pattern, recogniser, test } from './playbook-schema.ts';

const slug = z.string().regex(/^[a-z0-9][a-z0-9.:/-]*$/u, 'an id has small letters, digits, dots and dashes');
const texts = z.array(z.string()).default([]);

export const bargainsFile = z.array(
  z.strictObject({
    ...entry,
    name: z.string(),
    form: z.enum(['demand', 'offer', 'exchange', 'threat', 'tacit', 'claim', 'precondition', 'open']),
    holder: slug,
    partner: slug.optional(),
    connective: z.string(),
    evidentiality: z.enum(['declared', 'proposed', 'reported', 'tacit', 'appears']),
    from: day,
    until: day.optional(),
    terms: z.array(
      z.strictObject({
        id: slug,
        says: z.string(),
        by: slug,
        to: slug.optional(),
        gift: z.array(slug).min(1),
        met: test.optional(),
        broken: test.optional(),
      }),
    ),
    trigger: test.optional(),
    failed: test.optional(),
    met: test.optional(),
    lapsed: test.optional(),
    broken: test.optional(),
    told: recogniser.optional(),
  }),
);

export const leversFile = z.array(
  z.strictObject({
    ...entry,
    name: z.string(),
    holder: z.array(slug).min(1),
    classes: texts,
    costs: texts,
    presupposes: texts,
    used: z.array(pattern).default([]),
  }),
);

export const processesFile = z.array(
  z.strictObject({
    ...entry,
    name: z.string(),
    owner: slug,
    begun: z.array(pattern).default([]),
    completed: z.array(pattern).default([]),
    'due-after-days': z.number().int().positive().optional(),
    told: recogniser.optional(),
  }),
);

const pairOf = z.tuple([slug, slug]);

export const relationsFile = z.strictObject({
  relations: z.array(
    z.strictObject({
      ...entry,
      sides: pairOf,
      relation: z.enum(['ally', 'patron', 'trade-partner', 'rival', 'leverage', 'neighbour', 'partner']),
      from: day,
      until: day.optional(),
      says: z.string(),
    }),
  ),
  'third-parties': z
    .array(
      z.strictObject({
        ...entry,
        holder: slug,
        over: slug,
        seeker: slug,
        says: z.string(),
        told: recogniser.optional(),
      }),
    )
    .default([]),
  tracks: z
    .array(
      z.strictObject({
        ...entry,
        name: z.string(),
        sides: pairOf,
        broker: slug.optional(),
        told: recogniser.optional(),
      }),
    )
    .default([]),
});

export const hypothesesFile = z.strictObject({
  hypotheses: z.array(
    z.strictObject({ ...entry, name: z.string(), about: slug, says: z.string(), told: recogniser }),
  ),
  topics: z
    .array(
      z.strictObject({
        ...entry,
        name: z.string(),
        part: z.enum(['externality', 'aim', 'track']),
        told: recogniser,
      }),
    )
    .default([]),
});

export const outlooksFile = z.array(
  z.strictObject({
    ...entry,
    name: z.string(),
    'said-on': day,
    due: day,
    yes: test.optional(),
    no: test.optional(),
    partly: test.optional(),
    told: recogniser.optional(),
  }),
);

export const chronicleFile = z.array(
  givenMove.extend({
    id: slug,
    says: z.string().min(1),
    source: z.string().min(1),
    checked: z.boolean().default(false),
    'known-from': day.optional(),
    place: z.string().optional(),
    answers: z.array(slug).default([]),
    told: recogniser.optional(),
  }),
);
