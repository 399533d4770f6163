import type { Span } from '../../../model/span.ts';
import { listQuoteMarks } from './quote-marks.ts';
import type { QuoteMark } from './quote-marks.ts';

/** Words between quotation marks. */
export interface Quotation {
  /** With its marks, where they stand. */
  readonly span: Span;
  /** Without its marks. */
  readonly inner: Span;
  /** How it was closed or opened, where a mark is missing or the wrong way round. */
  readonly mending?: 'lost-opening' | 'lost-closing' | 'reversed';
  /** It goes on from the quotation of the paragraph before, whose closing mark is left out by custom. */
  readonly continues: boolean;
  /** How many quotations enclose it. */
  readonly depth: number;
}

interface Open {
  readonly mark: QuoteMark;
  readonly continues: boolean;
}

interface Scan {
  readonly text: string;
  readonly found: Quotation[];
  stack: Open[];
  /** Where the last quotation of this paragraph ended. */
  lastEnd: number;
  paragraphStart: number;
}

const SENTENCE_END = /[.!?]/u;

function close(scan: Scan, end: number, innerEnd: number, mending?: Quotation['mending']): void {
  const open = scan.stack.pop();
  if (open === undefined) return;
  const inner = { start: open.mark.end, end: innerEnd };
  scan.lastEnd = end;
  if (inner.end <= inner.start) return;
  scan.found.push({
    span: { start: open.mark.start, end },
    inner,
    ...(mending === undefined ? {} : { mending }),
    continues: open.continues,
    depth: scan.stack.length,
  });
}

/** A closing mark without an opening one: the quotation is taken to begin with its sentence. */
function closeWithoutOpening(scan: Scan, mark: QuoteMark): void {
  const floor = Math.max(scan.paragraphStart, scan.lastEnd);
  let start = mark.start - 1;
  while (start > floor && !(SENTENCE_END.test(scan.text[start - 1]) && /\s/u.test(scan.text[start]))) start--;
  while (start < mark.start && /\s/u.test(scan.text[start])) start++;
  if (mark.start - start < 2) return;
  scan.found.push({
    span: { start, end: mark.end },
    inner: { start, end: mark.start },
    mending: 'lost-opening',
    continues: false,
    depth: 0,
  });
  scan.lastEnd = mark.end;
}

const topOf = (scan: Scan): Open | undefined => scan.stack.at(-1);

/** "… program, “said the secretary": an opening mark that closes. */
function isReversed(scan: Scan, mark: QuoteMark): boolean {
  const before = scan.text.slice(Math.max(0, mark.start - 2), mark.start).trimEnd();
  return /[,.!?]$/u.test(before) && /^\s*[a-z]/u.test(scan.text.slice(mark.end, mark.end + 3));
}

const FARTHEST_AHEAD = 64;

/** An opening mark in a quotation opens an inner one where the marks ahead in the line close both. */
function isInner(marks: readonly QuoteMark[], at: number, end: number): boolean {
  let depth = 2;
  for (let i = at + 1; i < marks.length && marks[i].start < end; i++) {
    if (marks[i].kind === 'single') continue;
    if (i - at > FARTHEST_AHEAD) return true;
    if (marks[i].side === 'either') return false;
    depth += marks[i].side === 'open' ? 1 : -1;
    if (depth === 0) return true;
  }
  return false;
}

function onDouble(scan: Scan, marks: readonly QuoteMark[], at: number, end: number): void {
  const mark = marks[at];
  while (topOf(scan)?.mark.kind === 'single') scan.stack.pop();
  const isOpen = topOf(scan) !== undefined;
  if (mark.side === 'close') {
    if (isOpen) close(scan, mark.end, mark.start);
    else closeWithoutOpening(scan, mark);
  } else if (!isOpen || (mark.glyph === 'sided' && !isReversed(scan, mark) && isInner(marks, at, end))) {
    scan.stack.push({ mark, continues: false });
  } else if (mark.side === 'either' || isReversed(scan, mark)) {
    close(scan, mark.end, mark.start, mark.side === 'open' ? 'reversed' : undefined);
  } else {
    close(scan, mark.start, trimmedEnd(scan.text, mark.start), 'lost-closing');
    scan.stack.push({ mark, continues: false });
  }
}

function onSingle(scan: Scan, mark: QuoteMark): void {
  if (topOf(scan)?.mark.kind === 'single') {
    if (mark.side !== 'open') close(scan, mark.end, mark.start);
  } else if (mark.side === 'open') scan.stack.push({ mark, continues: false });
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/u.test(text[at - 1])) at--;
  return at;
}

/** What is open at the end of a paragraph ends there; the next paragraph may go on with it. */
function endParagraph(scan: Scan, end: number): boolean {
  while (topOf(scan)?.mark.kind === 'single') scan.stack.pop();
  let wasOpen = false;
  while (scan.stack.length > 0) {
    wasOpen = true;
    const stop = trimmedEnd(scan.text, end);
    close(scan, stop, stop, 'lost-closing');
  }
  return wasOpen;
}

/**
 * Finds quotations by their marks: double and single, straight, curly, angled or doubled apostrophes; lost,
 * doubled and reversed marks; paragraphs that go on with a quotation. Ordered by start. Linear in the text.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const scan: Scan = { text, found: [], stack: [], lastEnd: 0, paragraphStart: 0 };
  const marks = listQuoteMarks(text);
  let next = 0;
  let wasOpen = false;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    scan.paragraphStart = start;
    scan.lastEnd = start;
    const first = scan.found.length;
    let isFirst = true;
    for (; next < marks.length && marks[next].start < end; next++) {
      const mark = marks[next];
      const leads = isFirst && text.slice(start, mark.start).trim() === '';
      if (leads && wasOpen && mark.kind === 'double') scan.stack.push({ mark, continues: true });
      else if (mark.kind === 'double') onDouble(scan, marks, next, end);
      else onSingle(scan, mark);
      isFirst = false;
    }
    const stayedOpen = endParagraph(scan, end);
    if (text.slice(start, end).trim() !== '') wasOpen = stayedOpen;
    settleSingles(scan, first);
    start = end + 1;
  }
  return scan.found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Single quotations of a paragraph count only when short enough to be no pair of apostrophes. */
function settleSingles(scan: Scan, from: number): void {
  const kept = scan.found.splice(from).filter((q) => q.mending !== undefined || !isLongSingle(scan.text, q));
  scan.found.push(...kept);
}

const LONGEST_SINGLE = 400;

const isLongSingle = (text: string, quotation: Quotation): boolean =>
  /^['‘’]$/u.test(text.slice(quotation.span.start, quotation.inner.start)) &&
  quotation.span.end - quotation.span.start > LONGEST_SINGLE;
