import { describe, expect, it } from 'vitest';
import type { ChronicleFact, Clause } from '../../../../src/model/playbook.ts';
import { linksOf, one } from './linked.ts';

const fact = (id: string, on: string, of: string, by: string): ChronicleFact => ({
  id,
  on,
  says: `${of} flown`,
  source: 'an invented register',
  checked: true,
  move: {
    type: 'mobilize',
    act: 'weapons-test',
    on,
    by: [by],
    to: [],
    class: of,
    status: 'actual',
    tags: [],
  },
  answers: [],
  tags: [],
});

const CLAUSE: Clause = {
  id: 'unsc.2231.b3',
  instrument: '2231',
  paragraph: 'B.3',
  issuer: 'unsc',
  kind: 'call',
  says: 'Asked not to work on missiles made to carry nuclear weapons.',
  source: 'UN document S/RES/2231 (2015)',
  why: 'invented case',
  cases: [],
  binds: ['irn'],
  from: '2015-07-20',
  prohibits: [],
  disputes: [],
  relates: [],
  triggers: [],
  exempts: [],
  quantities: [],
};

describe('links between a claim and the record', () => {
  const denial = one('2024-05-02', 'Iran has not launched any missiles since January 2024.');
  const facts = [
    fact('before', '2024-01-20', 'mrbm', 'irn'),
    fact('inside', '2024-03-09', 'cruise-missile', 'irn'),
    fact('other', '2024-03-11', 'mrbm', 'isr'),
    fact('after', '2024-06-01', 'mrbm', 'irn'),
    fact('later', '2024-07-01', 'mrbm', 'irn'),
  ];

  it('holds a denial against the deed inside its time, and against the first one after it', async () => {
    const links = await linksOf([denial], { chronicle: facts }, '2024-08-01');
    const found = links.filter(({ left }) => left.includes('has not launched'));
    expect(found.map(({ kind, right }) => [kind, right]).toSorted()).toEqual([
      ['contradiction', 'inside'],
      ['succession', 'after'],
    ]);
  });

  it('knows no fact that the newest report could not know', async () => {
    const links = await linksOf([denial], { chronicle: facts });
    expect(links.some(({ right }) => right === 'inside')).toBe(true);
    expect(links.some(({ kind }) => kind === 'succession')).toBe(false);
  });

  it('says whose a resolution is that the words give to somebody else', async () => {
    const told = one('2024-05-02', 'The test violated United States Resolution 2231, France said.');
    const links = await linksOf([told], { clauses: [CLAUSE] });
    const found = links.filter(({ rule }) => rule === 'link.another-issuer');
    expect(found.map(({ right }) => right)).toContain('unsc.2231.b3');
    const right = one('2024-05-02', 'The test violated United Nations Resolution 2231, France said.');
    expect((await linksOf([right], { clauses: [CLAUSE] })).map(({ rule }) => rule)).not.toContain(
      'link.another-issuer',
    );
  });
});
