import type { Answer } from './score.ts';
import { findQuotations } from '../../src/stages/extract/statements/quotations.ts';
import type { Span } from '../../src/model/span.ts';

const NAME = /\b[A-Z][\p{L}.’'-]+(?: [A-Z][\p{L}.’'-]*)*|\b(?:he|she|they|He|She|They)\b/gu;

const NO_NAME = new Set(
  'The A An In On At But And For If It This That There We You I As So When While What'.split(' '),
);

interface Reach {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Text beside a quotation that may name its speaker: its line, as far as the sentence reaches. */
function reachOf(text: string, quotation: Span): Reach {
  const from = Math.max(text.lastIndexOf('\n', quotation.start - 1) + 1, quotation.start - 300);
  const newline = text.indexOf('\n', quotation.end);
  const until = Math.min(newline < 0 ? text.length : newline, quotation.end + 300);
  const isOpenAfter = /[,?!—-]["”']*$/u.test(text.slice(quotation.start, quotation.end));
  const stop = /[.!?] /u.exec(text.slice(quotation.end, until));
  const before = text.slice(from, quotation.start);
  const cut = Math.max(before.lastIndexOf('. '), before.lastIndexOf('? '), before.lastIndexOf('! '));
  const end = isOpenAfter ? (stop === null ? until : quotation.end + stop.index) : quotation.end;
  return { text, start: from + cut + 1, end };
}

/** The name or pronoun nearest to a quotation in its sentence, outside every quotation. */
function nearestName(text: string, quotation: Span, all: readonly Span[]): Span | undefined {
  const reach = reachOf(text, quotation);
  let best: Span | undefined;
  let bestGap = Infinity;
  for (const match of text.slice(reach.start, reach.end).matchAll(NAME)) {
    const span = { start: reach.start + match.index, end: reach.start + match.index + match[0].length };
    if (NO_NAME.has(match[0]) || all.some((other) => other.start < span.end && span.start < other.end))
      continue;
    const gap = span.start >= quotation.end ? span.start - quotation.end : quotation.start - span.end;
    if (gap < bestGap) {
      bestGap = gap;
      best = span;
    }
  }
  return best;
}

const FEWEST_WORDS = 3;

const wordCount = (text: string, span: Span): number => text.slice(span.start, span.end).split(/\s+/u).length;

/** Quotations of one line follow each other as parts of one, unless a name stands between both and elsewhere. */
function joinParts(text: string, quotations: readonly Span[]): Span[][] {
  const groups: Span[][] = [];
  for (const span of quotations) {
    const last = groups.at(-1)?.at(-1);
    const isPart = last !== undefined && !text.slice(last.end, span.start).includes('\n');
    if (isPart) groups.at(-1)?.push(span);
    else groups.push([span]);
  }
  return groups;
}

/** The floor: the outer quotations of a line, of three words or more, are a statement of the nearest name. */
export function readByQuoteMarks(text: string): Answer[] {
  const spans = findQuotations(text)
    .filter((quotation) => quotation.depth === 0)
    .map((quotation) => quotation.span);
  const long = spans.filter((span) => wordCount(text, span) >= FEWEST_WORDS);
  return joinParts(text, long).map((content) => {
    const source = content.map((span) => nearestName(text, span, spans)).find((found) => found !== undefined);
    const isWhole = content.some((span) => /^["“'`]+[A-Z]/u.test(text.slice(span.start, span.end)));
    const form = isWhole ? 'direct' : 'mixed';
    return { form, content, confidence: 0.5, ...(source === undefined ? {} : { source }) };
  });
}
