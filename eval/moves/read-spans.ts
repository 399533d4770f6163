import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type SpanLabel = 'S' | 'T' | 'R';

export interface LabelledSpan {
  readonly label: SpanLabel;
  readonly start: number;
  readonly end: number;
}

/** A sentence rebuilt from words, with its spans in characters. */
export interface SpanSentence {
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
}

const NO_SPACE_BEFORE = /^[,.;:!?%)\]’”]|^'s$|^'$|^n't$|^-$/u;
const NO_SPACE_AFTER = /[([$“‘-]$/u;

const isLabel = (tag: string): tag is SpanLabel => tag === 'S' || tag === 'T' || tag === 'R';

function toSentence(lines: readonly string[]): SpanSentence {
  let text = '';
  const spans: LabelledSpan[] = [];
  for (const line of lines) {
    const cut = line.lastIndexOf(' ');
    const word = line.slice(0, cut);
    const tag = line.slice(cut + 1);
    if (text !== '' && !NO_SPACE_BEFORE.test(word) && !NO_SPACE_AFTER.test(text)) text += ' ';
    const start = text.length;
    text += word;
    const label = tag.slice(2);
    if (!isLabel(label)) continue;
    const open = spans.at(-1);
    if (tag.startsWith('I') && open?.label === label) spans[spans.length - 1] = { ...open, end: text.length };
    else spans.push({ label, start, end: text.length });
  }
  return { text, spans };
}

/** Reads the BIO file of source (S), target (T) and mutual (R) spans. */
export function readSpans(folder: string): SpanSentence[] {
  const text = readFileSync(join(folder, 'cameo-spans', 'ner_train.bio.txt'), 'utf8');
  return text
    .split(/\n\s*\n/u)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map(toSentence);
}
