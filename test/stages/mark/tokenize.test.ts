import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/stages/mark/split-sentences.ts';
import { tokenize } from '../../../src/stages/mark/tokenize.ts';

const tokensOf = (text: string): string => {
  const tokens = tokenize(text);
  return Array.from({ length: tokens.count }, (_, at) => text.slice(tokens.start[at], tokens.end[at])).join(
    ' ',
  );
};

const sentencesOf = (text: string): readonly string[] => {
  const tokens = tokenize(text);
  const starts = splitSentences(text, tokens);
  return Array.from({ length: starts.length - 1 }, (_, at) =>
    text.slice(tokens.start[starts[at]], tokens.end[starts[at + 1] - 1]),
  );
};

describe('tokenize', () => {
  it.each([
    ["He can't, and Kim’s sister cannot.", "He ca n't , and Kim ’s sister can not ."],
    ['so-called anti-ship tit-for-tat', 'so - called anti-ship tit - for - tat'],
    ['The U.S. said $1.2 billion, 10%.', 'The U.S. said $ 1.2 billion , 10 % .'],
    [
      'See https://example.org/a?b=1. Write to me@example.org.',
      'See https://example.org/a?b=1 . Write to me@example.org .',
    ],
    ['Mr. Ortega left at 5 p.m. on Oct. 4.', 'Mr. Ortega left at 5 p.m. on Oct. 4 .'],
    ['“Wait…” he said — no, ”Secretary Hale did.', '“ Wait … ” he said — no , ” Secretary Hale did .'],
    ['He said &quot;no&quot; &amp; left', 'He said &quot; no &quot; &amp; left'],
    ["the ministers' talks, AT&T, 3:30pm", "the ministers ' talks , AT&T , 3:30 pm"],
  ])('cuts %s', (text, expected) => {
    expect(tokensOf(text)).toBe(expected);
  });

  it('keeps every character that is no space, once and in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const tokens = tokenize(text);
        let last = 0;
        for (let at = 0; at < tokens.count; at++) {
          expect(text.slice(last, tokens.start[at])).not.toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u);
          expect(tokens.end[at]).toBeGreaterThan(tokens.start[at]);
          last = tokens.end[at];
        }
        expect(text.slice(last)).not.toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u);
      }),
    );
  });
});

describe('splitSentences', () => {
  it.each([
    ['Mr. Ortega met Gen. Lasker Jr. on Monday. He left.', 2],
    ['The U.S. sanctions hurt. They bought it from the U.S. It was cheap.', 3],
    ['Lloyd J. Austin III spoke. He left.', 2],
    ['“We will respond.” He left the room.', 2],
    ['"Stop now." She left.', 2],
    ['He met the Secretary of Defense of Kelland.The talks failed.', 2],
    ['The talks were held in Velm.“With care,” he said.', 2],
    ['VELM, March 25 (Ardan Wire) — Kelland fired two missiles. It was the first test.', 3],
    ['Velmark recalls envoy\nOSTRA (TNA) - The envoy left.', 3],
    ['First point\n- one thing\n- another thing\n', 3],
    ['"Why?" Ortega asked. "Because."', 2],
    ['“Is it over?” she wrote. Nobody knew.', 2],
    ['It was 5 p.m. Monday in Velm. It was 5 p.m. The sun set.', 3],
    ['The price rose by 3.5 percent. No. 3 fell.', 2],
    ['The line was\nbroken here.', 1],
    ['A. B. Carter and J.K. Rowe came. They sat.', 2],
  ])('finds the sentences of %j', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });

  it('gives no sentence for a text without tokens', () => {
    expect(sentencesOf('')).toEqual([]);
    expect(sentencesOf(' \n\t ')).toEqual([]);
  });

  it('puts every token into one sentence, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const tokens = tokenize(text);
        const starts = splitSentences(text, tokens);
        expect(starts.at(-1)).toBe(tokens.count);
        for (let at = 0; at + 1 < starts.length; at++) expect(starts[at + 1]).toBeGreaterThan(starts[at]);
        expect(starts[0]).toBe(0);
      }),
    );
  });
});
