const SYLLABLES = [
  'ka',
  'lo',
  'mi',
  'ren',
  'tus',
  'vor',
  'sel',
  'dan',
  'pri',
  'gos',
  'nel',
  'bar',
  'thu',
  'wik',
  'zor',
];

function toWord(n: number): string {
  let [rest, word] = [n + 15, ''];
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}

const WORDS = Array.from({ length: 20_000 }, (_, i) => toWord(i));

/** A sentence of fourteen words of no language; few words are common and most are rare, as in language. */
export function inventSentence(random: () => number): string {
  const words = Array.from({ length: 14 }, () => WORDS[Math.floor(WORDS.length * random() ** 3)]);
  words[3] = `${words[3].charAt(0).toUpperCase()}${words[3].slice(1)}`;
  return `The ${words.join(' ')} ${Math.floor(random() * 900)}.`;
}

export const inventText = (sentences: number, random: () => number): string =>
  Array.from({ length: sentences }, () => inventSentence(random)).join(' ');
