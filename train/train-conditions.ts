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
    rounds: { type: 'string', default: '16' },
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

/** Averaged perceptron: the sum of all weights over time, kept as w and u (Daumé's trick). */
class Learner {
  private readonly now = new Map<string, number>();
  private readonly drift = new Map<string, number>();
  private step = 1;
  errors = 0;

  private score(features: readonly string[]): number {
    let sum = 0;
    for (const feature of features) sum += this.now.get(feature) ?? 0;
    return sum;
  }

  private add(features: readonly string[], by: number): void {
    for (const feature of features) {
      this.now.set(feature, (this.now.get(feature) ?? 0) + by);
      this.drift.set(feature, (this.drift.get(feature) ?? 0) + by * this.step);
    }
  }

  learn({ candidates, right }: Choice): void {
    const scores = candidates.map((features) => this.score(features));
    const best = scores.indexOf(Math.max(...scores));
    if (best !== right) {
      this.errors += 1;
      this.add(candidates[right], 1);
      this.add(candidates[best], -1);
    }
    this.step += 1;
  }

  average(): Readonly<Record<string, number>> {
    const entries = [...this.now].map(([name, value]): [string, number] => [
      name,
      Math.round((value - (this.drift.get(name) ?? 0) / this.step) * 1000) / 1000,
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
const learner = new Learner();
for (let round = 0; round < Number(values.rounds); round++) {
  learner.errors = 0;
  for (const choice of shuffled(choices, round)) learner.learn(choice);
  console.log(`round ${round + 1}: ${learner.errors} errors`);
}
mkdirSync(join(values.out, '..'), { recursive: true });
const weights = learner.average();
writeFileSync(values.out, `${JSON.stringify(weights)}\n`);
console.log(`${Object.keys(weights).length} weights`);
