import type { RepairKnowledge, RepairRule, RepairRuleEntry } from '../../../model/lexicon-repairs.ts';
import type { Marks } from '../../../model/marks.ts';
import { hasFeature, FEATURE, uposOf } from '../../../model/marks.ts';
import { tokenAt } from '../syntax/tree.ts';
import { isCapital, isGlued, startsLine, wordAt } from '../times/words.ts';
import type { Words } from '../times/words.ts';
import type { Proposal } from './match-patterns.ts';

/** What the rules may look at. */
export interface Scene {
  readonly words: Words;
  readonly marks: Marks | undefined;
  readonly knowledge: RepairKnowledge;
  /** Lower-case names that stand after "President" somewhere in the report. */
  readonly presidents: ReadonlySet<string>;
}

interface Slip {
  readonly first: number;
  readonly past: number;
  readonly reading: string;
}

type Rule = (scene: Scene, i: number, entry: RepairRuleEntry) => Slip | undefined;

const LETTERS = /^\p{L}+$/u;
const raw = ({ text, start, end }: Words, i: number): string => text.slice(start[i], end[i]);

/** "take Take": the same word twice, but for words that English doubles. */
const doubledWord: Rule = ({ words }, i, entry) => {
  const word = wordAt(words, i);
  if (
    word !== wordAt(words, i + 1) ||
    !LETTERS.test(word) ||
    startsLine(words, i + 1) ||
    isGlued(words, i + 1)
  )
    return undefined;
  if (entry.words.has(word) || word.length < 2 || (isCapital(words, i) && isCapital(words, i + 1)))
    return undefined;
  if (word === wordAt(words, i - 1) || word === wordAt(words, i + 2)) return undefined;
  return { first: i, past: i + 2, reading: raw(words, i) };
};

const ISSUED = /^resolutions?$/;

/** A capital word that the tagger, if asked, does not hold for a verb ("Breaking Ruritanian Resolution …"). */
function isNamePart(words: Words, marks: Marks | undefined, i: number): boolean {
  if (!isCapital(words, i) || !LETTERS.test(wordAt(words, i))) return false;
  if (marks === undefined || marks.tokenCount === 0) return true;
  return uposOf(marks, Math.min(tokenAt(marks, words.start[i]), marks.tokenCount - 1)) !== 'VERB';
}

/** A name that cannot issue it before "Resolution 1234", the number being one the body did pass. */
const issuerSwap: Rule = ({ words, marks, knowledge }, i, entry) => {
  if (!ISSUED.test(wordAt(words, i))) return undefined;
  const number = Number(wordAt(words, i + 1));
  if (!knowledge.resolutions.has(number)) return undefined;
  let first = i;
  while (first > 0 && isNamePart(words, marks, first - 1) && i - first < 5) first--;
  if (first === i) return undefined;
  for (let k = first; k < i; k++) if (entry.words.has(wordAt(words, k))) return undefined;
  return { first, past: i + 2, reading: `UN ${raw(words, i)} ${raw(words, i + 1)}` };
};

/** True where a finite verb stands before word `i` in its sentence. */
function hasVerbBefore(marks: Marks | undefined, words: Words, i: number): boolean {
  if (marks === undefined || marks.tokenCount === 0) return true;
  const token = Math.min(tokenAt(marks, words.start[i]), marks.tokenCount - 1);
  for (let t = token - 1; t >= marks.sentenceStart[marks.sentenceOf[token]]; t--)
    if ((uposOf(marks, t) === 'VERB' || uposOf(marks, t) === 'AUX') && hasFeature(marks, t, FEATURE.finite))
      return true;
  return false;
}

const PREPOSITIONS: ReadonlySet<string> = new Set([
  'in',
  'on',
  'at',
  'by',
  'with',
  'from',
  'for',
  'over',
  'under',
  'against',
  'into',
]);

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her']);
const isPlain = (words: Words, i: number): boolean => LETTERS.test(wordAt(words, i)) && !isCapital(words, i);

/** "… recognised on the stage will.": a verb-final remnant after a prepositional phrase. */
const strayAuxiliary: Rule = ({ words, marks }, i, entry) => {
  if (!entry.words.has(wordAt(words, i)) || isCapital(words, i)) return undefined;
  if (!/^[.”]$/.test(wordAt(words, i + 1))) return undefined;
  let at = i - 1;
  while (at > i - 6 && isPlain(words, at) && !PREPOSITIONS.has(wordAt(words, at))) at--;
  if (!PREPOSITIONS.has(wordAt(words, at)) || at > i - 3 || !ARTICLES.has(wordAt(words, at + 1)))
    return undefined;
  let length = 0;
  for (let k = i; k >= 0 && length < 13 && !/^[.!?]$/.test(wordAt(words, k)); k--) length++;
  if (length < 13 || !hasVerbBefore(marks, words, at)) return undefined;
  return { first: at, past: i + 1, reading: words.text.slice(words.start[at], words.end[i - 1]) };
};

/** "Trans official -Atlantic": a hyphened name torn by the word that follows it. */
const displacedPart: Rule = ({ words }, i) => {
  if (wordAt(words, i) !== '-' || isGlued(words, i) || !isGlued(words, i + 1) || !isCapital(words, i + 1))
    return undefined;
  if (
    !isCapital(words, i - 2) ||
    isCapital(words, i - 1) ||
    !LETTERS.test(wordAt(words, i - 1)) ||
    !LETTERS.test(wordAt(words, i - 2))
  )
    return undefined;
  return {
    first: i - 2,
    past: i + 2,
    reading: `${raw(words, i - 2)}-${raw(words, i + 1)} ${raw(words, i - 1)}`,
  };
};

/** An opening quotation that is nothing but an abbreviation and a full stop: "“EU. The forces …". */
const loneAbbreviation: Rule = ({ words }, i, entry) => {
  if (
    !/^[“"]$/.test(wordAt(words, i)) ||
    !entry.words.has(wordAt(words, i + 1)) ||
    wordAt(words, i + 2) !== '.'
  )
    return undefined;
  const article = wordAt(words, i + 3);
  if (!isCapital(words, i + 3) || (article !== 'the' && article !== 'a')) return undefined;
  return { first: i + 1, past: i + 4, reading: raw(words, i + 1) };
};

/** "… ministers. Defence of Ruritania." at the end of a paragraph: a noun phrase cut by a full stop. */
const brokenPhrase: Rule = ({ words }, i, entry) => {
  if (
    wordAt(words, i) !== '.' ||
    isGlued(words, i + 1) ||
    startsLine(words, i + 1) ||
    !isCapital(words, i + 1)
  )
    return undefined;
  if (!entry.words.has(wordAt(words, i - 1)) || wordAt(words, i + 2) !== 'of' || !isCapital(words, i + 3))
    return undefined;
  let past = i + 4;
  while (past < words.count && past < i + 8 && isCapital(words, past) && !startsLine(words, past)) past++;
  if (wordAt(words, past) !== '.') return undefined;
  const office = raw(words, i + 1).toLowerCase();
  return {
    first: i - 1,
    past,
    reading: `${office} ${raw(words, i - 1)} ${words.text.slice(words.start[i + 2], words.end[past - 1])}`,
  };
};

/** "the Smith government" where the report knows a President Smith: his administration. */
const governmentOfPresident: Rule = ({ words, presidents }, i) => {
  if (wordAt(words, i) !== 'government' || !presidents.has(wordAt(words, i - 1)) || !isCapital(words, i - 1))
    return undefined;
  if (wordAt(words, i - 2) === 'president') return undefined;
  return { first: i - 1, past: i + 1, reading: `${raw(words, i - 1)} administration` };
};

/** A closing mark that has slid to the next word: `… here, ”Minister X said`. */
const quoteSpaced: Rule = ({ words }, i) => {
  if (
    raw(words, i) !== '”' ||
    isGlued(words, i) ||
    !isGlued(words, i + 1) ||
    !LETTERS.test(wordAt(words, i + 1))
  )
    return undefined;
  if (!/^[,.!?]$/.test(wordAt(words, i - 1))) return undefined;
  return { first: i - 1, past: i + 2, reading: `${raw(words, i - 1)}” ${raw(words, i + 1)}` };
};

/** An opening mark where the quotation ends: `… programme, “said X`. */
const quoteReversed: Rule = ({ words }, i, entry) => {
  if (
    raw(words, i) !== '“' ||
    wordAt(words, i - 1) !== ',' ||
    !isGlued(words, i + 1) ||
    isCapital(words, i + 1)
  )
    return undefined;
  if (!entry.words.has(wordAt(words, i + 1))) return undefined;
  return { first: i - 1, past: i + 2, reading: `,” ${raw(words, i + 1)}` };
};

/** Two marks of one kind in a row: `““We`. */
const quoteDoubled: Rule = ({ words }, i) => {
  const mark = raw(words, i);
  if (!/^[“”]$/.test(mark) || mark !== raw(words, i + 1) || !isGlued(words, i + 1)) return undefined;
  return { first: i, past: i + 2, reading: mark };
};

const RULES: Readonly<Record<RepairRule, Rule>> = {
  'doubled-word': doubledWord,
  'issuer-swap': issuerSwap,
  'stray-auxiliary': strayAuxiliary,
  'displaced-part': displacedPart,
  'lone-abbreviation': loneAbbreviation,
  'broken-phrase': brokenPhrase,
  'government-of-president': governmentOfPresident,
  'quote-spaced': quoteSpaced,
  'quote-reversed': quoteReversed,
  'quote-doubled': quoteDoubled,
};

/** Every slip that the rules see. Linear: each rule looks a few words around its place. */
export function matchRules(scene: Scene): Proposal[] {
  const { words, knowledge } = scene;
  const found: Proposal[] = [];
  for (const entry of knowledge.lexicon.rules) {
    const rule = RULES[entry.rule];
    for (let i = 0; i < words.count; i++) {
      const slip = rule(scene, i, entry);
      if (slip === undefined) continue;
      found.push({
        span: { start: words.start[slip.first], end: words.end[slip.past - 1] },
        reading: slip.reading,
        entry,
      });
    }
  }
  return found;
}
