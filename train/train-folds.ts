/**
 * Makes the markers that `npm run train:conditions` reads treebanks with: one for each part of the treebanks, learnt
 * from the other parts, so that its marks are as good and as bad there as they are on new text.
 * `npm run train:folds [-- --data FOLDER]`; a marker that lies there already is kept.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { foldFile, FOLDS, withoutFold } from './folds.ts';
import { readDev, readOwn, readTreebanks, TREEBANKS } from './read-treebanks.ts';
import { trainMarker } from './train-marker.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: TREEBANKS } } });

/** As for `models/mark.bin`, with fewer epochs. */
const settings = {
  seed: 20250510,
  batch: 400,
  rounds: [
    { epochs: 4, rate: 0.004, vectorRate: 0.06, dropout: 0.2, ownFrom: 3 },
    { epochs: 2, rate: 0.0015, vectorRate: 0.02, dropout: 0.3, ownFrom: 0 },
  ],
  explore: 0.5,
  hidden: 96,
  layers: 3,
  decoder: 128,
  label: 64,
  ownTimes: 3,
};

const treebanks = readTreebanks(values.data);
for (let fold = 0; fold < FOLDS; fold++) {
  const file = foldFile(fold);
  if (existsSync(file)) continue;
  const bytes = trainMarker(
    {
      treebanks: withoutFold(treebanks, fold),
      own: () => readOwn('train'),
      dev: () => readDev(values.data),
    },
    settings,
    {
      onEpoch: (epoch, { action }) => {
        console.log(`part ${fold}, epoch ${epoch + 1}: loss of transitions ${action.toFixed(4)}`);
      },
    },
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
