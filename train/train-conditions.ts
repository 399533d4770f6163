import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConditionLexicon } from '../src/playbook/lexicon/conditions.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';
import {
  apodosisEnds,
  apodosisStarts,
  feasibleDirections,
  protasisEnds,
} from '../src/stages/extract/conditions/boundary-candidates.ts';
import {
  directionFeatures, endFeatures, protasisFeatures, startFeatures,
} from '../src/stages/extract/conditions/boundary-features.ts'; // prettier-ignore
import { readInstances } from './conditions/instances.ts';
import type { Instance } from './conditions/instances.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '..', '..', 'shared', 'gold', 'conditions') },
    rounds: { type: 'string', default: '8' },
    rate: { type: 'string', default: '0.1' },
    pull: { type: 'string', default: '0.03' },
    out: {
      type: 'string',
      default: join(import.meta.dirname, '..', 'models', 'conditions', 'boundaries.json'),
    },
  },
});

/** One choice among candidates: feature lists, and which of them is right. */
interface Choice {
  readonly candidates: readonly (readonly string[])[];
  readonly right: number;
}

function toChoice<T>(
  candidates: readonly T[],
  right: T | undefined,
  features: (one: T) => readonly string[],
): Choice[] {
  const at = right === undefined ? -1 : candidates.indexOf(right);
  return at < 0 ? [] : [{ candidates: candidates.map(features), right: at }];
}

function toChoices({ scene, protasisEnd, direction, apodosisStart, apodosisEnd }: Instance): Choice[] {
  const protasis = { first: scene.first, last: protasisEnd };
  return [
    ...toChoice(protasisEnds(scene), protasisEnd, (at) => protasisFeatures(scene, at)),
    ...toChoice(feasibleDirections(scene, protasis), direction, (one) =>
      directionFeatures(scene, protasis, one),
    ),
    ...toChoice(apodosisStarts(scene, protasis), apodosisStart, (at) => startFeatures(scene, protasis, at)),
    ...toChoice(apodosisEnds(scene, protasis), apodosisEnd, (at) => endFeatures(scene, protasis, at)),
  ];
}

/** Maximum likelihood of the right candidates under log-linear models, by AdaGrad with a pull towards zero. */
class Learner {
  private readonly weight = new Map<string, number>();
  private readonly squares = new Map<string, number>();
  private readonly rate: number;
  private readonly pull: number;
  loss = 0;

  constructor(rate: number, pull: number) {
    this.rate = rate;
    this.pull = pull;
  }

  private score(features: readonly string[]): number {
    let sum = 0;
    for (const feature of features) sum += this.weight.get(feature) ?? 0;
    return sum;
  }

  learn({ candidates, right }: Choice): void {
    const scores = candidates.map((features) => this.score(features));
    const top = Math.max(...scores);
    const raised = scores.map((score) => Math.exp(score - top));
    const sum = raised.reduce((a, b) => a + b, 0);
    this.loss -= Math.log(raised[right] / sum);
    const slope = new Map<string, number>();
    for (const [i, features] of candidates.entries()) {
      const by = (i === right ? 1 : 0) - raised[i] / sum;
      for (const feature of features) slope.set(feature, (slope.get(feature) ?? 0) + by);
    }
    for (const [feature, by] of slope) this.step(feature, by);
  }

  private step(feature: string, by: number): void {
    const now = this.weight.get(feature) ?? 0;
    const slope = by - this.pull * now;
    const squares = (this.squares.get(feature) ?? 0.01) + slope * slope;
    this.squares.set(feature, squares);
    this.weight.set(feature, now + (this.rate * slope) / Math.sqrt(squares));
  }

  weights(): Readonly<Record<string, number>> {
    const entries = [...this.weight].map(([name, value]): [string, number] => [
      name,
      Math.round(value * 1000) / 1000,
    ]);
    return Object.fromEntries(
      entries.filter(([, value]) => Math.abs(value) > 0.02).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
}

/** The same order on every machine: a shuffle by a fixed multiplicative step. */
function shuffled<T>(list: readonly T[], round: number): readonly T[] {
  const keyed = list.map((one, i) => ({ one, key: Math.imul(i + 1, 2654435761 + round * 40503) >>> 0 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
}

const instances = readInstances(values.data, loadMarker(), loadConditionLexicon());
const choices = instances.flatMap(toChoices);
console.log(`${instances.length} conditionals, ${choices.length} choices`);
const learner = new Learner(Number(values.rate), Number(values.pull));
for (let round = 0; round < Number(values.rounds); round++) {
  learner.loss = 0;
  for (const choice of shuffled(choices, round)) learner.learn(choice);
  console.log(`round ${round + 1}: mean loss ${(learner.loss / choices.length).toFixed(4)}`);
}
mkdirSync(join(values.out, '..'), { recursive: true });
const weights = learner.weights();
writeFileSync(values.out, `${JSON.stringify(weights)}\n`);
console.log(`${Object.keys(weights).length} weights`);
