import { deprelOf, DEPREL, uposOf, xposOf } from '../../../model/marks.ts';
import type { Ground } from '../assertions/ground.ts';
import { hashText } from '../statements/hashed-features.ts';
import { clauseHead } from '../syntax/tree.ts';
import { markSignatures } from './clause-signatures.ts';
import type { Signatures } from './clause-signatures.ts';
import type { Stretch } from './stretch.ts';

/** A guess at the two clauses from the tree alone. */
export interface RoughClauses {
  readonly protasis: Stretch;
  readonly apodosis?: Stretch | undefined;
}

/** What the word that a conditional turns on is. */
interface Cue {
  /** Its word, counted from the first of the view; -1 for none. */
  readonly at: number;
  /** Code of its kind. */
  readonly kind: number;
}

/** Words of a stretch with what the clause models look at, all counted from its first word. Codes are hashes or small numbers. */
export interface ClauseView {
  readonly ground: Ground;
  readonly from: number;
  readonly count: number;
  readonly rough: RoughClauses | undefined;
  /** Whether the connective is given, so that only its clauses are sought. */
  readonly anchored: boolean;
  readonly cue: Cue;
  readonly words: readonly string[];
  readonly word: Int32Array;
  /** The word itself where it is a common one, else its tag. */
  readonly form: Int32Array;
  readonly tag: Uint8Array;
  readonly relation: Uint8Array;
  readonly head: Int32Array;
  readonly isPunctuation: Uint8Array;
  /** Finite verbs before each word; one more entry than words. */
  readonly finite: Int32Array;
  /** Stretches between punctuation marks, numbered. */
  readonly chunk: Int32Array;
  /** Which telling words a chunk holds, as bits. */
  readonly chunkCues: Int32Array;
  readonly quoted: Uint8Array;
  readonly sentence: Int32Array;
  readonly clauses: Signatures;
  /** Nearest telling word up to here, and from here on, with punctuation and verbs between. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly leftWord: Int32Array;
  readonly rightWord: Int32Array;
}

/** How sure the marks are of a word's governor, from 0 to 3. */
export function sureness(view: ClauseView, i: number): number {
  const probability = view.ground.marks.arcProbability[view.from + i];
  return probability > 0.95 ? 3 : probability > 0.85 ? 2 : probability > 0.6 ? 1 : 0;
}

const words = (text: string): readonly string[] => text.split(' ');

const TELLING: ReadonlySet<string> = new Set(
  words(
    "if unless had were would could might should wish wished without but that because otherwise then which who until when will 'd",
  ),
);
const COMMON: ReadonlySet<string> = new Set([
  ...TELLING,
  ...words(
    'and or so than except absent suppose only even for as what while although though since may can must have not never said says',
  ),
  ...words(
    "n't the a an i we he she it they you there this these those his her their its our my to of in on at by with",
  ),
  ...words(
    'from is was be been are did do has one no any all more just now also how why where instead maybe perhaps',
  ),
  ...words('probably ought supposed got get let please'),
]);
const CHUNK_CUES: ReadonlyMap<string, number> = new Map(
  words("if unless had would could might should wish without were because but said 'd").map((word, i) => [
    word,
    word === "'d" ? 8 : 1 << i,
  ]),
);
const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD']);
const QUOTES: ReadonlySet<string> = new Set(['“', '”', '``', "''", '"']);

function spell(word: string): string {
  if (QUOTES.has(word)) return '"';
  return word === '’d' ? "'d" : word === 'n’t' ? "n't" : word;
}

const UNREAL: readonly string[] = ['would', 'could', 'should', 'might', 'ought', "'d"];
const SUBJECT_TAGS: ReadonlySet<string> = new Set(['PRP', 'DT', 'NNP', 'NN', 'NNS', 'PRP$', 'EX']);
const BEFORE_TAGS: ReadonlySet<string> = new Set(['PRP', 'NNP', 'NN', 'NNS', 'WP', 'WDT']);
const INVERTED: ReadonlySet<string> = new Set(['had', 'were', 'should']);

/** Codes of cue kinds other than plain words. */
const KIND = { none: 1, inverted: 2, several: 3, unrealPerfect: 4 } as const;

function findCue(spelt: readonly string[], tags: readonly string[]): Cue {
  const at = spelt.findIndex((word) => word === 'if' || word === 'unless');
  if (at >= 0 && spelt[at] === 'if') return { at, kind: hashText('if') };
  const turned = spelt.findIndex(
    (word, i) =>
      INVERTED.has(word) && SUBJECT_TAGS.has(tags[i + 1]) && (i === 0 || !BEFORE_TAGS.has(tags[i - 1])),
  );
  if (turned >= 0) return { at: turned, kind: KIND.inverted };
  if (at >= 0) return { at, kind: hashText('unless') };
  for (const wanted of [['wish', 'wished'], ['without'], ['otherwise']]) {
    const found = spelt.findIndex((word) => wanted.includes(word));
    if (found >= 0) return { at: found, kind: hashText(wanted[0]) };
  }
  const perfect = spelt.findIndex(
    (word, i) =>
      UNREAL.includes(word) &&
      (spelt.slice(i, i + 5).includes('have') || spelt.slice(i, i + 5).includes("'ve")),
  );
  if (perfect >= 0) return { at: perfect, kind: hashText(spelt[perfect]) + KIND.unrealPerfect };
  const modal = spelt.findIndex((word) => UNREAL.includes(word) && word !== 'ought');
  return modal >= 0 ? { at: modal, kind: hashText(spelt[modal]) } : { at: -1, kind: KIND.none };
}

function anchorCue(spelt: readonly string[], anchor: Stretch, from: number): Cue {
  const at = anchor.last - from;
  const word = spelt[at];
  if (anchor.last > anchor.first && word !== 'if') return { at, kind: KIND.several };
  return { at, kind: INVERTED.has(word) ? KIND.inverted : hashText(word === 'unless' ? 'if' : word) };
}

/** Nearest telling word on the way from `start` by `step`, with marks and verbs passed since. */
function nearest(
  view: Pick<ClauseView, 'words' | 'word' | 'isPunctuation'>,
  isFinite: readonly boolean[],
  step: 1 | -1,
): readonly [codes: Int32Array, cues: Int32Array] {
  const count = view.words.length;
  const codes = new Int32Array(count);
  const cues = new Int32Array(count);
  let cue = 1;
  let marks = 0;
  let verbs = 0;
  for (let i = step > 0 ? 0 : count - 1; i >= 0 && i < count; i += step) {
    if (TELLING.has(view.words[i])) [cue, marks, verbs] = [view.word[i], 0, 0];
    else {
      if (view.isPunctuation[i] === 1) marks = Math.min(2, marks + 1);
      if (isFinite[i]) verbs = Math.min(2, verbs + 1);
    }
    codes[i] = Math.imul(cue, 31) + marks * 3 + verbs;
    cues[i] = cue;
  }
  return [codes, cues];
}

/** What the clause models look at in a stretch of whole sentences; `anchor` is the connective, where one is given. */
export function viewClauses(
  ground: Ground,
  stretch: Stretch,
  rough: RoughClauses | undefined,
  anchor?: Stretch,
): ClauseView {
  const { marks } = ground;
  const from = stretch.first;
  const count = stretch.last - from + 1;
  const spelt = ground.lower.slice(from, stretch.last + 1).map(spell);
  const tags = spelt.map((_, i) => xposOf(marks, from + i));
  const isFinite = tags.map((tag) => FINITE.has(tag));
  const word = Int32Array.from(spelt, hashText);
  const isPunctuation = Uint8Array.from(spelt, (_, i) => (uposOf(marks, from + i) === 'PUNCT' ? 1 : 0));
  const tag = marks.xpos.slice(from, stretch.last + 1);
  const head = Int32Array.from(spelt, (_, i) => {
    const at = marks.head[from + i] - from;
    return at >= 0 && at < count ? at : -1;
  });
  const finite = new Int32Array(count + 1);
  const chunk = new Int32Array(count);
  const quoted = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    finite[i + 1] = finite[i] + (isFinite[i] ? 1 : 0);
    chunk[i] = (i > 0 ? chunk[i - 1] : 0) + (isPunctuation[i] === 1 && spelt[i] !== '"' ? 1 : 0);
    quoted[i] = (i > 0 ? quoted[i - 1] : 0) ^ (spelt[i] === '"' ? 1 : 0);
  }
  const chunkCues = new Int32Array(count > 0 ? chunk[count - 1] + 1 : 0);
  for (let i = 0; i < count; i++) chunkCues[chunk[i]] |= CHUNK_CUES.get(spelt[i]) ?? 0;
  const [left, leftWord] = nearest({ words: spelt, word, isPunctuation }, isFinite, 1);
  const [right, rightWord] = nearest({ words: spelt, word, isPunctuation }, isFinite, -1);
  const clause = Int32Array.from(spelt, (_, i) => clauseHead(marks, from + i) - from);
  return {
    ground, from, count, rough, word, tag, head, isPunctuation, finite, chunk, chunkCues, quoted, left, right,
    leftWord, rightWord,
    anchored: anchor !== undefined,
    cue: anchor === undefined ? findCue(spelt, tags) : anchorCue(spelt, anchor, from),
    words: spelt,
    form: word.map((code, i) => (COMMON.has(spelt[i]) || isPunctuation[i] === 1 ? code : tag[i])),
    relation: Uint8Array.from(spelt, (_, i) => DEPREL.indexOf(deprelOf(marks, from + i))),
    sentence: Int32Array.from(spelt, (_, i) => marks.sentenceOf[from + i] - marks.sentenceOf[from]),
    clauses: markSignatures(ground, from, spelt, head, clause),
  }; // prettier-ignore
}
