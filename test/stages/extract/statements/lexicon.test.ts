import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { dataFolder } from '../../../../src/playbook/data-folder.ts';
import { loadStatementKnowledge, speechSchema } from '../../../../src/playbook/lexicon/speech.ts';
import { loadMarker } from '../../../../src/playbook/load-marker.ts';
import { loadYaml } from '../../../../src/playbook/load-yaml.ts';
import { phraseAt, setScene, speechEntryAt } from '../../../../src/stages/extract/statements/scene.ts';
import { mark } from '../../../../src/stages/mark/mark.ts';

const marker = loadMarker();
const { speech } = loadStatementKnowledge();
const entries = loadYaml(join(dataFolder(), 'lexicon', 'speech.yml'), speechSchema);

/** Are there words of an entry in a sentence: as cue, phrase or kind of speaker? */
function has(text: string, id: string): boolean {
  const entry = entries.find((one) => one.id === id);
  if (entry === undefined) return false;
  const marks = mark(text, marker);
  const scene = setScene(marks, speech);
  for (let t = 0; t < marks.tokenCount; t++) {
    if (phraseAt(scene, t)?.id === id || speechEntryAt(scene, t)?.id === id) return true;
    const isWord = entry.words.includes(marks.lemma[t].toLowerCase());
    if (isWord && entry.gives.startsWith('terms.')) return true;
    const other = speechEntryAt(scene, t);
    if (isWord && other !== undefined && other.pos === entry.pos) return true;
  }
  return false;
}

describe('data/lexicon/speech.yml', () => {
  it('has no id twice', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it.each(entries.map((entry) => [entry.id, entry] as const))('hits and misses for %s', (id, entry) => {
    for (const sentence of entry.hit) expect(has(sentence, id), sentence).toBe(true);
    for (const sentence of entry.miss) expect(has(sentence, id), sentence).toBe(false);
  });
});
