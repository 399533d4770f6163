/** Letters of a text without blanks: sides are compared on these, so that no tokenizer decides. */
export function lettersOf(text: string): { readonly letters: string; readonly at: Int32Array } {
  const at = new Int32Array(text.length + 1);
  let letters = '';
  for (let i = 0; i < text.length; i++) {
    at[i] = letters.length;
    if (/\S/u.test(text[i])) letters += text[i];
  }
  at[text.length] = letters.length;
  return { letters, at };
}

export interface Counts {
  hit: number;
  found: number;
  gold: number;
}

export const newCounts = (): Counts => ({ hit: 0, found: 0, gold: 0 });

export const f1 = ({ hit, found, gold }: Counts): number =>
  found + gold === 0 ? 0 : (2 * hit) / (found + gold);

/** Words of a stretch of text with their offsets. */
export function wordOffsets(text: string, start: number, end: number): ReadonlySet<number> {
  const found = new Set<number>();
  const word = /[\p{L}\p{N}$%]+/gu;
  word.lastIndex = 0;
  for (const match of text.slice(start, end).matchAll(word)) found.add(start + match.index);
  return found;
}

/** Token F1 of two sets of words; 1 when both are empty. */
export function overlapF1(found: ReadonlySet<number>, gold: ReadonlySet<number>): number {
  if (found.size === 0 && gold.size === 0) return 1;
  const hit = [...found].filter((word) => gold.has(word)).length;
  return (2 * hit) / (found.size + gold.size);
}

/** Share with three decimals, for tables. */
export const share = (value: number): string => value.toFixed(3);
