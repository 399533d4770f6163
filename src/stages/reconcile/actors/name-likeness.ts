/** Spellings of one sound, each as one letter, and first letters that are not heard. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^p(?=[sn])|^[kg](?=n)|^w(?=r)/u, ''],
  [/sch|sh/gu, 'š'],
  [/tch|ch/gu, 'č'],
  [/zh/gu, 'j'],
  [/kh|ck|q/gu, 'k'],
  [/ph/gu, 'f'],
  [/(.)\1+/gu, '$1'],
];

const toSounds = (word: string): string =>
  SOUNDS.reduce((sounds, [spelling, sound]) => sounds.replace(spelling, sound), word);

/** Letters that transliterations and hearers take for each other. */
const CLASSES = ['aeiouyw', 'kgcq', 'pbfv', 'td', 'szxcš', 'jčyzš', 'lr', 'mn'];
const NEAR = ['eiy', 'ouw', 'ao', 'ae', 'ue'];

const share = (groups: readonly string[], a: string, b: string): boolean =>
  groups.some((group) => group.includes(a) && group.includes(b));

const isSoft = (letter: string): boolean => 'aeiouywh'.includes(letter);

const exchange = (a: string, b: string): number =>
  a === b ? 0 : share(NEAR, a, b) ? 0.25 : share(CLASSES, a, b) ? 0.4 : 1;
const insert = (letter: string): number => (letter === 'h' ? 0.2 : isSoft(letter) ? 0.4 : 1);

/** Edit distance whose steps cost less the more alike the letters sound (after Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = [0];
  for (let j = 0; j < b.length; j++) row.push(row[j] + insert(b[j]));
  for (const letter of a) {
    const next = [row[0] + insert(letter)];
    for (let j = 0; j < b.length; j++)
      next.push(
        Math.min(row[j] + exchange(letter, b[j]), row[j + 1] + insert(letter), next[j] + insert(b[j])),
      );
    row = next;
  }
  return row[b.length];
}

/** Two letters are soon alike: such words may differ in a neighbouring vowel alone. */
const SHORT = 2;
const SHORT_LIKENESS = 0.8;
const BEGINS = 3;
const INITIAL = 0.8;

/** Likeness of two folded words by sound, 0 to 1; an initial is like any word that begins with it. */
export function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? INITIAL : 0;
  const [one, other] = [toSounds(a), toSounds(b)];
  if (one === other) return 0.97;
  if (Math.min(a.length, b.length) <= SHORT)
    return one.length === other.length && distance(one, other) <= 0.25 ? SHORT_LIKENESS : 0;
  const begins = Math.min(a.length, b.length) >= BEGINS && (a.startsWith(b) || b.startsWith(a));
  const like = 1 - distance(one, other) / Math.max(one.length, other.length);
  return begins ? Math.max(0.85, like) : like;
}

/** Consonants of a word by class, without vowels: what variants of one name mostly share. */
export function skeletonOf(word: string): string {
  const hard = Array.from(toSounds(word)).filter((letter) => !isSoft(letter));
  const classes = hard.map((letter) => CLASSES.findIndex((group) => group.includes(letter)));
  return classes.join('');
}

/** From here on two words may be one name's. */
const ALIKE = 0.6;
/** How much a word that only one of the names has takes away: middle names are left out often. */
const MISSING = 0.3;

interface Pairing {
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly likeness: number }[];
  readonly restA: readonly string[];
  readonly restB: readonly string[];
}

/** Puts words beside the ones most like them, in any order. */
function pairWords(a: readonly string[], b: readonly string[]): Pairing {
  const all = a.flatMap((one, i) =>
    b.map((other, j) => ({ i, j, a: one, b: other, likeness: wordLikeness(one, other) })),
  );
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  const pairs = all
    .filter(({ likeness }) => likeness >= ALIKE)
    .toSorted((x, y) => y.likeness - x.likeness || x.i - y.i || x.j - y.j)
    .filter(({ i, j }) => {
      if (takenA.has(i) || takenB.has(j)) return false;
      takenA.add(i);
      takenB.add(j);
      return true;
    });
  return {
    pairs,
    restA: a.filter((_, i) => !takenA.has(i)),
    restB: b.filter((_, j) => !takenB.has(j)),
  };
}

/** A name as written, and with two neighbouring words written as one. */
const joinings = (name: readonly string[]): readonly (readonly string[])[] => [
  name,
  ...name.slice(1).map((word, i) => [...name.slice(0, i), `${name[i]}${word}`, ...name.slice(i + 2)]),
];

const isWord = (word: string): boolean => word.length > 1;

function pairLikeness(a: readonly string[], b: readonly string[], weigh: (word: string) => number): number {
  const { pairs, restA, restB } = pairWords(a, b);
  if (pairs.length === 0 || (restA.some(isWord) && restB.some(isWord))) return 0;
  const weights = pairs.map((pair) => (weigh(pair.a) + weigh(pair.b)) / 2);
  const matched = pairs.reduce((sum, { likeness }, i) => sum + likeness * weights[i], 0);
  const missing = [...restA, ...restB].reduce((sum, word) => sum + MISSING * weigh(word), 0);
  return matched / (weights.reduce((sum, weight) => sum + weight, 0) + missing);
}

/**
 * Likeness of two names, 0 to 1: words in any order, alike by sound, rare ones counting more. Nought where each has a word
 * that the other lacks.
 */
export function nameLikeness(
  a: readonly string[],
  b: readonly string[],
  weigh: (word: string) => number,
): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const ways = short.length === long.length ? [long] : joinings(long);
  return Math.max(...ways.map((way) => pairLikeness(short, way, weigh)));
}
