/**
 * Makes models/conditions/clauses.bin: `npm run train:conditions -- --data FOLDER` (the folder of conditions). Reads
 * treebanks with the markers that `npm run train:folds` makes.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readIfGold } from '../eval/conditions/if-gold.ts';
import type { ClauseModel } from '../src/model/lexicon-conditions.ts';
import type { LinearWeights } from '../src/model/lexicon-speech.ts';
import { UserError } from '../src/model/user-error.ts';
import { dataFolder, modelsFolder } from '../src/playbook/data-folder.ts';
import { loadConditionLexicon } from '../src/playbook/lexicon/conditions.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';
import { packMarker } from '../src/playbook/marker.ts';
import type { Marker } from '../src/playbook/marker.ts';
import { readCounterfactualExamples, readIfExamples } from './conditions/clause-examples.ts';
import type { ClauseExample } from './conditions/clause-examples.ts';
import { learnClauses } from './conditions/learn-clauses.ts';
import { learnPairs, toContest } from './conditions/learn-pairs.ts';
import { readSubordinateExamples } from './conditions/subordinate-examples.ts';
import { foldFile, FOLDS, foldsById } from './folds.ts';
import { readTreebanks, TREEBANKS } from './read-treebanks.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '..', '..', 'shared', 'gold', 'conditions') },
    treebanks: { type: 'string', default: TREEBANKS },
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

/** How one of the two labellers is learnt. */
interface Plan {
  readonly name: 'given' | 'sought';
  readonly examples: readonly ClauseExample[];
  readonly slots: number;
  /** Few, clean clauses bear a faster pace than many counterfactuals whose annotators disagree. */
  readonly pace: number;
}

const chain = { rounds: 6, rate: 0.0025, pull: 0.1, orderSlots: 4096 };
const whole = { rounds: 6, pull: 0.02, slots: 32768 };
/** Parts of the examples, the ways through each of which are proposed by a labeller that learnt from the others. */
const PARTS = 4;

function learnModel({ name, examples, slots, pace }: Plan): ClauseModel {
  const learn = (lessons: readonly ClauseExample[]): ChainModel =>
    toModel(learnClauses(lessons, { ...chain, slots }, console.log));
  console.log(`${name}: ${examples.length} examples`);
  const contests = Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const model = learn(examples.filter((_, i) => i % PARTS !== part));
    const others = examples.filter(
      ({ view }, i) => i % PARTS === part && view.anchored === (name === 'given'),
    );
    return others.map((one) => toContest(one, model, whole.slots));
  });
  const { weights, trust } = learnPairs(contests, { ...whole, rate: pace }, console.log);
  return { ...learn(examples), pair: inBytes(weights, 1), trust };
}

function loadFolds(): readonly Marker[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const file = foldFile(fold);
    if (existsSync(file)) return loadMarker(file);
    throw new UserError('A marker that has not learnt from a part of the treebanks is missing.', {
      where: file,
      hint: 'Make it with npm run train:folds.',
    });
  });
}

function readPlans(): readonly Plan[] {
  const lexicon = loadConditionLexicon(dataFolder(), '');
  const marker = loadMarker();
  const markers = loadFolds();
  const treebanks = readTreebanks(values.treebanks);
  const folds = foldsById(treebanks);
  const bare = (id: string): string => id.replace(/^[^/]*\//u, '');
  const markerOf = (id: string): Marker => markers.at(folds.get(bare(id)) ?? FOLDS) ?? marker;
  const sentences = readIfGold(values.data, 'train').filter(({ gold }) => gold.length > 0);
  const known = new Set(sentences.map(({ id }) => bare(id)));
  const conditionals = readIfExamples(sentences, markerOf, lexicon);
  const others = readSubordinateExamples(treebanks, known, markerOf, lexicon);
  const counterfactuals = readCounterfactualExamples(values.data, marker, lexicon);
  return [
    { name: 'given', examples: [...conditionals, ...others], slots: 32768, pace: 0.1 },
    { name: 'sought', examples: [...conditionals, ...counterfactuals], slots: 65536, pace: 0.01 },
  ];
}

const numbers: Record<string, number> = {};
const tables: Record<string, Int8Array> = {};
for (const plan of readPlans()) {
  const { trust, ...linear } = learnModel(plan);
  numbers[`${plan.name}.trust`] = trust;
  for (const [part, { labels, scale, weights }] of Object.entries(linear)) {
    numbers[`${plan.name}.${part}.labels`] = labels;
    numbers[`${plan.name}.${part}.scale`] = scale;
    tables[`${plan.name}.${part}`] = weights;
  }
}
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, 'clauses.bin'), packMarker({ numbers, lists: {}, tables }));
