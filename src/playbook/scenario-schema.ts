import { z } from 'zod';

/** Most runs and days that one course is played for. */
export const MOST_RUNS = 100_000;
export const MOST_DAYS = 730;
/** Most steps of a course: what a person can still oversee. */
const MOST_STEPS = 40;

const id = z
  .string()
  .max(120)
  .regex(/^[a-z0-9][a-z0-9.:/-]*$/u, 'an id has small letters, digits, dots and dashes');
const day = z.iso.date({ error: 'a day is written 2021-03-26' });
const words = z.string().min(1).max(2000);
const whole = (most: number, what: string) =>
  z
    .number({ error: `a whole number of ${what}` })
    .int({ error: `a whole number of ${what}` })
    .min(1, { error: `at least 1 of ${what}` })
    .max(most, { error: `at most ${most} ${what}` });
const list = z
  .union([id, z.array(id).max(20)])
  .default([])
  .transform((given) => (Array.isArray(given) ? given : [given]));

const effect = z.strictObject({
  stream: id,
  factor: z.tuple([z.number().positive().max(100), z.number().positive().max(100)], {
    error: 'two numbers above 0, the least and the greatest factor: [0.5, 0.9]',
  }),
  'for-days': whole(MOST_DAYS, 'days'),
});

const step = z.strictObject({
  lever: id,
  stream: id.optional(),
  on: day.optional(),
  'every-days': whole(MOST_DAYS, 'days').optional(),
  until: day.optional(),
  when: z
    .strictObject({
      streams: list,
      'after-days': z.number().int().min(0).max(MOST_DAYS).default(0),
      'at-most': whole(100, 'times').default(1),
    })
    .optional(),
  suspends: list,
  judgement: z.strictObject({ says: words, effects: z.array(effect).max(20).default([]) }).optional(),
});

/** A course of levers as it is written down. */
export const scenarioFile = z.strictObject({
  id,
  name: words,
  why: words,
  start: z.strictObject({ 'valid-at': day, 'known-at': day }),
  'horizon-days': whole(MOST_DAYS, 'days').optional(),
  until: day.optional(),
  hypotheses: z.record(id, z.number().min(0).max(1)),
  outcomes: z.array(id).min(1).max(30),
  runs: whole(MOST_RUNS, 'runs').default(10_000),
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
  course: z.array(step).max(MOST_STEPS).default([]),
});

export type RawScenario = z.infer<typeof scenarioFile>;
export type RawStep = RawScenario['course'][number];
