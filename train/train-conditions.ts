/** Makes models/conditions/clauses.bin: `npm run train:conditions -- --data FOLDER` (the folder of conditions). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { modelsFolder } from '../src/playbook/data-folder.ts';
import { loadConditionLexicon } from '../src/playbook/lexicon/conditions.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';
import { packMarker } from '../src/playbook/marker.ts';
import { readExamples } from './conditions/clause-examples.ts';
import { learnClauses } from './conditions/learn-clauses.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '..', '..', 'shared', 'gold', 'conditions') },
    rounds: { type: 'string', default: '6' },
    rate: { type: 'string', default: '0.0025' },
    pull: { type: 'string', default: '0.1' },
    out: { type: 'string', default: join(modelsFolder(), 'conditions') },
  },
});

/** Weights in eight bits and what one of them is worth; the few beyond `WIDEST` are cut off. */
function inBytes(weights: Float32Array): { readonly scale: number; readonly bytes: Int8Array } {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const widest = sizes.length === 0 ? 1 : sizes[Math.floor((sizes.length - 1) * 0.9998)];
  const scale = widest / 127;
  const bytes = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  return { scale, bytes };
}

const examples = readExamples(values.data, loadMarker(), loadConditionLexicon());
console.log(`${examples.length} conditionals`);
const settings = {
  rounds: Number(values.rounds),
  rate: Number(values.rate),
  pull: Number(values.pull),
  slots: 32768,
  orderSlots: 4096,
};
const learnt = learnClauses(examples, settings, console.log);
const numbers: Record<string, number> = {};
const tables: Record<string, Int8Array> = {};
for (const [name, table] of Object.entries({ word: learnt.word, gap: learnt.gap, order: learnt.order })) {
  const { scale, bytes } = inBytes(table.mean);
  numbers[`${name}.labels`] = table.labels;
  numbers[`${name}.scale`] = scale;
  tables[name] = bytes;
}
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, 'clauses.bin'), packMarker({ numbers, lists: {}, tables }));
