import { describe, expect, it } from 'vitest';
import { quote } from '../../../../src/model/span.ts';
import { linesOf, movesOf } from './read-moves.ts';

describe('findMoves: voices and shapes of a deed', () => {
  it('reads an active test with its actor and weapon', () => {
    const [claim] = movesOf(
      'North Korea launched two short-range ballistic missiles on Thursday.',
      '2021-03-26',
    );
    expect(claim).toMatchObject({
      type: 'mobilize',
      act: 'weapons-test',
      status: 'actual',
      object: { count: 2 },
    });
    expect(claim.actors.map((party) => party.sideId)).toEqual(['prk']);
    expect(claim.when?.from).toBe('2021-03-25');
  });

  it('reads a passive with its agent', () => {
    expect(linesOf('The sanctions were imposed by France.')).toContain(
      'sanction sanction-imposed actual fra > ',
    );
  });

  it('reads an agentless passive without an actor', () => {
    expect(linesOf('Two missiles were fired.')).toEqual(['mobilize weapons-test actual  > ']);
  });

  it('reads a deed named by a noun with "of" or a demonym', () => {
    expect(linesOf('The launch of two missiles by Iran drew criticism.')).toContain(
      'mobilize weapons-test actual irn > ',
    );
    expect(linesOf('North Korean missile launches drew criticism.')).toContain(
      'mobilize weapons-test actual prk > ',
    );
  });

  it('reads a light verb with its noun as one deed', () => {
    const claims = movesOf('India carried out a nuclear test.').filter(
      (claim) => claim.act === 'weapons-test',
    );
    expect(claims).toHaveLength(1);
    expect(claims[0].actors.map((party) => party.sideId)).toEqual(['ind']);
  });

  it('reads joint actors as one move', () => {
    const text = 'Japan and Australia signed a treaty.';
    expect(linesOf(text)).toContain('support actual jpn+aus > ');
  });

  it('shares the subject among coordinate verbs', () => {
    const lines = linesOf('Russia expelled two diplomats and condemned Norway.');
    expect(lines.some((each) => each.startsWith('sanction actual rus'))).toBe(true);
    expect(lines.some((each) => each.startsWith('accuse actual rus > nor'))).toBe(true);
  });

  it('leaves the doer of an unclaimed attack open', () => {
    const text = 'A car bomb killed nine people in the market.';
    const [claim] = movesOf(text).filter((each) => each.type === 'assault');
    expect(claim.actors).toEqual([]);
    expect(claim.targets.map((party) => quote(text, party.span))).toEqual(['nine people']);
  });
});

describe('findMoves: status', () => {
  it('reads a denied move with the start of its interval', () => {
    const claims = movesOf(
      'Iran has not conducted any weapons tests since it launched missiles in March.',
      '2021-06-01',
    );
    const denied = claims.find((claim) => claim.act === 'weapons-test' && claim.status === 'denied');
    expect(denied?.when).toMatchObject({ from: '2021-03', until: '2021-06-01' });
    expect(claims.some((claim) => claim.act === 'weapons-test' && claim.status === 'actual')).toBe(true);
  });

  it('keeps a request apart from the deed requested', () => {
    const lines = linesOf('China urged Iran to release the sailors.');
    expect(lines).toContain('request actual chn > irn');
    expect(lines.some((each) => each.startsWith('retreat requested irn'))).toBe(true);
  });

  it('reads a threat as actual and its content as threatened', () => {
    const lines = linesOf('Iran threatened to attack the port.');
    expect(lines.some((each) => each.startsWith('threaten actual irn'))).toBe(true);
    expect(lines.some((each) => each.startsWith('assault threatened irn'))).toBe(true);
  });

  it('reads an if-clause as a case, not a fact', () => {
    expect(linesOf('If Russia attacks Norway, the alliance will retaliate.')).not.toContain(
      'assault actual rus > nor',
    );
  });

  it('finds the deed inside what is said', () => {
    expect(linesOf('Officials said that Russia had attacked Norway.')).toContain('assault actual rus > nor');
  });
});

describe('findMoves: silence', () => {
  it('reads silence as a fact, though it is told by "not"', () => {
    const [claim] = movesOf('Iran has not responded to the calls of Norway.');
    expect(claim).toMatchObject({ act: 'channel-silent', status: 'actual' });
  });
});

describe('findMoves: five acts about sanctions', () => {
  it.each([
    ['France imposed sanctions on Russia.', 'sanction-imposed'],
    ['France enforced the sanctions more strictly.', 'sanction-enforced'],
    ['Russia evaded the sanctions by trading at sea.', 'sanction-evaded'],
    ['France eased the sanctions on Russia.', 'sanction-eased'],
    ['France lifted the sanctions on Russia.', 'sanction-lifted'],
  ])('%s → %s', (text, act) => {
    expect(movesOf(text).map((claim) => claim.act)).toEqual([act]);
  });
});

describe('findMoves: traps', () => {
  it('takes the decider, not the one watched, for the tester it watches for', () => {
    const text = 'North Korea is expected to decide after watching Washington resume arms testing.';
    const test = movesOf(text).find((claim) => claim.act === 'moratorium-ended');
    expect(test?.actors.map((party) => party.sideId)).toEqual(['prk']);
    expect(test?.status).toBe('planned');
  });

  it('makes no trip of talk about sanctions in a capital', () => {
    const text = 'Ms. Choe spoke in Washington about imposing more sanctions on the North.';
    const claims = movesOf(text);
    expect(claims.filter((claim) => claim.mode === 'visit')).toEqual([]);
    expect(claims.find((claim) => claim.act === 'sanction-imposed')?.status).not.toBe('actual');
  });

  it('does not take "sanctioned" in the sense of permitted for a sanction', () => {
    expect(movesOf('The committee sanctioned the use of the hall.')).toEqual([]);
  });

  it('keeps enforcing apart from imposing inside one sentence', () => {
    const acts = movesOf('France imposed sanctions and urged Spain to enforce the sanctions.').map(
      (claim) => claim.act,
    );
    expect(acts).toContain('sanction-imposed');
    expect(acts).toContain('sanction-enforced');
  });
});
