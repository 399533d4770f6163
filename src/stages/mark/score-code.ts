import { advance, countDown, moduleOf, op, plus, times } from './wasm-code.ts';
import type { Code } from './wasm-code.ts';

/** Scores that one run gives. */
const SCORES = 3;

/**
 * The module whose `run(hidden, scores, weights, count, row, row, …)` adds up `rows` rows of floats, cuts off what is
 * negative, leaves that in `hidden`, and its products with three rows of weights in `scores`: four partial sums for each.
 * All rows are `width` floats long; `count` is `width`.
 */
export const scoreModule = (rows: number, width: number): Uint8Array => {
  const [HIDDEN, INTO, WEIGHTS, COUNT, ROW] = [0, 1, 2, 3, 4];
  const UNITS = ROW + rows;
  const SUM = UNITS + 1;
  const each = (many: number, make: (one: number) => Code): Code =>
    Array.from({ length: many }, (_, one) => make(one)).flat();
  const load = (pointer: number, offset = 0): Code => [...op.get(pointer), ...op.loadVector(offset)];
  return moduleOf(UNITS, 0, 1 + SCORES, [
    ...countDown(COUNT, 4, [
      ...load(ROW),
      ...each(rows - 1, (row) => [...load(ROW + 1 + row), ...op.addFloats]),
      ...[...op.zeroVector, ...op.greater, ...op.set(UNITS)],
      ...[...op.get(HIDDEN), ...op.get(UNITS), ...op.storeVector()],
      ...each(SCORES, (score) => [
        ...plus(op.get(SUM + score), times(op.get(UNITS), load(WEIGHTS, 4 * width * score))),
        ...op.set(SUM + score),
      ]),
      ...[HIDDEN, WEIGHTS].flatMap((pointer) => advance(pointer, op.constant(16))),
      ...each(rows, (row) => advance(ROW + row, op.constant(16))),
    ]),
    ...each(SCORES, (score) => [...op.get(INTO), ...op.get(SUM + score), ...op.storeVector(16 * score)]),
  ]);
};
