/** Makes models/conditions/clauses.bin: `npm run train:conditions -- --data FOLDER` (the folder of conditions). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ClauseModel } from '../src/model/lexicon-conditions.ts';
import type { LinearWeights } from '../src/model/lexicon-speech.ts';
import { dataFolder, modelsFolder } from '../src/playbook/data-folder.ts';
import { loadConditionLexicon } from '../src/playbook/lexicon/conditions.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';
import { packMarker } from '../src/playbook/marker.ts';
import { readExamples } from './conditions/clause-examples.ts';
import type { ClauseExample } from './conditions/clause-examples.ts';
import { learnClauses } from './conditions/learn-clauses.ts';
import { learnPairs, toContest } from './conditions/learn-pairs.ts';
import type { Contest } from './conditions/learn-pairs.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '..', '..', 'shared', 'gold', 'conditions') },
    rounds: { type: 'string', default: '6' },
    rate: { type: 'string', default: '0.0025' },
    pull: { type: 'string', default: '0.1' },
    out: { type: 'string', default: join(modelsFolder(), 'conditions') },
  },
});

type Learnt = ReturnType<typeof learnClauses>;
type ChainModel = Pick<ClauseModel, 'word' | 'gap' | 'order'>;

/** Weights in eight bits and what one of them is worth; the few largest are cut off. */
function inBytes(weights: Float32Array | Float64Array, labels: number): LinearWeights {
  const sizes = Float64Array.from(weights)
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  const widest = sizes.length === 0 ? 1 : sizes[Math.floor((sizes.length - 1) * 0.9998)];
  const scale = widest / 127;
  const bytes = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  return { slots: weights.length / labels, labels, scale, weights: bytes };
}

const toModel = ({ word, gap, order }: Learnt): ChainModel => ({
  word: inBytes(word.mean, word.labels),
  gap: inBytes(gap.mean, gap.labels),
  order: inBytes(order.mean, order.labels),
});

const settings = {
  rounds: Number(values.rounds),
  rate: Number(values.rate),
  pull: Number(values.pull),
  slots: 32768,
  orderSlots: 4096,
};
const pairSettings = { rounds: 6, pull: 0.02, slots: 32768 };
/** Few, clean if-conditionals bear a faster pace than many counterfactuals whose annotators disagree. */
const PACE = { given: 0.1, sought: 0.01 };

/** Ways of every example by a labeller that learnt from the other half. */
function readContests(examples: readonly ClauseExample[]): readonly Contest[] {
  return [0, 1].flatMap((half) => {
    const model = toModel(
      learnClauses(
        examples.filter((_, i) => i % 2 !== half),
        settings,
        console.log,
      ),
    );
    return examples.filter((_, i) => i % 2 === half).map((one) => toContest(one, model, pairSettings.slots));
  });
}

const examples = readExamples(values.data, loadMarker(), loadConditionLexicon(dataFolder(), ''));
console.log(`${examples.length} conditionals`);
const contests = readContests(examples);
const given = learnPairs(
  contests.filter((one) => one.isGiven),
  { ...pairSettings, rate: PACE.given },
  console.log,
);
const sought = learnPairs(
  contests.filter((one) => !one.isGiven),
  { ...pairSettings, rate: PACE.sought },
  console.log,
);
const model = {
  ...toModel(learnClauses(examples, settings, console.log)),
  pair: inBytes(
    given.weights.map((weight, slot) => weight + sought.weights[slot]),
    1,
  ),
};
const numbers: Record<string, number> = { 'trust.given': given.trust, 'trust.sought': sought.trust };
const tables: Record<string, Int8Array> = {};
for (const [name, { labels, scale, weights }] of Object.entries(model)) {
  numbers[`${name}.labels`] = labels;
  numbers[`${name}.scale`] = scale;
  tables[name] = weights;
}
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, 'clauses.bin'), packMarker({ numbers, lists: {}, tables }));
