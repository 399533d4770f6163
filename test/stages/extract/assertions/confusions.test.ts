import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../src/model/claim.ts';
import { contains } from '../../../../src/model/span.ts';
import { loadAssertionLexicon } from '../../../../src/playbook/lexicon/assertions.ts';
import { loadStatusLexicon } from '../../../../src/playbook/lexicon/status.ts';
import { loadMarker } from '../../../../src/playbook/load-marker.ts';
import { findAssertions } from '../../../../src/stages/extract/assertions/find-assertions.ts';
import { toMarked } from './marked.ts';

const marker = loadMarker();
const knowledge = { assertions: loadAssertionLexicon(), status: loadStatusLexicon() };
const read = (text: string): readonly Claim[] => findAssertions(toMarked(text, marker), knowledge);
const levers = (text: string): readonly string[] =>
  read(text).flatMap((claim) => (claim.kind === 'lever' ? [claim.lever] : []));
const verdicts = (text: string): readonly string[] =>
  read(text).flatMap((claim) => (claim.kind === 'legal' ? [claim.verdict] : []));

describe('assertions', () => {
  it('keep imposing, enforcing, easing and lifting sanctions apart', () => {
    expect(levers('Veldia imposed sanctions on Orsk.')).toContain('impose-sanctions');
    expect(levers('Veldia wants to enforce the sanctions.')).toContain('enforce-sanctions');
    expect(levers('Veldia eased the sanctions.')).toContain('ease-sanctions');
    expect(levers('Veldia lifted the sanctions.')).toContain('lift-sanctions');
    expect(levers('Veldia lifted the sanctions.')).not.toContain('impose-sanctions');
    expect(levers('Veldia eased the sanctions.')).not.toContain('lift-sanctions');
  });

  it('read "not sanctioned under" a resolution as not covered, and sanctioned banks as penalised', () => {
    const shots = 'Short-range rockets are not sanctioned under the resolution.';
    expect(verdicts(shots)).toContain('not-covered');
    expect(verdicts(shots)).not.toContain('permitted');
    expect(verdicts('Veldia sanctioned three banks.')).toContain('penalised');
  });

  it('keep the legal and the security judgement of one launch apart', () => {
    const claims = read(
      'The launch violated a resolution, but the ministry does not see it as a security threat.',
    );
    expect(claims.some((claim) => claim.kind === 'legal' && claim.verdict === 'violates')).toBe(true);
    expect(
      claims.some(
        (claim) =>
          claim.kind === 'assessment' && claim.dimension === 'security' && claim.polarity === 'positive',
      ),
    ).toBe(true);
  });

  it('do not take a negated violation for a violation', () => {
    expect(verdicts('The flight did not violate the treaty.')).not.toContain('violates');
  });

  it('stand on words that lie in their clause', () => {
    const text =
      'Veldia is best placed to influence Orsk. Its envoys rejected repeated overtures, and analysts believe that new sanctions could lead to a crisis.';
    const claims = read(text);
    expect(claims.length).toBeGreaterThan(4);
    expect(claims.filter((claim) => !contains(claim.clause, claim.span))).toEqual([]);
  });

  it('find nothing in a text about other things', () => {
    expect(read('The baker opened the shop at seven. It smelled of bread and of coffee.')).toEqual([]);
  });
});
