import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadWordings } from '../../../src/playbook/load-wordings.ts';
import type { KnownReading } from '../../../src/stages/reconcile/known-reading.ts';
import { ReconcileIndex } from '../../../src/stages/reconcile/reconcile-index.ts';
import { reconcile } from '../../../src/stages/reconcile/reconcile.ts';
import type { Rulings } from '../../../src/stages/reconcile/rulings.ts';
import { inventReading, toChance } from './invented-readings.ts';
import type { Chance } from './invented-readings.ts';

const knowledge = {
  wordings: loadWordings(),
  classes: { srbm: ['srbm', 'missile'], missile: ['missile'] },
};

/** One step: some readings come (new, or of a report read before), some go, and sometimes rulings change. */
function takeStep(index: ReconcileIndex, held: Map<string, KnownReading>, chance: Chance, before: Rulings): Rulings {
  const added = Array.from({ length: Math.floor(chance() * 5) }, () => inventReading(Math.floor(chance() * 25), chance));
  const removed = [...held.keys()].filter(() => chance() < 0.08);
  const facts = reconcile([...held.values()], { ...knowledge, rulings: before });
  const ids = [...facts.moves, ...facts.utterances, ...facts.origins, ...[...held.values()].flatMap(({ reading }) => reading.claims)].map(({ id }) => id);
  const some = (): readonly string[] => ids.filter(() => chance() < 0.03);
  const rulings = chance() < 0.3 ? { merged: [some(), some()], split: [some()] } : before;
  for (const id of removed) held.delete(id);
  for (const known of added) held.set(known.reading.report.id, known);
  index.change({ removed, added, rulings });
  return rulings;
} // prettier-ignore

describe('an index that takes readings in and out', () => {
  it('holds what reconciling all of them at once gives, after every step', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = toChance(seed);
        const index = new ReconcileIndex(knowledge);
        const held = new Map<string, KnownReading>();
        let rulings: Rulings = { merged: [], split: [] };
        for (let step = 0; step < 10; step++) {
          rulings = takeStep(index, held, chance, rulings);
          const whole = reconcile([...held.values()], { ...knowledge, rulings });
          expect(index.reconciled()).toEqual(whole);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('gives the same in any order, split into any steps', () => {
    const readings = Array.from({ length: 45 }, (_, n) => inventReading(n, toChance(n)));
    const whole = reconcile(readings, knowledge);
    expect(whole.origins.length).toBeLessThan(40);
    expect(whole.moves.some(({ originIds }) => originIds.length > 1)).toBe(true);
    expect(whole.utterances.some(({ wordings }) => wordings.length > 1)).toBe(true);
    fc.assert(
      fc.property(fc.shuffledSubarray(readings, { minLength: 45 }), fc.integer({ min: 1, max: 30 }), (mixed, step) => {
        const index = new ReconcileIndex(knowledge);
        for (let at = 0; at < mixed.length; at += step) index.change({ added: mixed.slice(at, at + step) });
        expect(index.reconciled()).toEqual(whole);
      }),
      { numRuns: 15 },
    ); // prettier-ignore
  });

  it('forgets nothing it said before: an answer once given stays as it was', () => {
    const readings = Array.from({ length: 20 }, (_, n) => inventReading(n, toChance(n + 7)));
    const index = new ReconcileIndex(knowledge);
    index.change({ added: readings.slice(0, 10) });
    const early = index.reconciled();
    index.change({ added: readings.slice(10) });
    expect(index.reconciled()).not.toEqual(early);
    expect(early).toEqual(reconcile(readings.slice(0, 10), knowledge));
  });

  it('counts a name that very many reports share in the order of publication, whenever they came', () => {
    const chance = toChance(3);
    const readings = Array.from({ length: 70 }, (_, n) => {
      const known = inventReading(n, chance);
      const text = `Minister Aldan Voss of Norland met Envoy Mira Tal of Orsk at the Vell Bridge, report ${n} from ${n * 17} says.`;
      return {
        ...known,
        reading: { ...known.reading, claims: [], report: { ...known.reading.report, text } },
      };
    });
    const index = new ReconcileIndex(knowledge);
    for (const known of readings.toReversed()) index.change({ added: [known] });
    expect(index.reconciled()).toEqual(reconcile(readings, knowledge));
    index.change({ removed: readings.slice(0, 15).map(({ reading }) => reading.report.id) });
    expect(index.reconciled()).toEqual(reconcile(readings.slice(15), knowledge));
  });
});
