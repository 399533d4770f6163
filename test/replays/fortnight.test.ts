import { beforeAll, describe, it } from 'vitest';
import { hasSeeds, readState, SAMPLES, SEEDS } from '../../eval/situation/read-state.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { situate } from '../../src/stages/situate/situate.ts';
import type { SituationInput } from '../../src/stages/situate/situate.ts';
import { expectReplay } from './replay-file.ts';
import { showSituation } from './show-situation.ts';

const DAYS = Array.from({ length: 17 }, (_, i) => `2021-03-${15 + i}`);
const playbook = loadPlaybook('korea');

describe.each([
  { name: 'samples-march-2021', given: [SAMPLES], here: true },
  { name: 'seeds-march-2021', given: SEEDS, here: hasSeeds() }, // skipped where ../shared/seeds is not here
])('the fortnight of March 2021: $name (needs its reports: $here)', ({ name, given, here }) => {
  let input: SituationInput;
  beforeAll(async () => {
    if (here) input = await readState('korea', given);
  });
  it.skipIf(!here).each(DAYS)('reads on %s as the file has it', (day) => {
    expectReplay(name, day, showSituation(situate(input, playbook, { validAt: day })));
  });
});
