import type { StatementClaim } from '../../../model/claim.ts';
import type { WordingKnowledge } from '../../../model/wordings.ts';
import { prepareWording, wholeLikeness } from '../wording/compare-wordings.ts';
import type { PreparedWording } from '../wording/compare-wordings.ts';
import { partOdds, toChance } from '../wording/place-parts.ts';
import { wordsOf } from './said-claim.ts';
import type { SaidClaim } from './said-claim.ts';

/** What is said, ready for comparison. */
export interface PreparedSaying {
  readonly whole: PreparedWording;
  /** What stands between quotation marks, piece by piece, where that is not all of it. */
  readonly quoted: readonly PreparedWording[];
  readonly form: StatementClaim['form'];
  readonly originId: string;
}

/** From this likeness on, two wordings of different texts are one utterance; of copies of one text, less will do. */
const SAME = 0.5;
const SAME_IN_COPIES = 0.25;
/** Quoted pieces are short, and few words are easily alike. */
const SAME_QUOTES = 0.65;
const PART_OF_QUOTE = 0.8;
/** A wording this much shorter than the other may be a part of it. */
const SHORTER = 0.75;
/** So many of its telling words, and more than half, a wording without any quotation must share with the other. */
const SHARED_WORDS = 3;

/** Pieces between quotation marks of two telling words or more. */
const quotedIn = (words: string, knowledge: WordingKnowledge): readonly PreparedWording[] =>
  [...words.matchAll(/[“"]([^“”"]+)[”"]/gu)]
    .map(([, piece]) => prepareWording(piece, knowledge))
    .filter((piece) => piece.words.filter(({ kind }) => kind === 'content').length >= 2);

export function prepareSaying(said: SaidClaim, knowledge: WordingKnowledge): PreparedSaying {
  const words = wordsOf(said);
  const { form } = said.claim;
  return {
    whole: prepareWording(words, knowledge),
    quoted: form === 'mixed' ? quotedIn(words, knowledge) : [],
    form,
    originId: said.originId,
  };
}

const isNear = (own: PreparedWording, other: PreparedWording): boolean =>
  own.words.some(({ stem, kind }) => kind !== 'link' && other.places.has(stem));

function isSameQuote(a: PreparedWording, b: PreparedWording, knowledge: WordingKnowledge): boolean {
  const [short, long] = a.weight <= b.weight ? [a, b] : [b, a];
  if (wholeLikeness(short, long, knowledge) >= SAME_QUOTES) return true;
  return isNear(short, long) && toChance(partOdds(short, [long], knowledge)[0]) >= PART_OF_QUOTE;
}

const quotesOf = ({ form, whole, quoted }: PreparedSaying): readonly PreparedWording[] =>
  form === 'direct' ? [whole] : quoted;

/** A partial quotation of one is a piece of what the other quotes, or renders it. */
export function sharesQuote(a: PreparedSaying, b: PreparedSaying, knowledge: WordingKnowledge): boolean {
  if (a.form === 'direct' && b.form === 'direct') return false;
  return quotesOf(a).some((one) => quotesOf(b).some((other) => isSameQuote(one, other, knowledge)));
}

/** Words about the same thing make no utterance yet: what is only told shares most of its own words with the other. */
function sharesWords(short: PreparedWording, long: PreparedWording): boolean {
  const own = new Set(short.words.flatMap(({ kind, stem }) => (kind === 'content' ? [stem] : [])));
  const shared = [...own].filter((stem) => long.places.has(stem)).length;
  return shared >= Math.min(SHARED_WORDS, own.size) && shared > own.size / 2;
}

/** What is only told, without a quotation, must share words of its own, but in copies. */
const isMerelyAbout = (short: PreparedSaying, long: PreparedSaying): boolean =>
  short.form === 'indirect' && short.originId !== long.originId && !sharesWords(short.whole, long.whole);

/** Whether two sayings render one utterance as a whole. */
export function isAlike(a: PreparedSaying, b: PreparedSaying, knowledge: WordingKnowledge): boolean {
  const [short, long] = a.whole.weight <= b.whole.weight ? [a, b] : [b, a];
  if (short.whole.weight === 0 || isMerelyAbout(short, long)) return false;
  const least = a.originId === b.originId ? SAME_IN_COPIES : SAME;
  return wholeLikeness(short.whole, long.whole, knowledge) >= least;
}

/** The logarithm of the odds that the first saying is a part of the second. */
export function oddsAsPart(part: PreparedSaying, whole: PreparedSaying, knowledge: WordingKnowledge): number {
  const [own, other] = [part.whole, whole.whole];
  if (own.weight === 0 || own.weight > other.weight * SHORTER) return -Infinity;
  if (!isNear(own, other) || isMerelyAbout(part, whole)) return -Infinity;
  return partOdds(own, [other], knowledge)[0];
}
