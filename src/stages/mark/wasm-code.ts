/** A few words of WebAssembly's binary format (https://webassembly.github.io/spec/core/binary/), enough for one kernel. */

const unsigned = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];

const signed = (value: number): readonly number[] =>
  value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];

export type Code = readonly number[];

const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)];
const memory = (align: number, offset: number): Code => [...unsigned(align), ...unsigned(offset)];

export const op = {
  get: (local: number): Code => [0x20, ...unsigned(local)],
  set: (local: number): Code => [0x21, ...unsigned(local)],
  constant: (value: number): Code => [0x41, ...signed(value)],
  add: [0x6a],
  mul: [0x6c],
  isZero: [0x45],
  isAtLeast: [0x4e],
  zeroVector: [...simd(0x0c), ...new Array<number>(16).fill(0)],
  /** Four times the same float. */
  fourTimes: (value: number): Code => [
    ...simd(0x0c),
    ...new Uint8Array(Float32Array.of(value, value, value, value).buffer),
  ],
  loadVector: (offset = 0): Code => [...simd(0x00), ...memory(2, offset)],
  loadSplat: (offset = 0): Code => [...simd(0x09), ...memory(2, offset)],
  storeVector: (offset = 0): Code => [...simd(0x0b), ...memory(2, offset)],
  /** Stores the first of a vector's four floats. */
  storeFirst: (offset = 0): Code => [...simd(0x5a), ...memory(2, offset), 0],
  /** Lanes of two vectors in a new order: numbers 0 to 3 of the first, 4 to 7 of the second. */
  arrange: (...lanes: readonly number[]): Code => [
    ...simd(0x0d),
    ...lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte)),
  ],
  addFloats: simd(0xe4),
  subFloats: simd(0xe5),
  mulFloats: simd(0xe6),
  divFloats: simd(0xe7),
  rootFloats: simd(0xe3),
  /** The lesser, the greater of two; without the rules for what is no number, as one instruction. */
  lesser: simd(0xea),
  greater: simd(0xeb),
  /** To the nearest whole number, halves to the even one. */
  roundFloats: simd(0x6a),
  toInts: simd(0xf8),
  /** Two vectors of integers as one of 16-bit integers, what does not fit at the limits. */
  narrow: simd(0x85),
  addInts: simd(0xae),
  /** Products of eight pairs of 16-bit integers, summed two by two. */
  dotShorts: simd(0xba),
  toFloats: simd(0xfa),
} as const;

/** Code that leaves a vector, put together as sums and products are written. */
export const plus = (a: Code, b: Code): Code => [...a, ...b, ...op.addFloats];
export const minus = (a: Code, b: Code): Code => [...a, ...b, ...op.subFloats];
export const times = (a: Code, b: Code): Code => [...a, ...b, ...op.mulFloats];
export const over = (a: Code, b: Code): Code => [...a, ...b, ...op.divFloats];

export const advance = (local: number, by: Code): Code => [
  ...op.get(local),
  ...by,
  ...op.add,
  ...op.set(local),
];

/** Repeats `body` as long as the condition, code that leaves a number, is not zero. */
export const whileNot = (done: Code, body: Code): Code => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...done,
  ...[0x0d, 1],
  ...body,
  ...[0x0c, 0, 0x0b, 0x0b],
];

/** Repeats `body` as often as the local says, counting it down to zero by `step`. */
export const countDown = (local: number, step: number, body: Code): Code =>
  whileNot([...op.get(local), ...op.isZero], [...body, ...advance(local, op.constant(-step))]);

export const when = (condition: Code, yes: Code, no: Code): Code => [
  ...condition,
  ...[0x04, 0x40],
  ...yes,
  0x05,
  ...no,
  0x0b,
];

const I32 = 0x7f;
const V128 = 0x7b;

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
const named = (name: string): Code => [...unsigned(name.length), ...new TextEncoder().encode(name)];

/** A module with one exported function `run` of `parameters` i32s, over an imported memory `env.memory`. */
export const moduleOf = (parameters: number, ints: number, vectors: number, body: Code): Uint8Array => {
  const locals: Code = [2, ...unsigned(ints), I32, ...unsigned(vectors), V128];
  const code: Code = [...locals, ...body, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, ...unsigned(parameters), ...new Array<number>(parameters).fill(I32), 0]),
    ...section(2, [1, ...named('env'), ...named('memory'), 2, 0, ...unsigned(1)]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...named('run'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
};
