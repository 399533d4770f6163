import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import type { Hedge } from '../../../../src/model/claim.ts';
import { UPOS } from '../../../../src/model/marks.ts';
import { dataFolder } from '../../../../src/playbook/data-folder.ts';
import { hedgesSchema, loadHedgeLexicon } from '../../../../src/playbook/lexicon/hedges.ts';
import { loadMarker } from '../../../../src/playbook/load-marker.ts';
import { loadYaml } from '../../../../src/playbook/load-yaml.ts';
import { hedgeAt } from '../../../../src/stages/extract/hedges/hedge-at.ts';
import { tokenAt, toTree } from '../../../../src/stages/extract/syntax/tree.ts';
import { markedOf, wordsOf } from '../statements/marked.ts';

const marker = loadMarker();
const lexicon = loadHedgeLexicon();
const entries = loadYaml(join(dataFolder(), 'lexicon', 'hedges.yml'), hedgesSchema);
const PUNCT = UPOS.indexOf('PUNCT');

function hedgeOn(text: string, word: string): Hedge | undefined {
  const marked = markedOf(text, marker);
  return hedgeAt(marked, toTree(marked.marks), tokenAt(marked.marks, text.indexOf(word)), lexicon);
}

function entriesIn(text: string): Set<string> {
  const marked = markedOf(text, marker);
  const tree = toTree(marked.marks);
  const found = new Set<string>();
  for (let t = 0; t < marked.marks.tokenCount; t++) {
    if (marked.marks.upos[t] === PUNCT) continue;
    const hedge = hedgeAt(marked, tree, t, lexicon);
    if (hedge !== undefined) found.add(hedge.entry);
  }
  return found;
}

describe('hedgeAt', () => {
  it('reads an adverb beside the word', () => {
    const text = 'The port is perhaps the best place for the talks.';
    const hedge = hedgeOn(text, 'place');
    expect(hedge?.certitude).toBe('possible');
    expect(wordsOf(text, hedge?.span)).toBe('perhaps');
  });

  it('reads a verb above the clause', () => {
    expect(hedgeOn('The two sides appear to have struck a bargain.', 'struck')?.certitude).toBe('appears');
    expect(hedgeOn('The cabinet is expected to reject the draft.', 'reject')?.certitude).toBe('expected');
  });

  it('reads "not clear" as unclear and "clear" as certain', () => {
    expect(hedgeOn('It is not clear that the ban will hold.', 'hold')?.certitude).toBe('unclear');
    expect(hedgeOn('It is clear that the ban will hold.', 'hold')?.certitude).toBe('certain');
  });

  it('leaves alone what nothing hedges', () => {
    expect(hedgeOn('The port was closed on Monday.', 'closed')).toBeUndefined();
  });

  it.each(entries.map((entry) => [entry.id, entry] as const))('hits and misses for %s', (id, entry) => {
    for (const sentence of entry.hit) expect(entriesIn(sentence), sentence).toContain(id);
    for (const sentence of entry.miss) expect(entriesIn(sentence), sentence).not.toContain(id);
  });
});
