import type {
  IndexedRepair,
  RepairElement,
  RepairLexicon,
  RepairPattern,
} from '../../../model/lexicon-repairs.ts';
import type { Span } from '../../../model/span.ts';
import { isCapital, wordAt } from '../times/words.ts';
import type { Words } from '../times/words.ts';

/** A garbled stretch with the reading an entry proposes. */
export interface Proposal {
  readonly span: Span;
  readonly reading: string;
  readonly entry: Pick<RepairPattern, 'id' | 'confidence' | 'basis'>;
}

const LETTERS = /^\p{L}/u;

function fits(element: RepairElement, words: Words, i: number): boolean {
  const word = wordAt(words, i);
  switch (element.kind) {
    case 'words':
      return element.words.has(word);
    case 'stem':
      return element.stems.some((stem) => word.startsWith(stem));
    case 'class':
      switch (element.of) {
        case 'number':
          return /^\d/.test(word);
        case 'name':
          return isCapital(words, i);
        case 'word':
          return LETTERS.test(word);
        case 'gerund':
          return word.length > 5 && word.endsWith('ing');
        case 'plural':
          return word.length > 3 && word.endsWith('s') && !isCapital(words, i);
      }
  }
}

const REACH = 60;
const SENTENCE_END = /^[.!?]$/;

const isOneOf = (word: string, wanted: readonly string[]): boolean =>
  wanted.some((one) => (one.endsWith('~') ? word.startsWith(one.slice(0, -1)) : word === one));

/** True where one of the words stands in the same sentence, or what passes for one in garbled text. */
function hasNear(words: Words, first: number, past: number, wanted: readonly string[]): boolean {
  for (
    let i = first;
    i >= Math.max(0, first - REACH) && (i === first || !SENTENCE_END.test(wordAt(words, i)));
    i--
  )
    if (isOneOf(wordAt(words, i), wanted)) return true;
  for (
    let i = first;
    i < Math.min(words.count, past + REACH) && !(i >= past && SENTENCE_END.test(wordAt(words, i)));
    i++
  )
    if (isOneOf(wordAt(words, i), wanted)) return true;
  return false;
}

function readingOf(words: Words, first: number, { pattern, variant }: IndexedRepair): string {
  const group = (number: number): string => {
    const from = variant.groups.indexOf(number);
    if (from < 0) return '';
    const until = variant.groups.lastIndexOf(number);
    return words.text.slice(words.start[first + from], words.end[first + until]);
  };
  return pattern.reading
    .replace(/\$(\d+)/g, (_, number: string) => group(Number(number)))
    .replace(/ {2,}/g, ' ')
    .trim();
}

function matchAt(words: Words, first: number, indexed: IndexedRepair): Proposal | undefined {
  const { pattern, variant } = indexed;
  const past = first + variant.elements.length;
  if (first < 0 || past > words.count) return undefined;
  if (!variant.elements.every((element, k) => fits(element, words, first + k))) return undefined;
  if (pattern.near.length > 0 && !hasNear(words, first, past, pattern.near)) return undefined;
  if (pattern.far.length > 0 && hasNear(words, first, past, pattern.far)) return undefined;
  const span = { start: words.start[first], end: words.end[past - 1] };
  return { span, reading: readingOf(words, first, indexed), entry: pattern };
}

/** Every place where a pattern is met; of one pattern's ways that overlap, the longest. Linear for short patterns. */
export function matchPatterns(words: Words, index: RepairLexicon['index']): Proposal[] {
  const found: Proposal[] = [];
  for (let i = 0; i < words.count; i++) {
    const indexedHere = index.get(words.lower[i]);
    if (indexedHere === undefined) continue;
    const here = new Map<string, Proposal>();
    for (const indexed of indexedHere) {
      const { id } = indexed.pattern;
      const proposal = matchAt(words, i - indexed.variant.anchor, indexed);
      if (proposal === undefined) continue;
      const rival = here.get(id);
      if (rival === undefined || rival.span.end - rival.span.start < proposal.span.end - proposal.span.start)
        here.set(id, proposal);
    }
    found.push(...here.values());
  }
  return found;
}
