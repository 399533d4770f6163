import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadMarker } from '../../../../src/playbook/load-marker.ts';
import { loadPlaybook } from '../../../../src/playbook/load-playbook.ts';
import { inferPublished } from '../../../../src/stages/extract/times/published.ts';
import type { DatedFact } from '../../../../src/stages/extract/times/published.ts';
import { toDatedFact } from '../../../../src/stages/extract/times/to-dated-fact.ts';
import { mark } from '../../../../src/stages/mark/mark.ts';
import { plainReport } from './plain-marks.ts';

const marker = loadMarker();
const infer = (text: string, dated: readonly DatedFact[]) =>
  inferPublished(plainReport(text, undefined, mark(text, marker)), dated);

const fact = (id: string, from: string, until: string, ...words: readonly string[]): DatedFact => ({
  id,
  from,
  until,
  words,
});

/** An invented chronicle, with other facts so that common words weigh little. */
const CHRONICLE: readonly DatedFact[] = [
  fact('harbour-talks', '2031-06-05', '2031-06-06', 'talks', 'harbour', 'tariff', 'lighthouse', 'delegation'),
  fact('parade', '2031-05-31', '2031-06-01', 'parade', 'rocket', 'square', 'anniversary'),
  fact('salt-mine', '2031-05-28', '2031-05-28', 'governor', 'salt', 'mine', 'strike'),
  fact('vote', '2031-06-12', '2031-06-12', 'parliament', 'vote', 'fishery', 'treaty'),
  ...Array.from({ length: 30 }, (_, n) =>
    fact(`other-${n}`, `2029-0${(n % 9) + 1}-10`, `2029-0${(n % 9) + 1}-10`, `thing${n}`, 'minister'),
  ),
];

const REPORT =
  'A delegation will meet for talks on the tariff in the harbour at the lighthouse on Thursday and Friday. ' +
  'Last weekend a rocket was shown at the parade in the square. Next week parliament will vote on the fishery treaty. ' +
  'Last week the governor closed the salt mine after a strike.';

describe('a missing time of publication', () => {
  it('is found where relative times meet dated facts', () => {
    const found = infer(REPORT, CHRONICLE);
    expect(found).toMatchObject({ certainty: 'implied', basis: 'text' });
    expect(['2031-06-02', '2031-06-03', '2031-06-04', '2031-06-05']).toContain(found?.at);
    expect(found?.because.join('\n')).toContain('harbour-talks');
  });

  it('stays unknown where no fact is met', () => {
    expect(infer('The council will meet on Thursday to speak of bread.', CHRONICLE)).toBeUndefined();
    expect(infer('The council met.', CHRONICLE)).toBeUndefined();
  });

  it('stays unknown where a fact or two are met', () => {
    expect(infer('Last weekend a rocket was shown at the parade in the square.', CHRONICLE)).toBeUndefined();
  });

  it('stays unknown where two weeks fit alike', () => {
    const later = (day: string): string =>
      new Date(Date.parse(day) + 364 * 86_400_000).toISOString().slice(0, 10);
    const again = CHRONICLE.slice(0, 4).map((one) =>
      fact(`${one.id}-again`, later(one.from), later(one.until), ...one.words),
    );
    const twice = [...CHRONICLE, ...again];
    expect(infer(REPORT, twice)).toBeUndefined();
  });

  it('is read from a dated line of the head and from a dateline', () => {
    expect(infer('Ship lost\nFriday, May 9, 2031\nA ship was lost.', [])?.at).toBe('2031-05-09');
    expect(infer('PORT MARA, May 9, 2031 — A ship was lost.', [])?.at).toBe('2031-05-09');
    expect(infer('A ship was lost on May 9, 2031, in the strait.', [])).toBeUndefined();
  });
});

const SEEDS = '../shared/seeds';
const seed = (name: string): string => readFileSync(`${SEEDS}/${name}.txt`, 'utf8');

describe.skipIf(!existsSync(SEEDS))(
  'the two seed reports (skipped where ../shared/seeds is not there)',
  () => {
    const dated = loadPlaybook('korea').chronicle.map((one) => toDatedFact(one));

    it.each([
      ['000_939518b04ab2deaa', '2021-03-18'],
      ['004_7678e6c8c459e421', '2021-03-26'],
    ])('%s was published on %s', (name, day) => {
      expect(infer(seed(name), dated)?.at).toBe(day);
    });
  },
);
