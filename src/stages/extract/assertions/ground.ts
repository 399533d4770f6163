import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Marks } from '../../../model/marks.ts';
import type { Mention } from '../../../model/reading.ts';
import { uposOf } from '../../../model/marks.ts';
import { toTree, tokenAt } from '../syntax/tree.ts';
import type { Tree } from '../syntax/tree.ts';

/** One marked report with its tree and lower-cased words, made once for all finders. */
export interface Ground {
  readonly marks: Marks;
  readonly tree: Tree;
  readonly lower: readonly string[];
  /** Lower-cased lemmas. */
  readonly lemma: readonly string[];
  /** Words that a token may be a form of, likeliest first: its lemma, itself, what its ending suggests. */
  readonly forms: readonly (readonly string[])[];
  /** Where each form stands, in text order. */
  readonly places: ReadonlyMap<string, readonly FormPlace[]>;
  /** One past the last token of the sentence that holds `token`. */
  readonly sentenceEnd: (token: number) => number;
  readonly sentenceStart: (token: number) => number;
  /** Token that covers or first follows a text offset. */
  readonly tokenAt: (offset: number) => number;
  /** Whether the token belongs to a mention, or is a proper noun. */
  readonly isNamed: (token: number) => boolean;
  readonly mentions: readonly Mention[];
}

/** A token that may be a form of a word; `rank` counts likelier forms of it. */
export interface FormPlace {
  readonly token: number;
  readonly rank: number;
}

const grounds = new WeakMap<Marks, Ground>();

const NONE: readonly Mention[] = [];

function namedTokens(marks: Marks, mentions: readonly Mention[]): Uint8Array {
  const named = new Uint8Array(marks.tokenCount);
  for (let t = 0; t < marks.tokenCount; t++) if (uposOf(marks, t) === 'PROPN') named[t] = 1;
  for (const { party } of mentions) {
    const from = tokenAt(marks, party.span.start);
    for (let t = from; t < marks.tokenCount && marks.start[t] < party.span.end; t++) named[t] = 1;
  }
  return named;
}

/** Strong verbs of the lexicon whose forms no rule gives. */
const STRONG: ReadonlyMap<string, string> = new Map([
  ['froze', 'freeze'], ['frozen', 'freeze'], ['rose', 'rise'], ['risen', 'rise'], ['shot', 'shoot'], ['struck', 'strike'],
  ['sank', 'sink'], ['sunk', 'sink'], ['sought', 'seek'], ['drew', 'draw'], ['drawn', 'draw'], ['flew', 'fly'],
  ['broke', 'break'], ['broken', 'break'], ['chose', 'choose'], ['withdrew', 'withdraw'], ['withdrawn', 'withdraw'],
  ['forbade', 'forbid'], ['swore', 'swear'], ['sworn', 'swear'], ['fought', 'fight'], ['overtook', 'overtake'],
]); // prettier-ignore
const SHORTEST = 5;
const DOUBLED = /([bdglmnprt])\1$/u;

/** A regular verb's plain form may lose its last letter or double it: blamed → blame, freed → free, expelled → expel. */
function plainForms(word: string): readonly string[] {
  const strong = STRONG.get(word);
  if (strong !== undefined) return [strong];
  const ending = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
  if (ending === 0 || word.length < SHORTEST) return [];
  const stem = word.slice(0, -ending);
  return DOUBLED.test(stem) ? [stem, `${stem}e`, stem.slice(0, -1)] : [stem, `${stem}e`];
}

function formsOf(lemma: string, word: string): readonly string[] {
  const more = plainForms(word).filter((form) => form !== lemma && form !== word);
  return lemma === word ? [word, ...more] : [lemma, word, ...more];
}

function placesOf(forms: Ground['forms']): Ground['places'] {
  const places = new Map<string, FormPlace[]>();
  forms.forEach((list, token) => {
    list.forEach((form, rank) => {
      const known = places.get(form);
      if (known === undefined) places.set(form, [{ token, rank }]);
      else known.push({ token, rank });
    });
  });
  return places;
}

function makeGround(marks: Marks, mentions: readonly Mention[]): Ground {
  const named = namedTokens(marks, mentions);
  const { lowerWord: lower, lowerLemma: lemma } = marks;
  const forms = lower.map((word, t) => formsOf(lemma[t], word));
  return {
    marks,
    tree: toTree(marks),
    lower,
    lemma,
    forms,
    places: placesOf(forms),
    sentenceEnd: (token) => marks.sentenceStart[marks.sentenceOf[token] + 1],
    tokenAt: (offset) => tokenAt(marks, offset),
    isNamed: (token) => named[token] === 1,
    mentions,
    sentenceStart: (token) => marks.sentenceStart[marks.sentenceOf[token]],
  };
}

/**
 * The ground of some marks with the mentions found in them; the same marks and mentions give the same ground, so that
 * a dozen finders share one tree.
 */
export function groundOf(marks: Marks, mentions: readonly Mention[] = NONE): Ground {
  const known = grounds.get(marks);
  if (known !== undefined && known.mentions === mentions) return known;
  const made = makeGround(marks, mentions);
  grounds.set(marks, made);
  return made;
}

/** As `groundOf`, for a marked report. */
export const groundOfReport = (marked: MarkedReport): Ground => groundOf(marked.marks, marked.mentions);
