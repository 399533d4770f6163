import { describe, expect, it } from 'vitest';
import type { Party } from '../../../src/model/party.ts';
import { loadWordings } from '../../../src/playbook/load-wordings.ts';
import { mergeUtterances } from '../../../src/stages/reconcile/utterances/merge-utterances.ts';
import type { SaidClaim } from '../../../src/stages/reconcile/utterances/said-claim.ts';

const speaker = (id: string): Party => ({
  span: { start: 0, end: 1 },
  naming: 'named',
  actorId: id,
  sideId: 'mar',
});

function said(n: number, text: string, by = 'ana-torv', day = '2021-05-04'): SaidClaim {
  const span = { start: 0, end: text.length };
  return {
    claim: {
      kind: 'statement', form: 'direct', id: `claim-${n}`, reportId: `report-${n}`, span, clause: span, sentence: 0, content: [span],
      actors: [speaker(by)], targets: [], addressees: [], status: 'actual', time: 'current', attribution: [], entry: 'test', confidence: 1, notes: [],
      when: { from: day, until: day, certainty: 'certain' },
    },
    originId: `origin-${n}`,
    knownFrom: `${day}T12:00:00.000Z`,
    text,
  }; // prettier-ignore
}

const sizes = (claims: readonly SaidClaim[]): readonly number[] =>
  mergeUtterances(claims, loadWordings())
    .map(({ wordings }) => wordings.length)
    .toSorted();

describe('merging wordings of one utterance', () => {
  it('merges two renderings of one sentence', () => {
    expect(
      sizes([
        said(1, 'The government will hold talks with the northern provinces before the end of the year.'),
        said(
          2,
          'Before the end of the year, the government is going to hold talks with the provinces in the north.',
        ),
      ]),
    ).toEqual([2]);
  });

  it('attaches a part to the whole', () => {
    const whole = said(1, 'We expect Tarsis to open the harbour and to let the grain ships sail at once.');
    expect(sizes([whole, said(2, 'let the grain ships sail at once')])).toEqual([2]);
  });

  it('attaches two pieces quoted in one sentence to their whole', () => {
    const whole = said(1, 'We expect Tarsis to open the harbour and to let the grain ships sail at once.');
    const [first, second] = [said(2, 'let the grain ships sail at once'), said(3, 'to open the harbour')];
    const other = { ...second, claim: { ...second.claim, reportId: first.claim.reportId } };
    expect(sizes([whole, first, other])).toEqual([3]);
  });

  it('asks more of a second sentence of one report before both are one utterance', () => {
    const whole = said(1, 'We expect Tarsis to open the harbour and to let the grain ships sail at once.');
    const [first, second] = [
      said(2, 'let the grain ships sail at once'),
      said(3, 'the ships come home at once'),
    ];
    const other = { ...second, claim: { ...second.claim, sentence: 4 } };
    expect(sizes([whole, first, other])).toEqual([3]);
    const sameReport = { ...other, claim: { ...other.claim, reportId: first.claim.reportId } };
    expect(sizes([whole, first, sameReport])).toEqual([1, 2]);
  });

  it('keeps two sentences of one press conference apart', () => {
    expect(
      sizes([
        said(1, 'We expect Tarsis to open the harbour at once.'),
        said(2, 'Our soldiers stay where they are until the winter is over.'),
      ]),
    ).toEqual([1, 1]);
  });

  it('keeps the same words of two persons, and of two times, apart', () => {
    const words = 'We expect Tarsis to open the harbour at once.';
    expect(
      sizes([said(1, words), said(2, words, 'milo-hask'), said(3, words, 'ana-torv', '2021-08-01')]),
    ).toEqual([1, 1, 1]);
  });

  it('marks a wording that commits its speaker less', () => {
    const [utterance] = mergeUtterances(
      [
        said(1, 'We expect Tarsis to open the harbour at once.'),
        said(2, 'We look to Tarsis to open the harbour at once.'),
        said(3, 'We expect Tarsis to open the harbour at once.'),
      ],
      loadWordings(),
    );
    expect(utterance.wordings.find(({ claimId }) => claimId === 'claim-2')?.strength).toBe('weaker');
    expect(utterance.wordings[utterance.best].words).toContain('expect');
  });
});
