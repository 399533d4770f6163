import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPlaybook } from '../../../src/playbook/load-playbook.ts';
import { situate } from '../../../src/stages/situate/situate.ts';
import { compareSituations } from '../../../src/stages/situate/compare-situations.ts';
import { watch } from '../../../src/stages/situate/watch.ts';
import { checkPlaybook } from '../../../src/workflows/check-playbook.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/theatres/marania');
const playbook = loadPlaybook(FOLDER);
const input = { readings: [], reconciled: { origins: [], moves: [], utterances: [], links: [] } };
const at = (validAt: string, more: { knownAt?: string; lawAt?: string } = {}) =>
  situate(input, playbook, { validAt, ...more });
const ladder = (validAt: string, knownAt?: string) =>
  at(validAt, knownAt === undefined ? {} : { knownAt }).ladder[0];

describe('a theatre written in YAML alone', () => {
  it('passes its own check', () => expect(checkPlaybook(FOLDER).troubles).toEqual([]));

  it('climbs on a rocket, falls step by step, and lies low after a feast', () => {
    expect(ladder('2031-02-05')).toMatchObject({ rung: 'rockets', since: '2031-02-01', direction: 'rising' });
    expect(ladder('2031-02-19')).toMatchObject({ rung: 'rockets', fallsOn: '2031-02-22' });
    expect(ladder('2031-02-25')).toMatchObject({ rung: 'feast', direction: 'falling' });
    expect(ladder('2031-03-25').rung).toBe('calm');
  });

  it('does not use what was known later', () => {
    expect(ladder('2031-04-05', '2031-04-05').rung).toBe('calm');
    expect(ladder('2031-04-05', '2031-04-06').rung).toBe('rockets');
  });

  it('finds no law before the treaty, and a breach after it', () => {
    const verdicts = at('2031-04-10').legal.map(({ moveId, verdict }) => [moveId, verdict]);
    expect(verdicts).toEqual([
      ['fact:mar.rocket.2031-04-03', 'violates'],
      ['fact:mar.rocket.2031-02-01', 'not-yet-in-force'],
    ]);
    expect(at('2031-04-10', { lawAt: '2031-02-01' }).legal.map(({ verdict }) => verdict)).toEqual([
      'not-yet-in-force',
      'not-yet-in-force',
    ]);
  });

  it('follows the ferry and the bargain', () => {
    expect(at('2031-03-01').channels[0]).toMatchObject({
      state: 'used',
      lastContact: '2031-02-20',
      daysWithout: 9,
    });
    expect(at('2031-03-21').channels[0]).toMatchObject({
      state: 'refused',
      since: '2031-03-20',
      refusals: 1,
    });
    expect(at('2031-03-21').bargains[0].state).toBe('standing');
    expect(at('2031-04-10').bargains[0]).toMatchObject({
      state: 'triggered',
      terms: [{ state: 'broken' }, { state: 'broken' }],
    });
  });

  it('says what changed, with what brought it about', () => {
    const changes = compareSituations(at('2031-03-01'), at('2031-04-10'));
    const bargain = changes.find(({ part }) => part === 'bargains');
    expect(bargain?.because.factIds).toContain('zub.drill.2031-04-01');
    expect(changes.find(({ part }) => part === 'ladder')?.fields).toContainEqual({
      name: 'rung',
      before: 'feast',
      after: 'rockets',
    });
  });

  it('names the single move that would set a bargain off', () => {
    const items = watch(input, playbook, { validAt: '2031-03-25' });
    const drill = items.find(({ rule, move }) => rule === 'bargain.harvest' && move.act === 'exercise-held');
    expect(drill).toMatchObject({ move: { by: ['zub'] }, part: 'bargains' });
  });
});
