import { describe, expect, it } from 'vitest';
import { CLOSINGS, OPENINGS, PLACES, STEPS } from '../../../src/stages/extract/conditions/clause-chains.ts';
import { chancesOf, newLattice, wayOf } from '../../../train/conditions/clause-lattice.ts';
import type { Lattice } from '../../../train/conditions/clause-lattice.ts';

const COUNT = 5;

function anyLattice(): Lattice {
  const lattice = newLattice(COUNT);
  let at = 0;
  for (const list of [lattice.word, lattice.step, lattice.open, lattice.close])
    for (let i = 0; i < list.length; i++) list[i] = Math.sin(++at * 1.7);
  return lattice;
}

/** Every way through a text, walked one by one. */
function allWays(): number[][] {
  const grow = (way: readonly number[]): number[][] => {
    const here = way[way.length - 1];
    if (way.length === COUNT) return CLOSINGS.some(({ from }) => from === here) ? [[...way]] : [];
    const next = [here, ...STEPS.filter(({ from }) => from === here).map(({ to }) => to)];
    return next.flatMap((place) => grow([...way, place]));
  };
  return OPENINGS.flatMap(({ to }) => grow([to]));
}

const product = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

const logOf = (lattice: Lattice, way: Lattice): number =>
  product(lattice.word, way.word) +
  product(lattice.step, way.step) +
  product(lattice.open, way.open) +
  product(lattice.close, way.close);

describe('the lattice of the clause labeller', () => {
  it('gives each place the share of all ways that pass it', () => {
    const lattice = anyLattice();
    const ways = allWays();
    const weights = ways.map((way) => Math.exp(logOf(lattice, wayOf(way))));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const chances = chancesOf(lattice);
    expect(chances.whole).toBeCloseTo(Math.log(total), 8);
    for (let t = 0; t < COUNT; t++) {
      for (let place = 0; place < PLACES.length; place++) {
        const share =
          weights.reduce((sum, weight, i) => sum + (ways[i][t] === place ? weight : 0), 0) / total;
        expect(chances.word[t * PLACES.length + place]).toBeCloseTo(share, 4);
      }
    }
  });

  it('has a single way for every pair of clauses in an order', () => {
    const spelt = allWays().map((way) =>
      way.map((place) => `${PLACES[place].order}${PLACES[place].part[0]}`).join(' '),
    );
    expect(new Set(spelt).size).toBe(spelt.length);
  });

  it('refuses gold that changes the order midway', () => {
    expect(() => wayOf([0, 1, 8, 9, 9])).toThrow('no order of clauses');
  });
});
