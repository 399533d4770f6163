import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { situate } from '../../src/stages/situate/situate.ts';
import { readState, SEEDS } from './read-state.ts';
import type { Ground } from './trap.ts';

/** Reads the two seed reports once. */
export async function readGround(): Promise<Ground> {
  const playbook = loadPlaybook('korea');
  const input = await readState('korea', SEEDS);
  return {
    input,
    at: (validAt) => situate(input, playbook, { validAt }),
    withTexts: (texts) => readState('korea', SEEDS, texts),
  };
}
