import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/stages/mark/split-sentences.ts';
import { tokenize } from '../../../src/stages/mark/tokenize.ts';

/** The sentences of a text, as they stand in it. */
function split(text: string): readonly string[] {
  const tokens = tokenize(text);
  const starts = splitSentences(text, tokens);
  return [...starts.slice(0, -1)].map((first, i) =>
    text.slice(tokens.start[first], tokens.end[starts[i + 1] - 1]),
  );
}

describe('the head of a report', () => {
  it.each([
    'OSKAR, Nov 3 (Agency) -',
    'VELD, 12 May -',
    'NEW HARBOUR, April 23 –',
    'Oskar, Orsk, March 3, 2030 (Wire Service) —',
    'OSKAR/VELD, July 19 -',
    'OSKAR, South Orsk (WS) —',
    'OSKAR —',
  ])('%s is no part of the first sentence', (head) => {
    expect(split(`${head} Orsk suspended the treaty on Monday. Talks go on.`)).toEqual([
      head,
      'Orsk suspended the treaty on Monday.',
      'Talks go on.',
    ]);
  });

  it.each([
    'Orsk - which had left the treaty - sent envoys.',
    'The envoy said one thing - and did another.',
    'A UN-backed plan failed.',
    'Orsk (the north) - a poor land - sent envoys.',
  ])('is not found in: %s', (sentence) => {
    expect(split(sentence)).toEqual([sentence]);
  });
});
