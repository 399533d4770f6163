import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Sentence } from './read-conllu.ts';

/** How many parts the treebanks are cut into, each to be marked by a marker that has not learnt from it. */
export const FOLDS = 3;

/** Sentences that stay together, so that most texts lie in one part. */
const BLOCK = 40;

const foldOf = (place: number): number => Math.floor(place / BLOCK) % FOLDS;

/** The training sentences but for one part of them. */
export const withoutFold = (sentences: readonly Sentence[], fold: number): readonly Sentence[] =>
  sentences.filter((_, place) => foldOf(place) !== fold);

/** Which part each sentence belongs to, by the place it has in the treebanks. */
export const foldsById = (sentences: readonly Sentence[]): ReadonlyMap<string, number> =>
  new Map(sentences.map(({ id }, place) => [id, foldOf(place)]));

const CACHE = fileURLToPath(new URL('../.train-cache', import.meta.url));

/** Where the marker lies that has not learnt from a part. */
export const foldFile = (fold: number, cache: string = CACHE): string => join(cache, `without-${fold}.bin`);
