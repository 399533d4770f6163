import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { ScenarioResult } from '../model/scenario.ts';
import type { HalvedTally, TallyShape } from '../stages/foresee/dynamics/compare-tallies.ts';
import type { FittedDynamics } from '../stages/foresee/dynamics/fit-dynamics.ts';
import type { RunTally } from '../stages/foresee/dynamics/play-runs.ts';
import { BlockFile } from './block-file.ts';
import { isFitted, isResult, isTally } from './scenario-crew.ts';

/** A course played out, with the sums that differences to other courses are made from. */
export interface PlayedCourse {
  readonly result: ScenarioResult;
  /** Sums of every other block of runs apart. */
  readonly halves: HalvedTally;
  readonly shape: TallyShape;
}

const isPlayed = (value: unknown): value is PlayedCourse =>
  typeof value === 'object' &&
  value !== null &&
  'shape' in value &&
  'halves' in value &&
  Array.isArray(value.halves) &&
  value.halves.every(isTally) &&
  'result' in value &&
  isResult(value.result);

/** Keeps fits, finished blocks and results beside the ledger, each under an id made from what it was made of. */
export class ScenarioStore {
  readonly #folder: string;

  constructor(ledgerFile: string) {
    this.#folder = join(dirname(ledgerFile), 'scenarios');
  }

  findPlayed = (id: string): PlayedCourse | undefined => this.#find(`${id}.played`, isPlayed);
  keepPlayed = (id: string, played: PlayedCourse): void => this.#keep(`${id}.played`, played);
  findFit = (id: string): FittedDynamics | undefined => this.#find(`${id}.fit`, isFitted);
  keepFit = (id: string, fitted: FittedDynamics): void => this.#keep(`${id}.fit`, fitted);

  /** Blocks of an order that is not finished. */
  blocks(id: string): BlockFile<RunTally> {
    return new BlockFile(join(this.#folder, `${id}.part`), isTally);
  }

  #find<T>(name: string, isKept: (value: unknown) => value is T): T | undefined {
    const file = join(this.#folder, name);
    if (!existsSync(file)) return undefined;
    try {
      const value: unknown = deserialize(readFileSync(file));
      return isKept(value) ? value : undefined;
    } catch {
      // Packed by another version of Node: made anew.
      return undefined;
    }
  }

  /** Never half a file under its own name. */
  #keep(name: string, value: unknown): void {
    mkdirSync(this.#folder, { recursive: true });
    const file = join(this.#folder, name);
    writeFileSync(`${file}.new`, serialize(value));
    renameSync(`${file}.new`, file);
  }
}
