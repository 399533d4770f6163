/**
 * Accuracy of reconciling: `npm run eval:reconcile [-- --json] [--data FOLDER] [--only origins,utterances,ecb,seeds]`.
 * What each figure counts stands in docs/reconcile.md. `--data` names a folder of translation variants.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadWordings } from '../src/playbook/load-wordings.ts';
import { measureEcb } from './reconcile/measure-ecb.ts';
import { measureOrigins } from './reconcile/measure-origins.ts';
import { measureSeeds } from './reconcile/measure-seeds.ts';
import { measureUtterances } from './reconcile/measure-utterances.ts';
import type { LinkFigures, LinkedAs } from './reconcile/measure-utterances.ts';
import { isTest, readVariants } from './reconcile/read-variants.ts';

const EVENTS = '../shared/gold/event-coref';
const VARIANTS = '../shared/gold/translation-variants';
const SEEDS = ['../shared/seeds', '../shared/seed-gold'] as const;
/** Least likeness by which a wording is linked; set on the training part. */
const LEAST = 0.02;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    data: { type: 'string', default: VARIANTS },
    only: { type: 'string', default: 'origins,utterances,ecb,seeds' },
  },
});
const wanted = new Set(values.only.split(','));
const figures: Record<string, number> = {};
const round = (n: number): number => Math.round(n * 10_000) / 10_000;

function show(name: string, value: number, more = ''): void {
  figures[name] = round(value);
  console.log(`${name.padEnd(28)} ${value.toFixed(4)}  ${more}`);
}

function evalVariants(): void {
  if (!existsSync(values.data)) {
    console.log(`${values.data} is not there: origins and utterances are left out`);
    return;
  }
  const documents = readVariants(values.data);
  if (wanted.has('origins')) {
    const { all, ...parts } = measureOrigins(documents);
    show(
      'origins.f1',
      all.f1,
      `precision ${all.precision.toFixed(3)} recall ${all.recall.toFixed(3)}, ${all.reports} reports`,
    );
    for (const [name, part] of Object.entries(parts))
      show(
        `origins.${name}`,
        part.f1,
        `precision ${part.precision.toFixed(3)} recall ${part.recall.toFixed(3)}, ${part.reports} reports`,
      );
  }
  if (!wanted.has('utterances')) return;
  const own = values.data === VARIANTS ? documents.filter(isTest) : documents;
  const measure = (linked: LinkedAs, floor = false): LinkFigures =>
    measureUtterances(own, loadWordings(), { linked, least: LEAST, floor });
  const [sentences, fragments] = [measure('sentences'), measure('fragments')];
  show('utterances.sentenceF1', sentences.f1, `${sentences.queries} sentences`);
  show('utterances.sentenceFloorF1', measure('sentences', true).f1, 'words in common');
  show('utterances.fragmentF1', fragments.f1, `${fragments.queries} fragments of each text placed together`);
  show('utterances.fragmentTogetherFloorF1', measure('fragments', true).f1, 'words in common, together');
  show('utterances.fragmentAloneF1', measure('fragments-alone').f1, 'each fragment without the others');
  show('utterances.fragmentFloorF1', measure('fragments-alone', true).f1, 'words in common');
}

async function evalSeeds(): Promise<void> {
  if (!SEEDS.every((folder) => existsSync(folder))) {
    console.log('the seeds are not there: overlaps and tensions are left out');
    return;
  }
  const { overlaps, tensions, missed } = await measureSeeds(...SEEDS);
  show('seeds.overlaps', overlaps);
  show('seeds.tensions', tensions, `missed: ${missed.join(' ') || 'none'}`);
}

function evalEvents(): void {
  if (existsSync(EVENTS)) for (const [name, value] of Object.entries(measureEcb(EVENTS))) show(name, value);
  else console.log(`${EVENTS} is not there: events are left out`);
}

if (wanted.has('seeds')) await evalSeeds();
evalVariants();
if (wanted.has('ecb')) evalEvents();
if (values.json) console.log(JSON.stringify(figures));
