const MARKS = /[\u0300-\u036f]/gu;
const DROPPED = /[.'’‘`]/gu;

/** Letters and digits without accents: folding makes them small and no more. */
const isPlain = (word: string): boolean => {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i) | 32;
    if (!((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57))) return false;
  }
  return true;
};

/**
 * One word as names are compared: lower case, no accents, no full stops or apostrophes
 * ("D.C." → "dc", "Müller" → "muller", "O'Neill" → "oneill").
 */
export function foldWord(word: string): string {
  if (isPlain(word)) return word.toLowerCase();
  return word.normalize('NFD').replace(MARKS, '').replace(DROPPED, '').replace(/ß/gu, 'ss').toLowerCase();
}

/** The folded words of a name; hyphens part words and a possessive "s" is a word of its own, as in marks. */
export function foldName(name: string): string[] {
  return name
    .replace(/(['’])s(?=[\s-]|$)/gu, ' s')
    .split(/[\s\u2010-\u2015-]+/u)
    .map(foldWord)
    .filter((word) => word !== '' && word !== ',');
}
