import { join } from 'node:path';
import { z } from 'zod';
import type { AssertionLexicon } from '../../model/lexicon-assertions.ts';
import type { Frame, FramePattern, RoleWords } from '../../model/lexicon-frames.ts';
import { UserError } from '../../model/user-error.ts';
import { dataFolder } from '../data-folder.ts';
import { loadYaml } from '../load-yaml.ts';
import { framesSchema, wordClassesSchema } from './frame-schema.ts';
import type { RawFrame, WordClasses } from './frame-schema.ts';

const assessment = z.strictObject({
  dimension: z.enum(['security', 'expectedness', 'purpose', 'trend', 'leverage', 'effect', 'general']),
  polarity: z.enum(['positive', 'negative', 'neutral']),
});
const outlook = z.strictObject({
  mood: z.enum(['plan', 'expectation', 'commitment', 'possibility', 'open-question']),
});
const lever = z.strictObject({ lever: z.string().regex(/^[a-z-]+$/u) });
const relation = z.strictObject({
  relation: z.enum([
    'ally', 'patron', 'trade-partner', 'rival', 'leverage', 'neighbour', 'partner', 'dyad-temper',
  ]), // prettier-ignore
  sign: z.enum(['good', 'bad', 'mixed', 'neutral']),
});
const contact = z.strictObject({
  state: z.enum([
    'open', 'attempted', 'used', 'refused', 'silent', 'closed', 'destroyed', 'planned', 'wished',
  ]), // prettier-ignore
  medium: z
    .enum([
      'meeting',
      'summit',
      'call',
      'letter',
      'hotline',
      'office',
      'back-channel',
      'press',
      'unspecified',
    ])
    .optional(),
});
const capability = z.strictObject({
  stage: z.enum(['pledged', 'developed', 'shown', 'tested', 'held', 'deployed', 'mentioned']),
  classId: z.string().optional(),
});
const legal = z.strictObject({
  verdict: z.enum(['violates', 'not-covered', 'disputed', 'in-force', 'penalised', 'permitted']),
});
const process = z.strictObject({
  process: z.enum([
    'review', 'exercise-cycle', 'consultation', 'legislation', 'party-meeting', 'negotiation', 'posture', 'information',
  ]), // prettier-ignore
  phase: z.enum(['begun', 'in-progress', 'due', 'completed', 'recurring']),
});
const goal = z.strictObject({ basis: z.enum(['declared', 'ascribed']) });
const mechanism = z.strictObject({
  direction: z.enum(['raises', 'lowers', 'leads-to', 'not']),
  answers: z.boolean().optional(),
});

function expand(words: string, classes: WordClasses, where: string): string {
  return words.replace(/@([a-z-]+)/gu, (_, name: string) => {
    const found = classes.get(name);
    if (found === undefined)
      throw new UserError(`there is no class of words "@${name}"`, { where, hint: 'See word-classes.yml.' });
    return found;
  });
}

function expandRoles(roles: RoleWords, classes: WordClasses, where: string): RoleWords {
  return Object.fromEntries(
    Object.entries(roles).map(([role, words]) => [role, expand(words, classes, where)]),
  );
}

function expandPattern(pattern: FramePattern, classes: WordClasses, where: string): FramePattern {
  return {
    ...pattern,
    word: expand(pattern.word, classes, where),
    must: expandRoles(pattern.must, classes, where),
    may: expandRoles(pattern.may, classes, where),
    not: expandRoles(pattern.not, classes, where),
  };
}

function toFrame<Gives>(raw: RawFrame<Gives>, classes: WordClasses, file: string): Frame<Gives> {
  const { source, ...rest } = raw;
  const when = raw.when.map((pattern) => expandPattern(pattern, classes, `${file}: ${raw.id}`));
  return { ...rest, when, ...(source === undefined ? {} : { source }) };
}

/** Reads the classes of words that frames share. */
export function loadWordClasses(folder = dataFolder()): WordClasses {
  const list = loadYaml(join(folder, 'lexicon', 'word-classes.yml'), wordClassesSchema);
  return new Map(
    list.map((entry) => [entry.id, entry.words.map((word) => word.replace(/ /gu, '_')).join('|')]),
  );
}

function loadFrames<Gives>(folder: string, topic: string, gives: z.ZodType<Gives>, classes: WordClasses) {
  const file = join(folder, 'lexicon', `${topic}.yml`);
  const frames = loadYaml(file, framesSchema(gives)).map((raw) => toFrame(raw, classes, file));
  const seen = new Set<string>();
  for (const frame of frames) {
    if (seen.has(frame.id))
      throw new UserError(`entry "${frame.id}" is there twice`, {
        where: file,
        hint: 'Give one of them another id.',
      });
    seen.add(frame.id);
  }
  return frames;
}

/** Reads the frames of every kind from `<folder>/lexicon/*.yml`. */
export function loadAssertionLexicon(folder = dataFolder()): AssertionLexicon {
  const classes = loadWordClasses(folder);
  return {
    assessments: loadFrames(folder, 'assessments', assessment, classes),
    outlooks: loadFrames(folder, 'outlooks', outlook, classes),
    levers: loadFrames(folder, 'levers', lever, classes),
    relations: loadFrames(folder, 'relations', relation, classes),
    contacts: loadFrames(folder, 'contacts', contact, classes),
    capabilities: loadFrames(folder, 'capabilities', capability, classes),
    legal: loadFrames(folder, 'legal', legal, classes),
    processes: loadFrames(folder, 'processes', process, classes),
    goals: loadFrames(folder, 'goals', goal, classes),
    mechanisms: loadFrames(folder, 'mechanisms', mechanism, classes),
  };
}
