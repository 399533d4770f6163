import { describe, expect, it } from 'vitest';
import type { GivenMove } from '../../../src/model/playbook.ts';
import { loadPlaybook } from '../../../src/playbook/load-playbook.ts';
import { judge } from '../../../src/stages/situate/judge-acts.ts';
import { toMove } from '../../../src/stages/situate/to-move.ts';
import { LEGAL_CASES } from '../../../eval/situation/legal-cases.ts';

const playbook = loadPlaybook('korea');

function judged(on: string, classId: string | undefined, act: GivenMove['act'], lawAt?: string) {
  const given: GivenMove = {
    type: 'mobilize',
    act,
    on,
    by: ['prk'],
    to: [],
    status: 'actual',
    tags: [],
    ...(classId && { class: classId }),
  };
  const move = toMove(given, 'case', { knownFrom: on, sides: playbook.sides });
  return judge(move, playbook, lawAt === undefined ? {} : { lawAt });
}

describe('law over the act', () => {
  for (const one of LEGAL_CASES) {
    it(`finds ${one.on} ${one.classId ?? one.act}: ${one.verdict}`, () => {
      const found = judged(one.on, one.classId, one.act);
      expect(found.verdict).toBe(one.verdict);
      const violated = found.trace
        .filter(({ outcome }) => outcome === 'violated')
        .map(({ clause }) => clause);
      expect(violated).toEqual(expect.arrayContaining([...one.violated]));
      if (one.verdict !== 'violates') expect(violated).toEqual([]);
      expect(found.triggers.includes('unsc.2397.28')).toBe(one.fires2397);
    });
  }

  it('changes three findings, and no others, when only the day of the law changes', () => {
    const later = LEGAL_CASES.filter(
      (one) => judged(one.on, one.classId, one.act, '2023-12-31').verdict !== one.verdict,
    );
    expect(later.map(({ on }) => on)).toEqual(['2006-07-05', '2006-10-09', '2009-04-05']);
  });

  it('tells a satellite launch, a cruise missile, an artillery drill, a parade and an engine test apart', () => {
    const kinds = [
      judged('2021-03-21', 'satellite-launch', 'weapons-test'),
      judged('2021-03-21', 'cruise-missile', 'weapons-test'),
      judged('2021-03-21', 'artillery', 'weapons-test'),
      judged('2021-03-21', 'icbm', 'weapons-display'),
      judged('2021-03-21', 'engine-test', 'weapons-test'),
    ].map(({ verdict, trace, pledges }) => {
      const touched = trace.filter(({ outcome }) => !['not-matched', 'not-bound'].includes(outcome));
      return { verdict, touched: touched.map(({ clause, outcome }) => `${clause} ${outcome}`), pledges };
    });
    expect(kinds.map(({ verdict }) => verdict)).toEqual([
      'violates',
      'not-covered',
      'not-covered',
      'not-covered',
      'violates',
    ]);
    expect(kinds[0].touched).toContain('unsc.1874.2 violated');
    expect(kinds[1].touched).toEqual([]);
    expect(kinds[3].touched).toContain('unsc.1718.5 related');
    expect(kinds[4].touched).toEqual(['unsc.1695.2 related', 'unsc.1718.5 violated', 'unsc.1874.3 violated']);
  });

  it('names the agreement that a demolition goes against, without a verdict of law', () => {
    const given: GivenMove = {
      type: 'assault',
      act: 'channel-destroyed',
      on: '2020-06-16',
      by: ['prk'],
      to: ['kor'],
      status: 'actual',
      tags: [],
    };
    const move = toMove(given, 'case', { knownFrom: '2020-06-16', sides: playbook.sides });
    const found = judge(move, playbook);
    expect(found.verdict).toBe('not-covered');
    expect(found.pledges).toContain('pledge.panmunjom-2018');
  });
});
