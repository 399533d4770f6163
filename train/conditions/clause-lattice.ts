import { CLOSINGS, OPENINGS, PLACES, STEPS } from '../../src/stages/extract/conditions/clause-chains.ts';

/** Scores of one text: a number for each place of each word, each step in each gap, each opening and closing. */
export interface Lattice {
  readonly count: number;
  readonly word: Float64Array;
  readonly step: Float64Array;
  readonly open: Float64Array;
  readonly close: Float64Array;
}

/** Probabilities in the shape of a lattice. */
export interface Chances extends Lattice {
  /** Logarithm of the sum over all ways. */
  readonly whole: number;
}

const NONE = -1e30;
const WIDE = 25;
const LEAST = 12;
const places = PLACES.length;

function addLogs(a: number, b: number): number {
  const difference = a - b;
  if (difference > WIDE) return a;
  if (difference < -WIDE) return b;
  return difference > 0 ? a + Math.log1p(Math.exp(-difference)) : b + Math.log1p(Math.exp(difference));
}

export const newLattice = (count: number): Lattice => ({
  count,
  word: new Float64Array(count * places),
  step: new Float64Array((count + 1) * STEPS.length),
  open: new Float64Array(OPENINGS.length),
  close: new Float64Array(CLOSINGS.length),
});

function forward({ count, word, step, open }: Lattice): Float64Array {
  const sums = new Float64Array(count * places).fill(NONE);
  for (const [i, { to }] of OPENINGS.entries()) sums[to] = word[to] + open[i];
  for (let t = 1; t < count; t++) {
    const here = t * places;
    const back = here - places;
    for (let place = 0; place < places; place++) sums[here + place] = sums[back + place];
    for (let i = 0; i < STEPS.length; i++) {
      const { from, to } = STEPS[i];
      sums[here + to] = addLogs(sums[here + to], sums[back + from] + step[t * STEPS.length + i]);
    }
    for (let place = 0; place < places; place++) sums[here + place] += word[here + place];
  }
  return sums;
}

function backward({ count, word, step, close }: Lattice): Float64Array {
  const sums = new Float64Array(count * places).fill(NONE);
  for (const [i, { from }] of CLOSINGS.entries()) sums[(count - 1) * places + from] = close[i];
  for (let t = count - 2; t >= 0; t--) {
    const here = t * places;
    const next = here + places;
    for (let place = 0; place < places; place++) sums[here + place] = sums[next + place] + word[next + place];
    for (let i = 0; i < STEPS.length; i++) {
      const { from, to } = STEPS[i];
      const by = word[next + to] + step[(t + 1) * STEPS.length + i];
      sums[here + from] = addLogs(sums[here + from], sums[next + to] + by);
    }
  }
  return sums;
}

/** Probabilities of all places and steps, by the forward-backward algorithm. */
export function chancesOf(lattice: Lattice): Chances {
  const { count, word, step, open, close } = lattice;
  const [ahead, behind] = [forward(lattice), backward(lattice)];
  const final = (count - 1) * places;
  const whole = CLOSINGS.reduce((sum, { from }, i) => addLogs(sum, ahead[final + from] + close[i]), NONE);
  const chance = (log: number): number => (log > whole - LEAST ? Math.exp(log - whole) : 0);
  const found = newLattice(count);
  for (let i = 0; i < word.length; i++) found.word[i] = chance(ahead[i] + behind[i]);
  for (const [i, { to }] of OPENINGS.entries()) found.open[i] = chance(word[to] + open[i] + behind[to]);
  for (const [i, { from }] of CLOSINGS.entries()) found.close[i] = chance(ahead[final + from] + close[i]);
  for (let t = 1; t < count; t++) {
    for (let i = 0; i < STEPS.length; i++) {
      const { from, to } = STEPS[i];
      const at = t * places + to;
      const log = ahead[(t - 1) * places + from] + behind[at] + word[at] + step[t * STEPS.length + i];
      found.step[t * STEPS.length + i] = chance(log);
    }
  }
  return { ...found, whole };
}

/** The lattice of one known way: ones where it goes, zeros elsewhere. */
export function wayOf(wanted: readonly number[]): Lattice {
  const found = newLattice(wanted.length);
  for (const [t, place] of wanted.entries()) {
    found.word[t * places + place] = 1;
    if (t === 0 || wanted[t - 1] === place) continue;
    const step = STEPS.findIndex(({ from, to }) => from === wanted[t - 1] && to === place);
    if (step < 0) throw new Error('The gold goes a way that no order of clauses has.');
    found.step[t * STEPS.length + step] = 1;
  }
  found.open[OPENINGS.findIndex(({ to }) => to === wanted[0])] = 1;
  found.close[CLOSINGS.findIndex(({ from }) => from === wanted[wanted.length - 1])] = 1;
  return found;
}
