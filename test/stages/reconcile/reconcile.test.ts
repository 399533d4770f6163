import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Reconciled } from '../../../src/model/fact.ts';
import { loadPlaybook } from '../../../src/playbook/load-playbook.ts';
import { loadWordings } from '../../../src/playbook/load-wordings.ts';
import { reconcile } from '../../../src/stages/reconcile/reconcile.ts';
import type { KnownReading } from '../../../src/stages/reconcile/reconcile.ts';
import { readSamples } from './read-samples.ts';

const knowledge = { wordings: loadWordings(), classes: loadPlaybook('korea').classes };

describe('reconciling the samples', () => {
  let samples: ReadonlyMap<string, KnownReading>;
  let all: readonly KnownReading[];
  let whole: Reconciled;
  const idOf = (name: string): string => samples.get(name)?.reading.report.id ?? `no sample ${name}`;
  const originOf = (name: string): string | undefined =>
    whole.origins.find(({ members }) => members.some(({ reportId }) => reportId === idOf(name)))?.id;

  beforeAll(async () => {
    samples = await readSamples();
    all = [...samples.values()];
    whole = reconcile(all, knowledge);
  });

  it('finds a first report, a cut copy, a reworded and a retranslated one in one origin', () => {
    const origin = whole.origins.find(({ id }) => id === originOf('09'));
    const kinds = new Map(origin?.members.map(({ reportId, how }) => [reportId, how]));
    expect([...kinds].toSorted()).toEqual(
      [
        [idOf('09'), 'first'],
        [idOf('10'), 'cut'],
        [idOf('11'), 'reworded'],
        [idOf('12'), 'retranslated'],
      ].toSorted(),
    );
  });

  it('puts a correction with what it corrects and keeps every other report apart', () => {
    expect(originOf('08')).toBe(originOf('07'));
    expect(whole.origins).toHaveLength(all.length - 4);
  });

  it('makes one test of what two origins tell of the same Sunday', () => {
    const tests = whole.moves.filter(
      ({ act, happenedOn }) => act === 'weapons-test' && happenedOn?.from === '2021-03-21',
    );
    expect(tests).toHaveLength(1);
    expect(tests[0].originIds).toHaveLength(2);
    expect(tests[0].count).toBe(2);
  });

  it('does not count copies as corroboration', () => {
    const ids = new Set(['09', '10', '11', '12'].map(idOf));
    const copies = reconcile(
      all.filter(({ reading }) => ids.has(reading.report.id)),
      knowledge,
    );
    expect(copies.moves.every(({ originIds }) => originIds.length === 1)).toBe(true);
    expect(copies.utterances.every(({ originIds }) => originIds.length === 1)).toBe(true);
    expect(copies.links.every(({ kind }) => kind !== 'corroborates')).toBe(true);
  });

  it('gives the same whatever the order of the reports', () => {
    const some = all.slice(6, 14);
    const once = reconcile(some, knowledge);
    fc.assert(
      fc.property(fc.shuffledSubarray([...some], { minLength: some.length }), (mixed) => {
        expect(reconcile(mixed, knowledge)).toEqual(once);
      }),
      { numRuns: 6 },
    );
  });

  it('uses no report but those given: what is known later changes no earlier answer', () => {
    const early = all.filter(({ knownFrom }) => knownFrom < '2021-03-24');
    const ids = new Set(early.map(({ reading }) => reading.report.id));
    const { moves, utterances, origins } = reconcile(early, knowledge);
    const claims = new Set(early.flatMap(({ reading }) => reading.claims.map(({ id }) => id)));
    expect(origins.flatMap(({ members }) => members).every(({ reportId }) => ids.has(reportId))).toBe(true);
    expect(moves.flatMap(({ claimIds }) => claimIds).every((id) => claims.has(id))).toBe(true);
    expect(utterances.flatMap(({ wordings }) => wordings).every(({ claimId }) => claims.has(claimId))).toBe(
      true,
    );
  });

  it('merges and splits moves as an analyst rules, and does neither without a ruling', () => {
    const [a, b] = whole.moves;
    const merged = reconcile(all, { ...knowledge, rulings: { merged: [[a.id, b.id]], split: [] } });
    expect(merged.moves).toHaveLength(whole.moves.length - 1);
    expect(
      merged.moves.some(({ claimIds }) =>
        [...a.claimIds, ...b.claimIds].every((id) => claimIds.includes(id)),
      ),
    ).toBe(true);
    const large = whole.moves.find(({ claimIds }) => claimIds.length > 2);
    const split = reconcile(all, { ...knowledge, rulings: { merged: [], split: [[large?.id ?? '']] } });
    expect(split.moves.length).toBe(whole.moves.length + (large?.claimIds.length ?? 0) - 1);
    const [first, ...others] = large?.claimIds ?? [];
    const out = reconcile(all, { ...knowledge, rulings: { merged: [], split: [[first]] } }).moves;
    expect(out.find(({ claimIds }) => claimIds.includes(first))?.claimIds).toEqual([first]);
    expect(out.find(({ claimIds }) => claimIds.includes(others[0]))?.claimIds.length).toBe(others.length);
  });
});
