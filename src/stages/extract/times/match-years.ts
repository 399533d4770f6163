import type { Match, Phrase } from './phrase.ts';
import { isAnno, isBefore, matchYear } from './match-calendar.ts';
import { matchOrdinal } from './match-number.ts';
import { DECADE_NAMES } from './vocabulary.ts';
import { isCapital, isGlued, wordAt } from './words.ts';
import type { Words } from './words.ts';

/** Words after which four figures are a name's number, not a year. */
const NAMES_BEFORE: ReadonlySet<string> = new Set([
  'resolution', 'resolutions', 'article', 'articles', 'section', 'sections', 'no', 'number', 'flight', 'route',
  'page', 'pages', 'law', 'room', 'regulation', 'order', 'paragraph', 'chapter', 'p', 'pp', 'type', 'model',
  'highway', 'version', '$', '€', '£', '¥', '#', '§', '/', '.', 'than', 'least', 'c.', '+',
]); // prettier-ignore

/** Words before four figures that call for a year. */
const YEAR_BEFORE: ReadonlySet<string> = new Set([
  'in', 'since', 'by', 'until', 'till', 'from', 'during', 'before', 'after', 'early', 'late', 'mid', 'year',
  'for', 'to', 'of', 'through', 'around', 'circa', 'ca', 'between', 'spring', 'summer', 'autumn', 'fall', 'winter',
  'years', 'the', 'and', '(', ',', '-',
]); // prettier-ignore

/** Nouns counted in thousands: "2000 troops" is no year. */
const COUNTED =
  /^(?:people|men|women|troops|soldiers|civilians|prisoners|casualties|dead|wounded|km|kilomet\w+|miles|met\w+rs?|feet|tons?|tonnes|pounds|dollars|euros|hours|hrs|gmt|utc|days|years|months|weeks|percent|%|million|billion|aircraft|tanks|ships|guns|students|members|nuclear|warheads|more|other|or|houses|jobs|words|m|kg|km2|mw|cases|deaths|police|refugees|and\s\d+)$/;

const isName = (words: Words, i: number): boolean =>
  NAMES_BEFORE.has(wordAt(words, i - 1)) && !(wordAt(words, i - 1) === '.' && !isGlued(words, i));

function yearPhrase(year: number): Phrase {
  return { kind: 'calendar', year };
}

/** A bare year: "2018", "480 BC", "AD 842". */
export function matchBareYear(words: Words, i: number): Match | undefined {
  const word = wordAt(words, i);
  if (isAnno(words, i) && /^\d{1,4}$/.test(wordAt(words, i + 1)))
    return { first: i, past: i + 2, phrase: yearPhrase(Number(wordAt(words, i + 1))), entry: 'date.anno' };
  if (!/^\d{1,4}$/.test(word)) return undefined;
  if (isBefore(words, i + 1))
    return { first: i, past: i + 2, phrase: yearPhrase(1 - Number(word)), entry: 'date.bc' };
  if (isAnno(words, i + 1) && isCapital(words, i + 1))
    return { first: i, past: i + 2, phrase: yearPhrase(Number(word)), entry: 'date.anno' };
  const year = matchYear(words, i);
  if (year === undefined || isName(words, i) || COUNTED.test(wordAt(words, i + 1))) return undefined;
  if (wordAt(words, i + 1) === '-' && isGlued(words, i + 1) && /^\p{L}/u.test(wordAt(words, i + 2)))
    return undefined;
  const before = wordAt(words, i - 1);
  if (year < 1500 && !YEAR_BEFORE.has(before)) return undefined;
  return { first: i, past: i + 1, phrase: yearPhrase(year), entry: 'date.year' };
}

/** The end of a range whose start is a year: "1914-18", "1890 - 91". */
export function matchRangeEnd(words: Words, i: number, start: number): Match | undefined {
  if ((wordAt(words, i) !== '-' && wordAt(words, i) !== '/') || !/^\d\d$/.test(wordAt(words, i + 1)))
    return undefined;
  const year = Math.floor(start / 100) * 100 + Number(wordAt(words, i + 1));
  return year > start
    ? { first: i + 1, past: i + 2, phrase: yearPhrase(year), entry: 'date.range-end' }
    : undefined;
}

/** "the 1960s", "the '60s", "the sixties". */
export function matchDecade(words: Words, i: number): Match | undefined {
  const the = wordAt(words, i) === 'the' ? 1 : 0;
  const quoted = wordAt(words, i + the) === "'" ? 1 : 0;
  const at = i + the + quoted;
  const figures = /^(\d{2}|\d{4})'?s$/.exec(wordAt(words, at));
  if (figures !== null) {
    const digits = figures[1].length === 4 ? 4 : 2;
    const first = Number(figures[1]);
    const fits =
      digits === 4 ? first % 10 === 0 && first >= 1000 && first < 2200 : first % 10 === 0 && the === 1;
    if (!fits) return undefined;
    return { first: i, past: at + 1, phrase: { kind: 'decade', first, digits }, entry: 'date.decade' };
  }
  const named = the === 1 ? DECADE_NAMES.get(wordAt(words, at)) : undefined;
  if (named === undefined) return undefined;
  return {
    first: i,
    past: at + 1,
    phrase: { kind: 'decade', first: named, digits: 2 },
    entry: 'date.decade-name',
  };
}

const CENTURY = /^centur(?:y|ies)$/;

/** "the 20th century", "19th-century", "the 7th century BC"; in "the 15th to the 19th century" also the first. */
export function matchCentury(words: Words, i: number): Match | undefined {
  const the = wordAt(words, i) === 'the' ? 1 : 0;
  const ordinal = matchOrdinal(words, i + the);
  if (ordinal === undefined || ordinal.value > 40 || ordinal.value < 1) return undefined;
  const dash = wordAt(words, ordinal.past) === '-' ? 1 : 0;
  if (CENTURY.test(wordAt(words, ordinal.past + dash))) {
    const bc = isBefore(words, ordinal.past + dash + 1);
    const past = ordinal.past + dash + (bc ? 2 : 1);
    return { first: i, past, phrase: { kind: 'century', number: ordinal.value, bc }, entry: 'date.century' };
  }
  if (!['to', 'and', 'or', '-'].includes(wordAt(words, ordinal.past))) return undefined;
  const next = ordinal.past + 1 + (wordAt(words, ordinal.past + 1) === 'the' ? 1 : 0);
  const second = matchOrdinal(words, next);
  if (second === undefined || !CENTURY.test(wordAt(words, second.past))) return undefined;
  const phrase: Phrase = { kind: 'century', number: ordinal.value, bc: isBefore(words, second.past + 1) };
  return { first: i, past: ordinal.past, phrase, entry: 'date.century' };
}

/** Three figures in a text that counts years before Christ: "in 264". */
export function matchOldYear(words: Words, i: number): Match | undefined {
  if (!/^\d{3}$/.test(wordAt(words, i)) || COUNTED.test(wordAt(words, i + 1))) return undefined;
  if (
    ![
      'in',
      'by',
      'until',
      'since',
      'from',
      'during',
      'of',
      'after',
      'before',
      '(',
      'early',
      'late',
      'to',
      'and',
      '-',
    ].includes(wordAt(words, i - 1))
  )
    return undefined;
  const next = wordAt(words, i + 1);
  if (/^\p{L}+s$/u.test(next) && !['was', 'is', 'his', 'as', 'this', 'has'].includes(next)) return undefined;
  return { first: i, past: i + 1, phrase: yearPhrase(1 - Number(wordAt(words, i))), entry: 'date.old-year' };
}
