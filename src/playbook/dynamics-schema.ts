import { z } from 'zod';
import { day, entry, givenMove, ids, pattern } from './playbook-schema.ts';

const drive = z.union([
  z.strictObject({ from: ids, excites: ids }),
  z.strictObject({ from: ids, calms: ids }),
]);

const example = givenMove.omit({ on: true, until: true });

export const dynamicsFile = z.strictObject({
  streams: z
    .array(
      z.strictObject({
        ...entry,
        name: z.string(),
        by: z.string(),
        move: pattern.omit({ tag: true }),
        example,
        months: z.array(z.number().int().min(1).max(12)).optional(),
        'record-from': day.optional(),
      }),
    )
    .min(1),
  common: z.array(drive).default([]),
  hypotheses: z
    .array(
      z.strictObject({
        hypothesis: z.string(),
        drives: z.array(drive),
        why: z.string().min(1),
        source: z.string().optional(),
      }),
    )
    .min(1),
  restraints: z
    .array(
      z.strictObject({
        ...entry,
        name: z.string(),
        holder: z.string(),
        entry: z.string(),
        begins: ids,
        covers: ids,
        ends: ids,
        'freed-by': ids,
        'holds-days': z.number().int().positive().optional(),
      }),
    )
    .default([]),
  responses: z
    .array(
      z.strictObject({
        ...entry,
        name: z.string(),
        when: ids,
        'within-days': z.number().int().positive(),
        record: z
          .array(
            z.strictObject({
              on: day,
              came: z.string().optional(),
              'after-days': z.number().int().positive().optional(),
              says: z.string().min(1),
            }),
          )
          .min(1),
      }),
    )
    .default([]),
  outcomes: z
    .array(
      z.strictObject({
        ...entry,
        name: z.string(),
        kind: z.enum(['any', 'count', 'rung']),
        streams: ids,
        pair: z.string().optional(),
        rung: z.string().optional(),
      }),
    )
    .min(1),
});
