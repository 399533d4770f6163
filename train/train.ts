/**
 * Makes models/mark.bin: `npm run train [-- --data FOLDER] [--out FILE] [--limit N] [--fresh]`.
 * Goes on where a broken run of the same settings stopped, unless --fresh is given.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readDev, readOwn, readTreebanks, TREEBANKS } from './read-treebanks.ts';
import { trainMarker } from './train-marker.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: TREEBANKS },
    out: { type: 'string', default: here('../models/mark.bin') },
    cache: { type: 'string', default: here('../.train-cache') },
    hidden: { type: 'string', default: '96' },
    layers: { type: 'string', default: '3' },
    limit: { type: 'string', default: '1000000' },
    fresh: { type: 'boolean', default: false },
  },
});

const settings = {
  seed: 20250510,
  batch: 400,
  rounds: [
    { epochs: 6, rate: 0.004, vectorRate: 0.06, dropout: 0.2, ownFrom: 4 },
    { epochs: 3, rate: 0.0015, vectorRate: 0.02, dropout: 0.3, ownFrom: 0 },
  ],
  explore: 0.5,
  hidden: Number(values.hidden),
  layers: Number(values.layers),
  decoder: 128,
  label: 64,
  ownTimes: 3,
};

const epochs = settings.rounds.reduce((sum, round) => sum + round.epochs, 0);

const main = (): void => {
  const name = `${values.hidden}-${values.layers}-${values.limit}.state`;
  const checkpoint = join(values.cache, name);
  if (values.fresh) rmSync(checkpoint, { force: true });
  const began = Date.now();
  const seconds = (): string => `${Math.round((Date.now() - began) / 1000)} s`;
  const treebanks = readTreebanks(values.data).slice(0, Number(values.limit));
  console.log(`${treebanks.length} sentences; state kept in ${name}`);
  const bytes = trainMarker(
    { treebanks, own: () => readOwn('train'), dev: () => readDev(values.data) },
    settings,
    {
      checkpoint,
      onShare: (epoch, share) =>
        process.stdout.write(`\repoch ${epoch + 1}/${epochs} ${Math.round(100 * share)} %  `),
      onEpoch: (epoch, loss) => {
        const losses = [loss.tag, loss.label, loss.action].map((value) => value.toFixed(4)).join(' ');
        console.log(
          `\repoch ${epoch + 1}/${epochs} done: loss of tags, labels, transitions ${losses}; ${seconds()}`,
        );
      },
    },
  );
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, bytes);
  console.log(`${bytes.length} bytes written; ${seconds()}`);
};

main();
