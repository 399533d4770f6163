/**
 * Accuracy of status: factuality on CommitmentBank, MEANTIME and UDS-IH2 (fitted on their training parts, scored on what
 * is held out), and our own headlines and news sentences. The window rule stands beside as the floor.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../src/model/user-error.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';
import { loadStatusLexicon } from '../src/playbook/lexicon/status.ts';
import { fitJudgement, judge } from '../train/moves/fit-judgement.ts';
import { factClass, macroF1, pearson } from './status/figures.ts';
import { readDeeds } from './status/judged.ts';
import type { ReadDeed } from './status/judged.ts';
import { scoreOwn } from './status/own.ts';
import { readJudged } from './status/read-factuality.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '..', '..', 'shared', 'gold') },
    json: { type: 'boolean', default: false },
    part: { type: 'string', default: 'dev' },
    wrong: { type: 'boolean', default: false },
    'own-only': { type: 'boolean', default: false },
  },
});

const folder = [values.data, join(values.data, 'gold')].find((each) => existsSync(join(each, 'factuality')));
if (folder === undefined && !values['own-only'])
  throw new UserError('no factuality sets', {
    where: values.data,
    hint: 'Give the folder that holds factuality.',
  });

const marker = loadMarker();
const lexicon = loadStatusLexicon();
const figures = new Map<string, number>();

/** How often a deed of a set counts in fitting: the small sets would drown in the large one. */
const WEIGHTS = { cb: 6, meantime: 3, 'uds-ih2': 1 } as const;
const SETS = ['cb', 'meantime', 'uds-ih2'] as const;
const MOST = 6000;

function numbered(deeds: readonly ReadDeed[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const deed of deeds)
    for (const feature of deed.features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count >= 3).map(([feature], at) => [feature, at]));
}

const BASE = 0.7;

function scoreSets(from: string): void {
  const trained = SETS.map((set) =>
    readDeeds(readJudged(from, set, 'train').slice(0, MOST), set, marker, lexicon),
  );
  const index = numbered(trained.flat());
  const number = (deed: ReadDeed): Int32Array =>
    Int32Array.from(deed.features.map((f) => index.get(f) ?? -1).filter((at) => at >= 0));
  const examples = SETS.flatMap((set, i) =>
    trained[i].map((deed) => ({
      features: number(deed),
      base: BASE * deed.ruled,
      value: deed.factuality,
      weight: WEIGHTS[set],
    })),
  );
  const weights = fitJudgement(examples, { size: index.size });
  for (const set of SETS) {
    const deeds = readDeeds(readJudged(from, set, values.part), set, marker, lexicon);
    const gold = deeds.map((deed) => deed.factuality);
    const fitted = deeds.map((deed) => judge(weights, { features: number(deed), base: BASE * deed.ruled }));
    report(set, gold, fitted, deeds);
  }
}

function report(
  set: string,
  gold: readonly number[],
  fitted: readonly number[],
  deeds: readonly ReadDeed[],
): void {
  const ways = [
    ['window rule', deeds.map((deed) => deed.window)],
    ['status rules', deeds.map((deed) => deed.ruled)],
    ['rules + fit', fitted],
  ] as const;
  for (const [way, guess] of ways) {
    const f1 = macroF1(gold.map(factClass), guess.map(factClass));
    console.log(
      `${set.padEnd(9)} n ${String(gold.length).padStart(5)}  ${way.padEnd(13)} r ${pearson(gold, guess).toFixed(3)}  macro F1 ${f1.toFixed(3)}`,
    );
  }
  const name = set === 'uds-ih2' ? 'uds' : set;
  figures
    .set(`${name}.r`, pearson(gold, fitted))
    .set(`${name}.macroF1`, macroF1(gold.map(factClass), fitted.map(factClass)));
}

if (folder !== undefined && !values['own-only']) scoreSets(folder);
const own = join(import.meta.dirname, '..', 'test', 'gold-own', 'status');
for (const part of ['dev', 'test'] as const) {
  const score = scoreOwn(own, part, marker, lexicon);
  console.log(
    `own ${part.padEnd(5)} n ${String(score.rows).padStart(5)}  macro F1 ${score.macroF1.toFixed(3)}  accuracy ${score.accuracy.toFixed(3)}  window rule ${score.windowF1.toFixed(3)}`,
  );
  if (values.wrong && part === 'dev') for (const line of score.wrong) console.log(`  ${line}`);
  figures.set(part === 'test' ? 'own.macroF1' : 'own.devMacroF1', score.macroF1);
}
if (values.json)
  console.log(
    JSON.stringify(
      Object.fromEntries([...figures].map(([name, value]) => [name, Math.round(value * 1e4) / 1e4])),
    ),
  );
