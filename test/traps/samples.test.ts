import { beforeAll, describe, expect, it } from 'vitest';
import { readState, SAMPLES } from '../../eval/situation/read-state.ts';
import type { Situation } from '../../src/model/situation.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { situate } from '../../src/stages/situate/situate.ts';
import type { SituationInput } from '../../src/stages/situate/situate.ts';
import { watch } from '../../src/stages/situate/watch.ts';

const playbook = loadPlaybook('korea');

describe('the sample reports, from their text to the situation', () => {
  let input: SituationInput;
  const at = (validAt: string, knownAt = validAt): Situation =>
    situate(input, playbook, { validAt, knownAt });
  const finding = (situation: Situation, on: string) =>
    situation.legal.find(({ act, when }) => act === 'weapons-test' && when?.from === on);

  beforeAll(async () => {
    input = await readState('korea', [SAMPLES]);
  });

  it('knows of no test on the 20th and of both on the 27th', () => {
    expect(finding(at('2021-03-20'), '2021-03-21')).toBeUndefined();
    expect(finding(at('2021-03-27'), '2021-03-21')?.because.claimIds.length).toBeGreaterThan(0);
    expect(finding(at('2021-03-27'), '2021-03-25')?.because.claimIds.length).toBeGreaterThan(0);
  });

  it('finds no breach in the cruise missiles and one in the ballistic ones', () => {
    expect(finding(at('2021-03-27'), '2021-03-21')?.verdict).toBe('not-covered');
    expect(finding(at('2021-03-27'), '2021-03-25')?.verdict).toBe('violates');
  });

  it('does not know on the day of the first firing what was told two days later', () => {
    expect(finding(at('2021-03-22', '2021-03-22'), '2021-03-21')).toBeUndefined();
    expect(finding(at('2021-03-22', '2021-03-24'), '2021-03-21')?.classId).toBe('cruise-missile');
  });

  it('keeps what was said of no ballistic tests, with the day that overtook it, not the day of the cruise missiles', () => {
    const pause = at('2021-03-27').pauses.find(
      ({ classId, since }) => classId === 'ballistic-missile' && since === '2020-03',
    );
    expect(pause?.heldUntil).toBe('2021-03-25');
    expect(at('2021-03-24').pauses.find(({ id }) => id === pause?.id)?.heldUntil).toBeUndefined();
  });

  it('names what one more long-range test would set off', () => {
    const items = watch(input, playbook, { validAt: '2021-03-27' });
    const rules = items
      .filter(({ move }) => move.classId === 'icbm' && move.by.includes('prk'))
      .map(({ rule }) => rule);
    expect(rules).toContain('moratorium.2018');
    expect(rules).toContain('bargain.tacit-enforcement');
    expect(rules).toContain('ladder.long-range');
  });
});
