import type { MarkedReport } from '../../../../src/model/marked-report.ts';
import type { Marker } from '../../../../src/playbook/marker.ts';
import { mark } from '../../../../src/stages/mark/mark.ts';

/** A text with its syntax and nothing else found yet. */
export const toMarked = (text: string, marker: Marker): MarkedReport => ({
  report: { id: 'report-of-test', text, foundAt: '-', notes: [] },
  marks: mark(text, marker),
  repairs: [],
  mentions: [],
  times: [],
  quantities: [],
  statements: [],
});
