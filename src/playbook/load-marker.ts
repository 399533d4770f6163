import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { modelsFolder } from './data-folder.ts';
import { toMarker } from './marker.ts';
import type { Marker } from './marker.ts';

/** Where the package keeps its trained weights. */
const MODEL_FILE = join(modelsFolder(), 'mark.bin');

/**
 * Loads the tagger and parser weights into shared memory.
 * Worker threads get `marker.shared` and call `toMarker` (marker.ts): one copy of the weights for all.
 */
export const loadMarker = (file: string = MODEL_FILE): Marker => {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new UserError('The weights of the tagger and parser could not be read.', {
      where: file,
      hint: 'Make them with `npm run train`, or install the package again.',
      cause,
    });
  }
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return toMarker(shared);
};
