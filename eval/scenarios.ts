/*
 * How good scenarios are on past starts: npm run eval:scenarios -- [--data CNS.csv] [--json] [--write]
 * `--write` puts the tables into docs/foresight.md and the skill of each outcome into models/scenarios.
 */
import { parseArgs } from 'node:util';
import { toPastTerms } from '../src/stages/foresee/dynamics/past-terms.ts';
import { compareBaseRates } from './scenarios/base-rates.ts';
import { askByEngine } from './scenarios/ask-launches.ts';
import { measureOutcomes } from './scenarios/measure-outcomes.ts';
import { recoverParameters } from './scenarios/recover.ts';
import { reliability, scoreOutcomes } from './scenarios/score-outcomes.ts';
import { toTables } from './scenarios/tables.ts';
import { rescaleSampler } from './scenarios/rescale-sampler.ts';
import { LAUNCH_FILE, loadTheatre } from './scenarios/theatre-record.ts';
import { writeDocs, writeSkill } from './scenarios/write-out.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: LAUNCH_FILE },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const QUESTIONS = 309;
const theatre = loadTheatre(values.data);
const figures: Record<string, number> = {};

const recovered = recoverParameters(1);
figures['recovery.maxError'] = Math.max(
  ...recovered.map(({ truth, fit, error }) => Math.abs(fit - truth) / error),
);
const rescaled = rescaleSampler(theatre);
figures['timeRescaling.p'] = rescaled.sampler.p;

if (theatre.withTable) figures['launch30.brier'] = askByEngine(theatre, '2017-01-01', QUESTIONS).brier;
else console.log(`skipped the launch questions: no file ${values.data}`);

const { asked, likelihood } = measureOutcomes(theatre, toPastTerms(theatre.history, theatre.dynamics));
const scores = scoreOutcomes(asked);
figures['outcomes.calibrated'] = scores.filter(({ calibrated }) => calibrated).length / scores.length;

const tables = toTables({
  figures,
  recovered,
  rescaled,
  scores,
  likelihood,
  baseRates: compareBaseRates(theatre),
  reliability: [30, 180].map((days) => ({ days, rows: reliability(asked, days) })),
  withTable: theatre.withTable,
});
console.log(tables);
if (values.write) {
  writeDocs(tables);
  writeSkill(theatre, scores);
}
if (values.json) console.log(JSON.stringify(figures));
