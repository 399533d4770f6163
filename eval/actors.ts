import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadActors } from '../src/playbook/load-actors.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';
import { readCountryCases, scoreCountries } from './actors/country-cases.ts';
import type { CountryScore } from './actors/country-cases.ts';
import { findClusters } from './actors/find-clusters.ts';
import { isMasked, readSplit } from './coref/read-conll.ts';
import { scoreCoreference } from './coref/score.ts';
import type { CorefScore, Score } from './coref/score.ts';

/** Kept for judging: never read here. */
const UNTOUCHED = ['GUM_news_korea', 'GUM_news_defector'];

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    data: { type: 'string', default: '../shared/gold' },
    split: { type: 'string', default: 'dev' },
  },
});

/** A folder that holds a set itself, or holds it in a folder of this name. */
const folderOf = (name: string): string =>
  existsSync(join(values.data, name)) ? join(values.data, name) : values.data;

const percent = (value: number): string => (100 * value).toFixed(1).padStart(6);

const row = (name: string, { recall, precision, f1 }: Score): string =>
  `  ${name.padEnd(10)}${percent(recall)}${percent(precision)}${percent(f1)}`;

function printCountries(score: CountryScore): void {
  console.log(`Countries: phrase → country (${score.cases} cases)`);
  for (const { wanted, got } of score.wrong) {
    console.log(
      `  wrong: ${wanted.phrase} → ${got === '' ? 'none' : got}, wanted ${wanted.country === '' ? 'none' : wanted.country}`,
    );
  }
  console.log(`  accuracy ${(score.right / Math.max(1, score.cases)).toFixed(3)} (${score.right} right)`);
}

function printCoreference(name: string, score: CorefScore): void {
  console.log(`${name}         R     P    F1`);
  console.log(row('mentions', score.mentions));
  console.log(row('MUC', score.muc));
  console.log(row('B³', score.bCubed));
  console.log(row('CEAF-e', score.ceafE));
  console.log(`  CoNLL mean F1 ${(100 * score.conll).toFixed(2)}`);
}

const actors = loadActors();
const countries = scoreCountries(readCountryCases(folderOf('actors')), actors);
printCountries(countries);

const listed = readSplit(folderOf('coref'), values.split).filter(({ name }) => !UNTOUCHED.includes(name));
const documents = listed.filter((document) => !isMasked(document));
const marker = loadMarker();
const found = documents.map((document) => findClusters(document, marker, actors));
const ours = scoreCoreference(
  found.map((clusters, i) => ({ gold: documents[i].clusters, found: clusters.ours })),
);
const floor = scoreCoreference(
  found.map((clusters, i) => ({ gold: documents[i].clusters, found: clusters.floor })),
);
console.log(`\nCoreference: OntoGUM ${values.split}, ${documents.length} documents, mentions not given`);
console.log(`  (${listed.length - documents.length} more whose words are masked in the corpus are left out)`);
printCoreference('ours     ', ours);
printCoreference('rule floor', floor);

if (values.json) {
  console.log(
    JSON.stringify({
      countryAcc: countries.right / Math.max(1, countries.cases),
      corefF1: ours.conll,
      'coref.mentionF1': ours.mentions.f1,
      'coref.floorF1': floor.conll,
    }),
  );
}
