/** A text put together again from its tokens, with the place of each. */
export interface Detokenized {
  readonly text: string;
  readonly start: readonly number[];
  readonly end: readonly number[];
}

const NO_SPACE_BEFORE = /^(?:[,.;:?!%)\]}’”]|n['’]t|['’](?:s|re|ve|ll|d|m|S)?|-)$/u;
const NO_SPACE_AFTER = /^(?:[([{“‘$£€#-]|-)$/u;

/** English spacing; straight double quotes open and close in turn. Near to the original, not equal to it. */
export function detokenize(tokens: readonly string[]): Detokenized {
  const start: number[] = [];
  const end: number[] = [];
  let text = '';
  let isQuoted = false;
  let glued = true;
  for (const token of tokens) {
    const isQuote = token === '"';
    const closes = isQuote && isQuoted;
    if (!glued && !closes && !NO_SPACE_BEFORE.test(token)) text += ' ';
    start.push(text.length);
    text += token;
    end.push(text.length);
    if (isQuote) isQuoted = !isQuoted;
    glued = NO_SPACE_AFTER.test(token) || (isQuote && !closes);
  }
  return { text, start, end };
}
