import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadActors } from '../../../../src/playbook/load-actors.ts';
import { actorRulingsOf } from '../../../../src/stages/reconcile/actors/actor-rulings.ts';
import { nameAcrossReports } from '../../../../src/stages/reconcile/actors/named-readings.ts';
import { StrangerIndex } from '../../../../src/stages/reconcile/actors/stranger-index.ts';
import type { KnownReading } from '../../../../src/stages/reconcile/reconcile.ts';
import { toNaming } from './made-readings.ts';
import type { MadePerson } from './made-readings.ts';

const actors = loadActors();
const DAY = '2021-03-26';

/** One report for each person. */
const reportsOf = (...persons: readonly MadePerson[]): readonly KnownReading[] =>
  persons.map((person, i) => toNaming(`report-${i}`, DAY, [person]));

const groupsOf = (readings: readonly KnownReading[]) => nameAcrossReports(readings, actors).persons;

const pairsOf = (readings: readonly KnownReading[]): readonly string[] =>
  groupsOf(readings).merges.map(({ strangerId, personId }) => `${strangerId} = ${personId}`);

const doubtsOf = (readings: readonly KnownReading[]): readonly string[] =>
  groupsOf(readings).doubts.map(({ strangerId, personId }) => [strangerId, personId].sort().join(' ? '));

const SAKI: MadePerson = { words: 'White House spokeswoman Jane Saki', id: 'new:jane-saki', side: 'usa', office: 'usa.press-secretary' }; // prettier-ignore

describe('persons across reports', () => {
  it('takes a name mangled by translation for the listed holder of the office at the time', () => {
    expect(pairsOf(reportsOf(SAKI))).toEqual(['new:jane-saki@usa = jen-psaki']);
    const later = [toNaming('report-a', '2019-03-26', [SAKI])];
    expect(pairsOf(later)).toEqual([]);
  });

  it('takes no stranger of another office or sex for a listed person of a like name', () => {
    const office = { ...SAKI, office: 'usa.defense-secretary' };
    const man = { ...SAKI, words: 'White House spokesman Mr. Jane Saki' };
    expect(pairsOf(reportsOf(office))).toEqual([]);
    expect(pairsOf(reportsOf(man))).toEqual([]);
  });

  it('joins a family name put first, a variant spelling and a name without its side', () => {
    const found = pairsOf(
      reportsOf(
        { words: 'Tamsin Orlebar', id: 'new:tamsin-orlebar', side: 'nor' },
        { words: 'Orlebar Tamsin', id: 'new:orlebar-tamsin' },
        { words: 'Tamzin Orlebarr', id: 'new:tamzin-orlebarr', side: 'nor' },
      ),
    );
    expect(found).toEqual([
      'new:orlebar-tamsin = new:tamsin-orlebar@nor',
      'new:tamzin-orlebarr@nor = new:tamsin-orlebar@nor',
    ]);
  });

  it('joins transliterations of one name where the office bears it out, and only doubts them where none is told', () => {
    const variants = [
      { words: 'Kim Chol Su', id: 'new:kim-chol-su', side: 'prk' },
      { words: 'Kim Cheol-soo', id: 'new:kim-cheol-soo', side: 'prk' },
    ];
    const pair = 'new:kim-cheol-soo@prk ? new:kim-chol-su@prk';
    expect(pairsOf(reportsOf(...variants))).toEqual([]);
    expect(doubtsOf(reportsOf(...variants))).toEqual([pair]);
    const ministers = variants.map((one) => ({ ...one, office: 'prk.envoy' }));
    expect(pairsOf(reportsOf(...ministers))).toHaveLength(1);
    expect(doubtsOf(reportsOf(...ministers))).toEqual([]);
  });

  it('joins titles over time to one person of one name', () => {
    const found = groupsOf(
      reportsOf(
        { words: 'envoy Tamsin Orlebar', id: 'new:tamsin-orlebar', side: 'nor', office: 'nor.envoy' },
        { words: 'Foreign Minister Tamsin Orlebar', id: 'new:tamsin-orlebar', side: 'nor', office: 'nor.foreign-minister' },
      ),
    ); // prettier-ignore
    expect(found.strangers.size).toBe(1);
    expect(found.strangers.get('new:tamsin-orlebar@nor')?.officeIds).toEqual(['nor.envoy', 'nor.foreign-minister']);
  }); // prettier-ignore

  it('keeps two persons of one family name, one given name apart, or two sides two', () => {
    const readings = reportsOf(
      { words: 'Kim Chol Su', id: 'new:kim-chol-su', side: 'prk' },
      { words: 'Kim Yong Su', id: 'new:kim-yong-su', side: 'prk' },
      { words: 'Piet Orlebar', id: 'new:piet-orlebar', side: 'nor' },
      { words: 'Tamsin Orlebar', id: 'new:tamsin-orlebar', side: 'nor' },
      { words: 'Tamsin Orlebar', id: 'new:tamsin-orlebar', side: 'swe' },
      { words: 'Mr. Orlebar', id: 'new:orlebar' },
      { words: 'Mr. Orlebar', id: 'new:orlebar' },
    );
    expect(pairsOf(readings)).toEqual([]);
    expect(groupsOf(readings).strangers.size).toBe(7);
  });

  it('doubts a short name that fits two persons, and merges neither', () => {
    const envoy = { side: 'nor', office: 'nor.envoy' };
    const readings = reportsOf(
      { words: 'envoy Orlebar', id: 'new:orlebar', ...envoy },
      { words: 'envoy Tamsin Orlebar', id: 'new:tamsin-orlebar', ...envoy },
      { words: 'envoy Piet Orlebar', id: 'new:piet-orlebar', ...envoy },
    );
    expect(pairsOf(readings)).toEqual([]);
    expect(doubtsOf(readings)).toContain('new:orlebar@nor.envoy ? new:tamsin-orlebar@nor');
    expect(doubtsOf(readings)).toContain('new:orlebar@nor.envoy ? new:piet-orlebar@nor');
    expect(pairsOf(readings.slice(0, 2))).toEqual(['new:orlebar@nor.envoy = new:tamsin-orlebar@nor']);
  });

  it('keeps apart whom an analyst took apart, and joins whom he joined', () => {
    const merge = { act: 'merge', targetIds: ['new:jane-saki@usa', 'jen-psaki'] } as const;
    const made = { id: 'entry-1', isProgram: true, correction: merge };
    const undo = { id: 'entry-2', correction: { act: 'undo', entryId: 'entry-1' } } as const;
    const apart = nameAcrossReports(reportsOf(SAKI), actors, actorRulingsOf([made, undo]));
    expect(apart.persons.merges).toEqual([]);
    const kims = reportsOf(
      { words: 'Kim Chol Su', id: 'new:kim-chol-su', side: 'prk' },
      { words: 'Kim Yong Su', id: 'new:kim-yong-su', side: 'prk' },
    );
    const ruling = { act: 'merge', targetIds: ['new:kim-yong-su@prk', 'new:kim-chol-su@prk'] } as const;
    const joined = nameAcrossReports(kims, actors, actorRulingsOf([{ id: 'entry-3', correction: ruling }]));
    expect(joined.persons.merges.map(({ rule }) => rule)).toEqual(['analyst']);
  });

  it('calls everybody by one id in the readings', () => {
    const { readings } = nameAcrossReports(reportsOf(SAKI), actors);
    expect(readings[0].reading.mentions[0].party.actorId).toBe('jen-psaki');
  });
});

const GIVEN = ['tamsin', 'tamzin', 'piet', 'pete', 'jun-ho', 'joon-ho', 'choe-sun', 'choi-son'];
const FAMILY = ['orlebar', 'orlebarr', 'kim', 'park', 'pak', 'saki', 'psaki'];

/** Made-up persons whose names, sides and offices often meet. */
const anyPerson = fc
  .record({
    given: fc.option(fc.constantFrom(...GIVEN), { nil: undefined }),
    family: fc.constantFrom(...FAMILY),
    isFirst: fc.boolean(),
    side: fc.option(fc.constantFrom('nor', 'usa', 'kor'), { nil: undefined }),
    office: fc.option(fc.constantFrom('envoy', 'press-secretary'), { nil: undefined }),
  })
  .map(({ given, family, isFirst, side, office }): MadePerson => {
    const words = given === undefined ? [family] : isFirst ? [family, given] : [given, family];
    return {
      words: words.join(' '),
      id: `new:${words.join('-')}`,
      ...(side === undefined ? {} : { side }),
      ...(side === undefined || office === undefined ? {} : { office: `${side}.${office}` }),
    };
  });

const anyReports = fc
  .array(fc.tuple(fc.array(anyPerson, { minLength: 1, maxLength: 4 }), fc.integer({ min: 10, max: 28 })), {
    minLength: 2,
    maxLength: 12,
  })
  .map((reports) => reports.map(([persons, day], i) => toNaming(`report-${i}`, `2021-03-${day}`, persons)));

describe('any reports', () => {
  it('give the same persons in whatever order they are taken in', () => {
    fc.assert(
      fc.property(
        anyReports.chain((reports) =>
          fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })),
        ),
        ([reports, mixed]) => {
          const [once, again] = [groupsOf(reports), groupsOf(mixed)];
          expect(again.merges).toEqual(once.merges);
          const pairs = (groups: typeof once) => groups.doubts.map((one) => JSON.stringify(one)).toSorted();
          expect(pairs(again)).toEqual(pairs(once));
          expect(new Map([...again.strangers].toSorted())).toEqual(new Map([...once.strangers].toSorted()));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('name nobody otherwise when taken in twice, and say which reports each of them changes', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const index = new StrangerIndex(actors);
        const named = new Map<string, string>();
        const nameAll = (ids: readonly string[]): void => {
          for (const { id, reportIds } of index.groups().strangers.values())
            for (const reportId of reportIds)
              if (ids.includes(reportId)) named.set(`${reportId} ${id}`, index.personOf(id));
        };
        for (const report of reports)
          nameAll([report.reading.report.id, ...index.change({ added: [report] })]);
        const { strangers, merges } = index.groups();
        for (const { id, reportIds } of strangers.values())
          for (const reportId of reportIds) expect(named.get(`${reportId} ${id}`)).toBe(index.personOf(id));
        for (const report of reports) expect(index.change({ added: [report] })).toEqual([]);
        expect(index.groups().merges).toEqual(merges);
      }),
      { numRuns: 40 },
    );
  });

  it('leave the others as they were when one is taken out again', () => {
    fc.assert(
      fc.property(anyReports, ([gone, ...staying]) => {
        const index = new StrangerIndex(actors);
        index.change({ added: [gone, ...staying] });
        index.change({ removed: [gone.reading.report.id] });
        const { merges, strangers } = groupsOf(staying);
        expect(index.groups().merges).toEqual(merges);
        expect(new Map([...index.groups().strangers].toSorted())).toEqual(new Map([...strangers].toSorted()));
      }),
      { numRuns: 40 },
    );
  });
});
