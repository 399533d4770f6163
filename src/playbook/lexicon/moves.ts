import { join } from 'node:path';
import { z } from 'zod';
import type { MoveFrame, MoveLexicon, MoveTrigger, TriggerPhrase } from '../../model/lexicon-moves.ts';
import { ACTS, MOVE_TYPES } from '../../model/move-type.ts';
import { UserError } from '../../model/user-error.ts';
import { dataFolder } from '../data-folder.ts';
import { loadYaml } from '../load-yaml.ts';

/** The files of move frames under `<data>/lexicon`, in order: among equals the earlier entry wins. */
export const MOVE_FILES = [
  'moves-military', 'moves-sanctions', 'moves-diplomacy', 'moves-pressure',
  'moves-conciliation', 'moves-coercion', 'moves-assault', 'moves-help',
] as const; // prettier-ignore

const words = z.array(z.string().min(1)).min(1);
const sentences = z.array(z.string().min(8)).min(1);

const frame = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z0-9-]+$/u),
  gives: z.strictObject({
    type: z.enum(MOVE_TYPES),
    mode: z.string().optional(),
    act: z.enum(ACTS).optional(),
  }),
  verbs: words.optional(),
  adjectives: words.optional(),
  nouns: words.optional(),
  subject: words.optional(),
  object: words.optional(),
  either: words.optional(),
  means: words.optional(),
  modifier: words.optional(),
  recalls: words.optional(),
  only: words.optional(),
  leads: words.optional(),
  forms: z.array(z.enum(['to', 'ing', 'that', 'base', 'bare', 'object', 'none'])).optional(),
  bars: words.optional(),
  needs: z.array(z.literal('target')).optional(),
  inanimate: z.literal(true).optional(),
  negated: z.literal(true).optional(),
  targets: words.optional(),
  why: z.string(),
  source: z.string().optional(),
  hit: sentences,
  miss: sentences,
});

type RawFrame = z.output<typeof frame>;

const classesSchema = z.array(z.strictObject({ id: z.string().regex(/^[a-z-]+$/u), words }));

/** Words as the tokeniser cuts them: hyphens stand alone. */
const cut = (phrase: string): string[] => phrase.toLowerCase().split(' ');

const verbPhrase = (phrase: string): TriggerPhrase => ({ words: cut(phrase), head: 0 });

/** The head of "cessation of hostilities" stands before "of", that of "air strike" last. */
function nounPhrase(phrase: string): TriggerPhrase {
  const list = cut(phrase);
  const of = list.indexOf('of');
  return { words: list, head: of > 0 ? of - 1 : list.length - 1 };
}

type Classes = ReadonlyMap<string, ReadonlySet<string>>;

function expand(
  list: readonly string[] | undefined,
  classes: Classes,
  id: string,
): ReadonlySet<string> | undefined {
  if (list === undefined) return undefined;
  const all = list.flatMap((word) => {
    if (!word.startsWith('@')) return [word.toLowerCase()];
    const found = classes.get(word.slice(1));
    if (found === undefined)
      throw new UserError(`there is no class of words "${word}"`, {
        where: id,
        hint: 'The classes stand in lexicon/moves-classes.yml.',
      });
    return [...found];
  });
  return new Set(all);
}

type Sets = Pick<
  MoveFrame,
  'subject' | 'object' | 'either' | 'means' | 'modifier' | 'recalls' | 'only' | 'bars'
>;

function toSets(raw: RawFrame, classes: Classes): Sets {
  const parts = ['subject', 'object', 'either', 'means', 'modifier', 'recalls', 'only', 'bars'] as const;
  const entries = parts.map((part) => [part, expand(raw[part], classes, raw.id)] as const);
  return Object.fromEntries(entries.filter(([, set]) => set !== undefined));
}

function toFrame(raw: RawFrame, rank: number, classes: Classes): MoveFrame {
  return {
    id: raw.id,
    type: raw.gives.type,
    ...(raw.gives.mode === undefined ? {} : { mode: raw.gives.mode }),
    ...(raw.gives.act === undefined ? {} : { act: raw.gives.act }),
    verbs: (raw.verbs ?? []).map(verbPhrase),
    nouns: (raw.nouns ?? []).map(nounPhrase),
    adjectives: (raw.adjectives ?? []).map(verbPhrase),
    ...toSets(raw, classes),
    ...(raw.negated === undefined ? {} : { negated: raw.negated }),
    ...(raw.forms === undefined ? {} : { forms: raw.forms }),
    ...(raw.leads === undefined ? {} : { leads: raw.leads }),
    ...(raw.needs === undefined ? {} : { needs: raw.needs }),
    ...(raw.inanimate === undefined ? {} : { inanimate: raw.inanimate }),
    targets: raw.targets ?? ['obj'],
    rank,
    why: raw.why,
    hit: raw.hit,
    miss: raw.miss,
  };
}

function index(
  frames: readonly MoveFrame[],
  part: 'verbs' | 'nouns' | 'adjectives',
): Map<string, MoveTrigger[]> {
  const map = new Map<string, MoveTrigger[]>();
  for (const frame of frames) {
    for (const phrase of frame[part]) {
      const key = phrase.words[phrase.head];
      const list = map.get(key) ?? [];
      list.push({ frame, phrase });
      map.set(key, list);
    }
  }
  return map;
}

/**
 * Reads the move frames from `<folder>/lexicon/moves-*.yml`.
 * @throws UserError for broken YAML, an unknown class of words or an id that is there twice.
 */
export function loadMoveLexicon(folder = dataFolder()): MoveLexicon {
  const list = loadYaml(join(folder, 'lexicon', 'moves-classes.yml'), classesSchema);
  const classes: Classes = new Map(
    list.map((entry) => [entry.id, new Set(entry.words.map((w) => w.toLowerCase()))]),
  );
  const raw = MOVE_FILES.flatMap((name) => loadYaml(join(folder, 'lexicon', `${name}.yml`), z.array(frame)));
  const frames = raw.map((entry, rank) => toFrame(entry, rank, classes));
  const ids = new Set<string>();
  for (const { id } of frames) {
    if (ids.has(id))
      throw new UserError(`move frame "${id}" is there twice`, {
        where: folder,
        hint: 'Give one another id.',
      });
    ids.add(id);
  }
  return {
    frames,
    verbs: index(frames, 'verbs'),
    nouns: index(frames, 'nouns'),
    adjectives: index(frames, 'adjectives'),
    classes,
  };
}
