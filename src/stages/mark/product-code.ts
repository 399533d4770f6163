import { advance, countDown, moduleOf, op, whileNot, when } from './wasm-code.ts';
import type { Code } from './wasm-code.ts';

/**
 * Parameters of the product, all 32-bit integers, steps and widths in bytes; then the locals. `ADD`: of floats, whether
 * to add to what is there; of shorts, the address of the factor that turns the integer sums into floats.
 */
const [A, ROW, INNER, B, B_STEP, C, C_STEP, ROWS, COLUMNS, DEPTH, ADD] = Array.from(
  { length: 11 },
  (_, at) => at,
);
const [COLUMN, I, K, PB, PC, A0] = [11, 12, 13, 14, 15, 16];
/** Rows of results computed at a time. */
const ROWS_AT_ONCE = 4;
const INTS = 5 + ROWS_AT_ONCE;
const SUM = 11 + INTS;
const B_LOW = SUM + 2 * ROWS_AT_ONCE;
const SPLAT = B_LOW + 2;
const VECTORS = 2 * ROWS_AT_ONCE + 3;

const eachRow = (rows: number, make: (row: number) => Code): Code =>
  Array.from({ length: rows }, (_, row) => make(row)).flat();

const addressOfResult = (row: number): Code =>
  row === 0 ? op.get(PC) : [...addressOfResult(row - 1), ...op.get(C_STEP), ...op.add];

/** What the matrices hold: floats, or 16-bit integers of which two lie side by side along the inner dimension. */
export type Elements = 'floats' | 'shorts';

const clearSums = (rows: number): Code =>
  eachRow(rows, (row) => [
    ...[...op.zeroVector, ...op.set(SUM + 2 * row)],
    ...[...op.zeroVector, ...op.set(SUM + 2 * row + 1)],
  ]);

/** The sums of floats begin with what is there, or with zeros. */
const beginSums = (rows: number): Code =>
  when(
    op.get(ADD),
    eachRow(rows, (row) => [
      ...[...addressOfResult(row), ...op.loadVector(0), ...op.set(SUM + 2 * row)],
      ...[...addressOfResult(row), ...op.loadVector(16), ...op.set(SUM + 2 * row + 1)],
    ]),
    clearSums(rows),
  );

const aimAtRows = (rows: number): Code =>
  eachRow(rows, (row) => [
    ...[...op.get(I), ...op.constant(row), ...op.add, ...op.get(ROW), ...op.mul],
    ...[...op.get(A), ...op.add, ...op.set(A0 + row)],
  ]);

const multiplyAdd = (sum: number, b: number, of: Elements): Code => [
  ...[...op.get(sum), ...op.get(SPLAT), ...op.get(b)],
  ...(of === 'floats' ? [...op.mulFloats, ...op.addFloats] : [...op.dotShorts, ...op.addInts]),
  ...op.set(sum),
];

const addProducts = (rows: number, of: Elements): Code => [
  ...[...op.get(PB), ...op.loadVector(0), ...op.set(B_LOW)],
  ...[...op.get(PB), ...op.loadVector(16), ...op.set(B_LOW + 1)],
  ...eachRow(rows, (row) => [
    ...[...op.get(A0 + row), ...op.loadSplat(), ...op.set(SPLAT)],
    ...multiplyAdd(SUM + 2 * row, B_LOW, of),
    ...multiplyAdd(SUM + 2 * row + 1, B_LOW + 1, of),
    ...advance(A0 + row, op.get(INNER)),
  ]),
];

/** The sum as floats: integer sums are scaled. */
const result = (sum: number, of: Elements): Code =>
  of === 'floats'
    ? op.get(sum)
    : [...op.get(sum), ...op.toFloats, ...op.get(ADD), ...op.loadSplat(), ...op.mulFloats];

const storeSums = (rows: number, of: Elements): Code =>
  eachRow(rows, (row) => [
    ...[...addressOfResult(row), ...result(SUM + 2 * row, of), ...op.storeVector(0)],
    ...[...addressOfResult(row), ...result(SUM + 2 * row + 1, of), ...op.storeVector(16)],
  ]);

/** One block of `rows` × 8 results, summed over the inner dimension in registers. */
const block = (rows: number, of: Elements): Code => [
  ...(of === 'floats' ? beginSums(rows) : clearSums(rows)),
  ...aimAtRows(rows),
  ...[...op.get(B), ...op.get(COLUMN), ...op.add, ...op.set(PB), ...op.get(DEPTH), ...op.set(K)],
  ...countDown(K, 1, [...addProducts(rows, of), ...advance(PB, op.get(B_STEP))]),
  ...storeSums(rows, of),
  ...advance(I, op.constant(rows)),
  ...[...op.get(PC), ...op.get(C_STEP), ...op.constant(rows), ...op.mul, ...op.add, ...op.set(PC)],
];

const isPast = (local: number, beyond: number, limit: number): Code => [
  ...[...op.get(local), ...op.constant(beyond), ...op.add],
  ...[...op.get(limit), ...op.isAtLeast],
];

/** The module whose `run` multiplies matrices as `Product` (kernel.ts) describes, 4 × 8 results at a time. */
export const productModule = (of: Elements): Uint8Array =>
  moduleOf(11, INTS, VECTORS, [
    ...[...op.constant(0), ...op.set(COLUMN)],
    ...whileNot(isPast(COLUMN, 0, COLUMNS), [
      ...[...op.constant(0), ...op.set(I), ...op.get(C), ...op.get(COLUMN), ...op.add, ...op.set(PC)],
      ...whileNot(isPast(I, ROWS_AT_ONCE - 1, ROWS), block(ROWS_AT_ONCE, of)),
      ...whileNot(isPast(I, 0, ROWS), block(1, of)),
      ...advance(COLUMN, op.constant(32)),
    ]),
  ]);
