import type { MarkedReport } from '../../../../src/model/marked-report.ts';
import type { Span } from '../../../../src/model/span.ts';
import type { Marker } from '../../../../src/playbook/marker.ts';
import { mark } from '../../../../src/stages/mark/mark.ts';

/** A report of a text with its marks and nothing else yet. */
export function markedOf(text: string, marker: Marker): MarkedReport {
  const report = { id: 'report', text, foundAt: '-', notes: [] };
  const none = { repairs: [], mentions: [], times: [], quantities: [], statements: [] };
  return { report, marks: mark(text, marker), ...none };
}

export const wordsOf = (text: string, span: Span | undefined): string =>
  span === undefined ? '' : text.slice(span.start, span.end);
