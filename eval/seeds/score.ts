import type { Claim, ClaimKind } from '../../src/model/claim.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Span } from '../../src/model/span.ts';
import { ANSWERS } from './categories.ts';
import type { Row } from './rows.ts';

/** One finding of a reading with the spans by which it may meet a row. */
export interface Finding {
  readonly kind: ClaimKind | 'mention' | 'time' | 'quantity';
  readonly entry: string;
  readonly spans: readonly Span[];
}

/** A claim may be far longer than a row: beyond this many times the row's words it is no answer. */
const LONGEST = 6;
const ROOM = 10;

const WORD = /[\p{L}\p{N}$%]+(?:[’'.-][\p{L}\p{N}]+)*/gu;

/** Offsets at which the words of a span begin. */
function wordsIn(text: string, span: Span): readonly number[] {
  return [...text.slice(span.start, span.end).matchAll(WORD)].map((match) => span.start + match.index);
}

const within = (words: readonly number[], span: Span): number =>
  words.filter((at) => at >= span.start && at < span.end).length;

/** At least half of the row's words lie in the finding, and the finding is no whole paragraph about something else. */
export function meets(finding: Finding, row: Row, text: string): boolean {
  const words = wordsIn(text, row.span);
  return finding.spans.some(
    (span) =>
      2 * within(words, span) >= words.length && wordsIn(text, span).length <= LONGEST * words.length + ROOM,
  );
}

function spansOf(claim: Claim): readonly Span[] {
  if (claim.kind === 'statement') return [...claim.content, claim.span];
  if (claim.kind === 'condition') return [claim.span, claim.protasis, claim.apodosis];
  return [claim.span];
}

/** Everything in a reading that may answer a row. */
export function listFindings(reading: Reading): readonly Finding[] {
  return [
    ...reading.claims.map((claim) => ({ kind: claim.kind, entry: claim.entry, spans: spansOf(claim) })),
    ...reading.mentions.map(({ party }) => ({
      kind: 'mention' as const,
      entry: party.naming,
      spans: [party.span],
    })),
    ...reading.times.map((time) => ({ kind: 'time' as const, entry: time.entry, spans: [time.span] })),
    ...reading.quantities.map((quantity) => ({
      kind: 'quantity' as const,
      entry: 'quantity',
      spans: [quantity.span],
    })),
  ];
}

const mayAnswer = (category: string, finding: Finding): boolean => {
  const answer = ANSWERS.get(category);
  if (answer === undefined) return false;
  return [...answer.claims, ...answer.others].some((kind) => kind === finding.kind);
};

export interface Score {
  readonly found: readonly Row[];
  readonly missed: readonly Row[];
  readonly unmatched: readonly Finding[];
}

/** Which rows a reading answers, and which of its claims answer no row of any category. */
export function scoreRows(rows: readonly Row[], findings: readonly Finding[], text: string): Score {
  const answers = (row: Row): readonly Finding[] =>
    findings.filter((finding) => mayAnswer(row.category, finding) && meets(finding, row, text));
  const found = rows.filter((row) => answers(row).length > 0);
  const used = new Set(
    rows.flatMap((row) => findings.filter((f) => mayAnswer(row.category, f) && touches(f, row))),
  );
  const kinds = new Set(['mention', 'time', 'quantity']);
  return {
    found,
    missed: rows.filter((row) => !found.includes(row)),
    unmatched: findings.filter((finding) => !kinds.has(finding.kind) && !used.has(finding)),
  };
}

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const length = (span: Span): number => span.end - span.start;

/** A claim that lies in a row of its kind, or shares half of itself with one, is about that row. */
const touches = (finding: Finding, row: Row): boolean =>
  finding.spans.some((span) => 2 * shared(span, row.span) >= Math.min(length(row.span), length(span)));
