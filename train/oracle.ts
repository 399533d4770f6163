import { LEFT, RIGHT, SHIFT } from '../src/stages/mark/transitions.ts';
import type { Configuration } from '../src/stages/mark/transitions.ts';

/** A gold tree as the oracle needs it: heads with the root as `length`, and each token's dependents in order. */
export interface GoldTree {
  readonly head: Int32Array;
  readonly dependents: readonly (readonly number[])[];
}

export const goldTree = (heads: readonly number[]): GoldTree => {
  const length = heads.length;
  const dependents: number[][] = Array.from({ length: length + 1 }, () => []);
  const head = Int32Array.from(heads, (at) => (at < 0 ? length : at));
  head.forEach((at, token) => dependents[at].push(token));
  return { head, dependents };
};

const FORBIDDEN = 1_000_000;

const count = (tokens: readonly number[], holds: (token: number) => boolean): number => {
  let found = 0;
  for (const token of tokens) if (holds(token)) found++;
  return found;
};

/**
 * Number of gold arcs that each transition puts out of reach (the dynamic oracle for arc-hybrid,
 * Goldberg & Nivre 2013). Forbidden transitions cost a million.
 */
export const costs = (at: Configuration, gold: GoldTree, into: Int32Array): void => {
  const next = at.next;
  const top = at.stacked(0);
  const under = at.stacked(1);
  into.fill(FORBIDDEN);
  if (at.allows(SHIFT)) {
    const head = gold.head[next];
    const lostHead = head < next && head !== top && at.head[head] < 0 ? 1 : 0;
    into[SHIFT] = lostHead + count(gold.dependents[next], (token) => token < next && at.head[token] < 0);
  }
  if (top < 0) return;
  const lostDependents = count(gold.dependents[top], (token) => token >= next);
  const head = gold.head[top];
  if (at.allows(LEFT)) into[LEFT] = lostDependents + (head === under || head > next ? 1 : 0);
  if (at.allows(RIGHT)) into[RIGHT] = lostDependents + (head >= next ? 1 : 0);
};
