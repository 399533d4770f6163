import { Remembered } from '../remembered.ts';

/** A word as wordings are compared by: folded, its ending cut, and whether it is a name, a number or a mere link word. */
export interface Word {
  readonly stem: string;
  readonly kind: 'name' | 'number' | 'content' | 'link';
}

const LINK_WORDS = new Set(
  `a about after again against all also although among an and any are as at be because been before being both but by can
  could did do does down during each for from further had has have having he her here hers him his how i if in into is it
  its just may me might more most must my no nor not now of off on once one only or other our out over own per same she
  should since so some such than that the their them then there these they this those through to too toward towards under
  until up upon us very was we were what when where which while who whom why will with within would yet you your said say
  says saying told according s t`.split(/\s+/u),
);

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    two: '2', pair: '2', both: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10',
    eleven: '11', twelve: '12', dozen: '12', twenty: '20', thirty: '30', forty: '40', fifty: '50', hundred: '100',
    thousand: '1000', first: '1', second: '2', third: '3',
  }),
); // prettier-ignore

const ENDINGS: readonly (readonly [ending: RegExp, by: string])[] = [
  [/(?<=..)ies$/u, 'y'],
  [/(?<=..)(?:isation|ization)s?$/u, 'ize'],
  [/(?<=..)is(e|es|ed|ing)$/u, 'iz$1'],
  [/(?<=...)(?:ements|ement|ments|ment)$/u, ''],
  [/(?<=...)(?:ations|ation|ions|ion)$/u, ''],
  [/(?<=...)(?:ingly|edly|ings|ing|ers|ed|es|er|ly)$/u, ''],
  [/(?<=[^su])s$/u, ''],
  [/(?<=..)e$/u, ''],
];

const fold = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/u, '');

/** Cuts endings, coarse but the same for every wording. */
export function stemOf(folded: string): string {
  let stem = folded;
  for (const [ending, by] of ENDINGS) if (stem.length > 3) stem = stem.replace(ending, by);
  return stem.replace(/(.)\1$/u, '$1');
}

/** Words of a text in order. A capital inside a sentence makes a name. */
export function toWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let opens = true;
  for (const [token] of text.matchAll(/\d+(?:[.,:]\d+)*|[\p{L}\p{N}]+(?:['’][\p{L}]+)?|[.!?“"\n]/gu)) {
    if (/^[.!?“"\n]$/u.test(token)) {
      opens = true;
      continue;
    }
    words.push(toWord(token, opens));
    opens = false;
  }
  return words;
}

/** Words recur: so many are remembered, as they are at the beginning of a sentence and inside it. */
const KEPT = 40_000;
const opening = new Remembered<string, Word>(KEPT, (token) => workOut(token, true));
const inside = new Remembered<string, Word>(KEPT, (token) => workOut(token, false));

const toWord = (token: string, opens: boolean): Word => (opens ? opening : inside).get(token);

function workOut(token: string, opens: boolean): Word {
  if (/^\d/u.test(token)) return { stem: token.replaceAll(',', ''), kind: 'number' };
  const folded = fold(token);
  const number = NUMBER_WORDS.get(folded);
  if (number !== undefined) return { stem: number, kind: 'number' };
  if (LINK_WORDS.has(folded)) return { stem: folded, kind: 'link' };
  const isName = /^\p{Lu}/u.test(token) && !opens;
  return { stem: stemOf(folded), kind: isName ? 'name' : 'content' };
}
