/** One quotation mark; several written in a row for one are one. */
export interface QuoteMark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'double' | 'single';
  /** By its shape, or for straight marks by its neighbours. */
  readonly side: 'open' | 'close' | 'either';
  readonly glyph: 'sided' | 'straight';
}

const MARK = /["“”„‟«»]+|''+|``+|‘‘|’’|['‘’`]/gu;

const before = (text: string, at: number): string => (at > 0 ? text[at - 1] : ' ');
const after = (text: string, at: number): string => (at < text.length ? text[at] : ' ');

const isOpenContext = (text: string, start: number, end: number): boolean =>
  /[\s([{—–\-/]/u.test(before(text, start)) && /[^\s)\]},;:!?]/u.test(after(text, end));

const isCloseContext = (text: string, start: number, end: number): boolean =>
  /[^\s([{]/u.test(before(text, start)) && /[\s)\]}.,;:!?—–\-/]/u.test(after(text, end));

function sideByPlace(text: string, start: number, end: number): QuoteMark['side'] {
  const opens = isOpenContext(text, start, end);
  const closes = isCloseContext(text, start, end);
  if (opens === closes) return 'either';
  return opens ? 'open' : 'close';
}

function toDouble(text: string, start: number, end: number): QuoteMark {
  const glyphs = text.slice(start, end);
  const byPlace = sideByPlace(text, start, end);
  const opening = /[“„«`‘]/u.test(glyphs);
  const closing = /[”»’]/u.test(glyphs);
  if (opening !== closing)
    return { start, end, kind: 'double', side: opening ? 'open' : 'close', glyph: 'sided' };
  return { start, end, kind: 'double', side: byPlace, glyph: 'straight' };
}

/** A single mark counts only where it cannot be an apostrophe: before a word, or after one that it closes. */
function toSingle(text: string, start: number, end: number): QuoteMark | undefined {
  const glyph = text.slice(start, end);
  const side = sideByPlace(text, start, end);
  if (side === 'either') return undefined;
  if (glyph === '‘' && side === 'close') return undefined;
  if (glyph === '’' && side === 'open') return undefined;
  if (side === 'open' && /^(?:\d0s|tis|twas|em\b|cause\b|til\b)/iu.test(text.slice(end, end + 6)))
    return undefined;
  return { start, end, kind: 'single', side, glyph: glyph === "'" ? 'straight' : 'sided' };
}

/** All quotation marks of a text in order, apostrophes left out. */
export function listQuoteMarks(text: string): readonly QuoteMark[] {
  const marks: QuoteMark[] = [];
  for (const match of text.matchAll(MARK)) {
    const start = match.index;
    const end = start + match[0].length;
    const isSingle = match[0].length === 1 && /['‘’`]/u.test(match[0]);
    const mark = isSingle ? toSingle(text, start, end) : toDouble(text, start, end);
    if (mark !== undefined) marks.push(mark);
  }
  return marks;
}
