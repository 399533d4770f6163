import { describe, it } from 'vitest';
import { loadPlaybook, playbookNames } from '../../src/playbook/load-playbook.ts';
import { situate } from '../../src/stages/situate/situate.ts';
import { expectReplay } from './replay-file.ts';
import { showSituation } from './show-situation.ts';

const NOTHING = { readings: [], reconciled: { origins: [], moves: [], utterances: [], links: [] } };

/** Turning points, each as it was known on the day itself. */
const DAYS: Readonly<Record<string, readonly string[]>> = {
  korea: [
    '2017-03-10', '2017-07-05', '2017-08-10', '2017-09-16', '2017-11-30', '2018-01-10', '2018-03-10', '2018-04-28',
    '2018-05-25', '2018-06-13', '2018-10-20', '2019-03-01', '2019-05-10', '2019-07-01', '2019-10-06', '2020-01-02',
    '2020-06-17', '2020-10-11', '2021-03-18', '2021-03-26', '2021-10-20', '2022-03-25', '2022-05-27', '2022-11-03',
  ],
  'iran-nuclear': ['2015-08-01', '2018-06-01', '2020-01-09', '2021-02-28', '2021-04-20', '2022-06-10'],
}; // prettier-ignore

describe.each(playbookNames().filter((name) => DAYS[name] !== undefined))('chronicle of %s', (name) => {
  const playbook = loadPlaybook(name);
  it.each(DAYS[name])('reads on %s as the file has it', (day) => {
    expectReplay(name, day, showSituation(situate(NOTHING, playbook, { validAt: day })));
  });
});
