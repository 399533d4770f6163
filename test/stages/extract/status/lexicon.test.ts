import { describe, expect, it } from 'vitest';
import { statusOf } from '../../../../src/stages/extract/status/status-of.ts';
import type { StatusTrace } from '../../../../src/stages/extract/status/status-of.ts';
import { toTree, tokenAt } from '../../../../src/stages/extract/syntax/tree.ts';
import { markedReport, status } from '../moves/read-moves.ts';

function traceOf(bracketed: string): StatusTrace {
  const { marks } = markedReport(bracketed.replace(/[[\]]/gu, ''));
  return statusOf(toTree(marks), tokenAt(marks, bracketed.indexOf('[')), status);
}

const WEAK: ReadonlySet<string> = new Set(['likely', 'unlikely', 'unsure']);

describe('the lexicon of status', () => {
  it.each(status.entries.flatMap((entry) => entry.hit.map((text) => ({ entry, id: entry.id, text }))))(
    '$id sets the deed in: $text',
    ({ entry, text }) => {
      const { path, status: found, doubt } = traceOf(text);
      expect(path.map((step) => step.replace(/^[-?]/u, ''))).toContain(entry.id);
      expect(WEAK.has(entry.affirmed) ? doubt : found).toBe(entry.affirmed);
    },
  );

  it.each(status.entries.flatMap((entry) => entry.miss.map((text) => ({ entry, id: entry.id, text }))))(
    '$id does not affirm the deed in: $text',
    ({ entry, text }) => {
      expect(traceOf(text).path).not.toContain(entry.id);
    },
  );
});
