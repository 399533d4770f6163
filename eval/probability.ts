/* How good the probabilities are: npm run eval:probability -- [--data FOLDER] [--json] */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchmarkSet } from './forecast/load-set.ts';
import { loadSet } from './forecast/load-set.ts';
import { answersFor, scoreAnswers } from './forecast/measure-windows.ts';
import { askLaunches, launchDays } from './forecast/launch-question.ts';
import type { WindowFigures } from './forecast/measure-windows.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
    actor: { type: 'string', default: 'North Korea' },
    launches: { type: 'boolean', default: false },
    part: { type: 'string', default: 'test' },
  },
});

const folder = values.data ?? join('..', 'shared', 'tkg', 'icews18');
const LENGTH = 7;
const figures: Record<string, number> = {};

const launches = join('..', 'shared', 'facts', 'cns-missile-tests', 'cns_missile_tests_1984_2023-04.csv');
if (existsSync(launches)) launchQuestions();
else console.log(`skipped: no file ${launches}`);
if (values.launches) process.exit(0);
if (existsSync(folder)) windows(loadSet(folder));
else console.log(`skipped: no folder ${folder}`);
if (values.json) console.log(JSON.stringify(figures));

function launchQuestions(): void {
  const { ours, references, from, until } = askLaunches(launchDays(launches), '2017-01-01', 309);
  console.log(
    `"At least one launch in the next 30 days": ${ours.count} weekly questions, ${from} to ${until}, walk-forward`,
  );
  for (const [name, score] of Object.entries({ ...references, ours })) {
    console.log(
      `  ${name.padEnd(12)} Brier ${score.brier.toFixed(4)}, calibration error ${score.calibrationError.toFixed(3)}`,
    );
  }
  console.log('');
  figures['launch30.brier'] = ours.brier;
}

function windows(set: BenchmarkSet): void {
  const { history } = set;
  const validDay = history.day[set.validFrom];
  const testDay = history.day[set.testFrom];
  const onTest = values.part === 'test';
  const from = onTest ? testDay : validDay;
  const last = onTest ? history.day[history.count - 1] : testDay - 1;
  const settings = {
    length: LENGTH,
    from,
    until: last - LENGTH + 1,
    least: 5,
    poolBefore: onTest ? validDay : validDay - (testDay - validDay),
  };
  const answers = answersFor(set, settings);
  const name = values.data === undefined ? 'icews18' : 'data';
  console.log(
    `Facts seen on at least 5 days of train, "within ${LENGTH} days", days ${settings.from}–${settings.until}`,
  );
  print('all pairs', scoreAnswers(answers));
  const ours = (actor: number): boolean => set.actorNames[actor] === values.actor;
  const some = scoreAnswers(answers.filter(({ asked }) => ours(asked.subject) || ours(asked.object)));
  print(`pairs with ${values.actor}`, some);
  const all = scoreAnswers(answers);
  figures[`${name}.skill`] = 100 * all.skill;
  figures[`${name}.ece`] = all.score.calibrationError;
  figures[`${name}.brier`] = all.score.brier;
  figures['nk.skill'] = 100 * some.skill;
  figures['nk.ece'] = some.score.calibrationError;
}

function print(title: string, { score, references, skill }: WindowFigures): void {
  console.log(`\n${title}: ${score.count} forecasts`);
  console.log(
    `Brier ${score.brier.toFixed(4)} = reliability ${score.reliability.toFixed(4)} − resolution ${score.resolution.toFixed(4)} + uncertainty ${score.uncertainty.toFixed(4)}; log score ${score.logScore.toFixed(4)}; calibration error ${score.calibrationError.toFixed(4)}`,
  );
  const reference = references.climatology?.brier ?? 0;
  for (const [name, { brier }] of Object.entries(references)) {
    console.log(
      `  ${name.padEnd(18)} Brier ${brier.toFixed(4)}, skill over climatology ${(100 * (1 - brier / reference)).toFixed(1)} %`,
    );
  }
  console.log(
    `  ours               Brier ${score.brier.toFixed(4)}, skill over climatology ${(100 * skill).toFixed(1)} %`,
  );
  for (const bin of score.bins) {
    console.log(
      `    ${bin.from.toFixed(1)}–${bin.until.toFixed(1)}: said ${bin.meanProbability.toFixed(3)}, came ${bin.share.toFixed(3)} of ${bin.count}`,
    );
  }
}
