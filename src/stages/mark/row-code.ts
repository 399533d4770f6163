import { advance, countDown, moduleOf, op, over, plus, times } from './wasm-code.ts';
import type { Code } from './wasm-code.ts';

const EVEN = 1e-6;

const copy = (from: number, to: number): Code => [...op.get(from), ...op.set(to)];

/** Leaves the sum of a vector's four lanes in each of them. */
const sumOfLanes = (vector: number): Code => {
  const halves = plus(op.get(vector), [...op.get(vector), ...op.get(vector), ...op.arrange(2, 3, 0, 1)]);
  return [
    ...[...halves, ...op.set(vector)],
    ...plus(op.get(vector), [...op.get(vector), ...op.get(vector), ...op.arrange(1, 0, 3, 2)]),
  ];
};

/**
 * The module whose `run(rows, scales, count)` brings each row of `width` floats to a mean square of one (Zhang &
 * Sennrich 2019) and leaves what it multiplied them with in `scales`.
 */
export const evenModule = (width: number): Uint8Array => {
  const [ROWS, SCALES, COUNT, AT, LEFT, SUM, VALUE, SCALE] = [0, 1, 2, 3, 4, 5, 6, 7];
  const eachFour = (body: Code): Code => [
    ...[...copy(ROWS, AT), ...op.constant(width / 4), ...op.set(LEFT)],
    ...countDown(LEFT, 1, [...body, ...advance(AT, op.constant(16))]),
  ];
  const value = [...op.get(AT), ...op.loadVector(0)];
  return moduleOf(3, 2, 3, [
    ...countDown(COUNT, 1, [
      ...[...op.zeroVector, ...op.set(SUM)],
      ...eachFour([
        ...[...value, ...op.set(VALUE)],
        ...[...plus(op.get(SUM), times(op.get(VALUE), op.get(VALUE))), ...op.set(SUM)],
      ]),
      ...over(op.fourTimes(1), [
        ...plus(times(sumOfLanes(SUM), op.fourTimes(1 / width)), op.fourTimes(EVEN)),
        ...op.rootFloats,
      ]),
      ...op.set(SCALE),
      ...[...op.get(SCALES), ...op.get(SCALE), ...op.storeFirst()],
      ...eachFour([...op.get(AT), ...times(value, op.get(SCALE)), ...op.storeVector(0)]),
      ...advance(ROWS, op.constant(4 * width)),
      ...advance(SCALES, op.constant(4)),
    ]),
  ]);
};

/** The module whose `run(from, into, count)` turns floats times `scale` into 16-bit integers, eight at a time. */
export const shortenModule = (scale: number): Uint8Array => {
  const [FROM, INTO, COUNT] = [0, 1, 2];
  const four = (offset: number): Code => [
    ...times([...op.get(FROM), ...op.loadVector(offset)], op.fourTimes(scale)),
    ...[...op.roundFloats, ...op.toInts],
  ];
  return moduleOf(3, 0, 0, [
    ...countDown(COUNT, 8, [
      ...[...op.get(INTO), ...four(0), ...four(16), ...op.narrow, ...op.storeVector(0)],
      ...advance(FROM, op.constant(32)),
      ...advance(INTO, op.constant(16)),
    ]),
  ]);
};
