import { advance, countDown, minus, moduleOf, op, over, plus, times, whileNot } from './wasm-code.ts';
import type { Code } from './wasm-code.ts';

/** Parameters: addresses of the first token's rows and of the tables, then the bytes from token to token, then a count. */
const [GATES, INPUT, OUTPUT, BIAS, MEMORY, CELL, GATE_STEP, INPUT_STEP, OUTPUT_STEP, TOKENS] = Array.from(
  { length: 10 },
  (_, at) => at,
);
const UNIT = 10;
const [OLD, X, SQUARE, CANDIDATE, FORGET, NOW] = [11, 12, 13, 14, 15, 16];
/** Constants of the gate, kept in registers. */
const CONSTANTS: ReadonlyMap<number, number> = new Map(
  [6, -6, 108, 36, 432, 0.5].map((c, at) => [c, 17 + at]),
);
const VECTORS = 6 + CONSTANTS.size;

const constant = (value: number): Code => op.get(CONSTANTS.get(value) ?? 0);
const at = (pointer: number): Code => [...op.get(pointer), ...op.get(UNIT), ...op.add];
const load = (pointer: number, offset: number): Code => [...at(pointer), ...op.loadVector(offset)];

/**
 * A gate's value, 0.5 + 0.5 · squash(x / 2) with squash as in network.ts, multiplied out:
 * 0.5 + x (108 + x²) / (432 + 36 x²) for x cut to ±6. `which` is 1 for the forget gate, 2 for the reset gate.
 */
const gate = (which: 1 | 2, width: number): Code => [
  ...plus(
    plus(load(GATES, which * width), load(BIAS, which * width)),
    times(load(MEMORY, (which - 1) * width), op.get(OLD)),
  ),
  ...[...constant(6), ...op.lesser, ...constant(-6), ...op.greater, ...op.set(X)],
  ...[...times(op.get(X), op.get(X)), ...op.set(SQUARE)],
  ...plus(
    constant(0.5),
    over(
      times(op.get(X), plus(constant(108), op.get(SQUARE))),
      plus(constant(432), times(constant(36), op.get(SQUARE))),
    ),
  ),
];

/** Four units of one token: the new cell, and the output that the reset gate mixes of it and the input. */
const fourUnits = (width: number): Code => [
  ...[...load(CELL, 0), ...op.set(OLD)],
  ...[...gate(1, width), ...op.set(FORGET)],
  ...[...plus(load(GATES, 0), load(BIAS, 0)), ...op.set(CANDIDATE)],
  ...plus(op.get(CANDIDATE), times(op.get(FORGET), minus(op.get(OLD), op.get(CANDIDATE)))),
  ...op.set(NOW),
  ...[...at(CELL), ...op.get(NOW), ...op.storeVector(0)],
  ...at(OUTPUT),
  ...plus(load(INPUT, 0), times(gate(2, width), minus(op.get(NOW), load(INPUT, 0)))),
  ...op.storeVector(0),
];

/**
 * The module whose `run` takes one direction of a simple recurrent unit of `units` over one sentence, four units at a
 * time. Candidates, forget and reset gates lie side by side in a token's row, as do their biases. The order of sums is
 * fixed and nothing is fused: the same bits on every machine.
 */
export const recurrenceModule = (units: number): Uint8Array => {
  const width = 4 * units;
  return moduleOf(10, 1, VECTORS, [
    ...[...CONSTANTS].flatMap(([value, local]) => [...op.fourTimes(value), ...op.set(local)]),
    ...countDown(TOKENS, 1, [
      ...[...op.constant(0), ...op.set(UNIT)],
      ...whileNot(
        [...op.get(UNIT), ...op.constant(width), ...op.isAtLeast],
        [...fourUnits(width), ...advance(UNIT, op.constant(16))],
      ),
      ...advance(GATES, op.get(GATE_STEP)),
      ...advance(INPUT, op.get(INPUT_STEP)),
      ...advance(OUTPUT, op.get(OUTPUT_STEP)),
    ]),
  ]);
};
