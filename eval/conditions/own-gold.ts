import { join } from 'node:path';
import { z } from 'zod';
import type { Span } from '../../src/model/span.ts';
import { loadYaml } from '../../src/playbook/load-yaml.ts';

const schema = z.array(z.strictObject({ c: z.string(), t: z.string() }));

/** A sentence of our own, with the spans of its two sides. */
export interface OwnSentence {
  readonly text: string;
  readonly connective: string;
  readonly protasis: Span | undefined;
  readonly apodosis: Span | undefined;
  /** Kept for the last measurement. */
  readonly isTest: boolean;
}

interface Opened {
  readonly tag: string;
  readonly start: number;
}

function parseTags(tagged: string): { readonly text: string; readonly spans: ReadonlyMap<string, Span> } {
  const spans = new Map<string, Span>();
  let text = '';
  let from = 0;
  let open: Opened | undefined;
  for (const match of tagged.matchAll(/<(\/?)([pa])>/gu)) {
    text += tagged.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[1] === '') open = { tag: match[2], start: text.length };
    else if (open !== undefined) spans.set(open.tag, { start: open.start, end: text.length });
  }
  return { text: text + tagged.slice(from), spans };
}

/** Reads our own sentences; every third is marked as test. */
export function readOwnSentences(root: string): readonly OwnSentence[] {
  const rows = loadYaml(join(root, 'test', 'gold-own', 'conditions', 'conditions.yml'), schema);
  return rows.map(({ c, t }, i) => {
    const { text, spans } = parseTags(t);
    return { text, connective: c, protasis: spans.get('p'), apodosis: spans.get('a'), isTest: i % 3 === 2 };
  });
}
