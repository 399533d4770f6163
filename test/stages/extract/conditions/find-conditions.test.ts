import { describe, expect, it } from 'vitest';
import type { ConditionClaim } from '../../../../src/model/claim.ts';
import type { Mention } from '../../../../src/model/reading.ts';
import { quote } from '../../../../src/model/span.ts';
import { loadAssertionLexicon } from '../../../../src/playbook/lexicon/assertions.ts';
import { loadConditionLexicon } from '../../../../src/playbook/lexicon/conditions.ts';
import { loadStatusLexicon } from '../../../../src/playbook/lexicon/status.ts';
import { loadMarker } from '../../../../src/playbook/load-marker.ts';
import { findConditions } from '../../../../src/stages/extract/conditions/find-conditions.ts';
import { toMarked } from '../assertions/marked.ts';

const marker = loadMarker();
const knowledge = {
  conditions: loadConditionLexicon(),
  assertions: loadAssertionLexicon(),
  status: loadStatusLexicon(),
};

function mention(text: string, name: string): Mention {
  const start = text.indexOf(name);
  const id = name.toLowerCase();
  return {
    party: { span: { start, end: start + name.length }, naming: 'named', actorId: id, sideId: id },
    sentence: 0,
  };
}

function read(text: string, ...names: readonly string[]): readonly ConditionClaim[] {
  const mentions = names.map((name) => mention(text, name));
  return findConditions({ ...toMarked(text, marker), mentions }, knowledge);
}

const sides = (text: string): readonly (readonly [string, string, string])[] =>
  read(text).map((claim) => [claim.connective, quote(text, claim.protasis), quote(text, claim.apodosis)]);

describe('conditions', () => {
  it('keep the condition apart from what hangs on it, whichever comes first', () => {
    expect(sides('If Orsk attacks the islands, Veldia will respond with force.')).toEqual([
      ['if', 'If Orsk attacks the islands', 'Veldia will respond with force'],
    ]);
    expect(sides('Veldia will respond with force if Orsk attacks the islands.')).toEqual([
      ['if', 'if Orsk attacks the islands', 'Veldia will respond with force'],
    ]);
  });

  it('name who trades what in a bargain', () => {
    const text = 'Marania offered to freeze its tests in exchange for an end to the drills.';
    expect(sides(text)).toEqual([
      ['in-exchange', 'an end to the drills', 'Marania offered to freeze its tests'],
    ]);
    const [claim] = read(text, 'Marania');
    expect(claim.holder?.actorId).toBe('marania');
    expect(claim.polarity).toBe('promise');
    expect(claim.evidentiality).toBe('proposed');
  });

  it('say who owes what to whom', () => {
    const text = 'Marania will halt its launches if Veldia lifts the embargo.';
    const [claim] = read(text, 'Marania', 'Veldia');
    expect(claim.terms.map((term) => [term.side, term.by?.actorId])).toEqual([
      ['protasis', 'veldia'],
      ['apodosis', 'marania'],
    ]);
    expect(claim.actors.map((party) => party.actorId)).toEqual(['marania']);
    expect(claim.status).toBe('hypothetical');
  });

  it('tell refusal, threat and promise apart', () => {
    const polarity = (text: string): string | undefined => read(text)[0]?.polarity;
    expect(polarity('Marania will not return to the talks unless Veldia lifts its embargo.')).toBe('refusal');
    expect(polarity('Veldia will attack the base if the rebels cross the river.')).toBe('threat');
    expect(polarity('Veldia will lift its embargo if Marania returns to the talks.')).toBe('promise');
  });

  it('mark what only appears to be agreed', () => {
    const [claim] = read(
      'It appears that Halden will look away as long as the fishermen keep out of the lagoon.',
    );
    expect(claim.evidentiality).toBe('appears');
  });

  it('take the words along that announce a bargain before a colon', () => {
    const text = 'They have reached a deal: if the drills stop, the tests will stop.';
    const [claim] = read(text);
    expect(quote(text, claim.span)).toContain('reached a deal');
  });

  it('are not made of questions, comparisons, concessions and what never happened', () => {
    const none = [
      'Reporters asked if the envoys would meet again.',
      'The minister acted as if the treaty did not exist.',
      'Even if the embargo is lifted, the factories of Kessel will stay empty for years.',
      'If the envoy had stayed, the war would have been avoided.',
      'The talks went on until midnight.',
      'An official spoke on condition of anonymity.',
    ];
    expect(none.filter((text) => read(text).length > 0)).toEqual([]);
  });

  it('have the same id when the same report is read twice', () => {
    const text = 'Orsk will sign only if its security is guaranteed.';
    expect(read(text).map((claim) => claim.id)).toEqual(read(text).map((claim) => claim.id));
    expect(read(text)).toHaveLength(1);
  });
});
