import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Course } from './course.ts';

/** All arrays that a run changes, always in the same order. */
const arraysOf = (course: Course): readonly Float32Array[] => [
  ...[...course.learner.network.weights.values()].map(({ data }) => data),
  ...[...course.learner.optimizerStates.values()].flatMap(({ mean, square }) => [mean, square]),
  course.vectors.table,
  course.vectors.square,
];

/** Epochs and steps done, the stream of chance, the step at which the round began. */
const HEADER = 4;

/** Writes where a run stands after `epochs` epochs, aside first, so that a broken run leaves the last state whole. */
export const saveCheckpoint = (file: string, course: Course, epochs: number): void => {
  const arrays = arraysOf(course);
  const length = arrays.reduce((sum, array) => sum + array.length, HEADER);
  const bytes = new Uint8Array(length * 4);
  new Int32Array(bytes.buffer, 0, HEADER).set([
    epochs,
    course.learner.step,
    course.chance.save(),
    course.roundStart,
  ]);
  let at = HEADER;
  for (const array of arrays) {
    new Float32Array(bytes.buffer, at * 4, array.length).set(array);
    at += array.length;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, bytes);
  renameSync(`${file}.part`, file);
};

/** Brings a run to where a checkpoint of the same settings left it; returns the epochs already done. */
export const loadCheckpoint = (file: string, course: Course): number => {
  if (!existsSync(file)) return 0;
  const bytes = Uint8Array.from(readFileSync(file));
  const arrays = arraysOf(course);
  if (bytes.length !== arrays.reduce((sum, array) => sum + array.length, HEADER) * 4) return 0;
  const [epochs, step, state, roundStart] = new Int32Array(bytes.buffer, 0, HEADER);
  course.learner.step = step;
  course.roundStart = roundStart;
  course.chance.restore(state);
  let at = HEADER;
  for (const array of arrays) {
    array.set(new Float32Array(bytes.buffer, at * 4, array.length));
    at += array.length;
  }
  return epochs;
};
