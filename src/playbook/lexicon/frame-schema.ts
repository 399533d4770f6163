import { z } from 'zod';
import type { Frame, FramePattern } from '../../model/lexicon-frames.ts';
import { FRAME_ROLES } from '../../model/lexicon-frames.ts';

const roles = z.partialRecord(z.enum(FRAME_ROLES), z.string().min(1));

const pattern = z
  .looseObject({
    word: z.string().min(1),
    is: z.enum(['verb', 'noun', 'adjective', 'other']).optional(),
    may: roles.default({}),
    not: roles.default({}),
  })
  .transform((raw, context): FramePattern => {
    const { word, is, may, not, ...rest } = raw;
    const must = roles.safeParse(rest);
    if (!must.success) {
      const known = new Set<string>(FRAME_ROLES);
      const wrong = Object.keys(rest).filter((key) => !known.has(key) || typeof rest[key] !== 'string');
      context.addIssue({
        code: 'custom',
        message: `"${wrong.join('", "')}" is no role of a frame, or not a word`,
      });
      return z.NEVER;
    }
    return { word, ...(is === undefined ? {} : { is }), must: must.data, may, not };
  });

/** Classes of words that patterns name as `@class`. */
export const wordClassesSchema = z.array(
  z.strictObject({ id: z.string().regex(/^[a-z-]+$/u), words: z.array(z.string().min(1)).min(1) }),
);

export type WordClasses = ReadonlyMap<string, string>;

/** A strict schema of a list of frames, whatever they give. */
export const framesSchema = <Gives>(gives: z.ZodType<Gives>) =>
  z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z]+\.[a-z0-9-]+$/u),
      gives,
      when: z.array(pattern).min(1),
      reach: z.enum(['words', 'phrase', 'clause', 'predicate']).default('clause'),
      why: z.string().min(1),
      source: z.string().min(1).optional(),
      hit: z.array(z.string().min(1)).min(1),
      miss: z.array(z.string().min(1)).min(1),
    }),
  );

export type RawFrame<Gives> = Omit<Frame<Gives>, 'source'> & { readonly source?: string | undefined };
