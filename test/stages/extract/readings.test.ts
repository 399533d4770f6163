import { describe, expect, it } from 'vitest';
import type { Claim, LeverClaim, MoveClaim, StatementClaim } from '../../../src/model/claim.ts';
import { contentId } from '../../../src/model/content-id.ts';
import { loadMarker } from '../../../src/playbook/load-marker.ts';
import { loadPlaybook } from '../../../src/playbook/load-playbook.ts';
import { extract } from '../../../src/stages/extract/extract.ts';
import { mark } from '../../../src/stages/mark/mark.ts';
import { loadReadingKnowledge } from '../../../src/workflows/reading-knowledge.ts';

const marker = loadMarker();
const knowledge = loadReadingKnowledge(loadPlaybook('korea'));

interface Read {
  readonly text: string;
  readonly claims: readonly Claim[];
}

function read(text: string): Read {
  const report = { id: contentId('report', text), text, foundAt: 'test', notes: [] };
  return { text, claims: extract(report, mark(text, marker), knowledge).claims };
}

const words = (
  { text }: Read,
  { span }: { readonly span: { readonly start: number; readonly end: number } },
): string => text.slice(span.start, span.end);

const movesOf = (sentence: string, act: string): readonly MoveClaim[] =>
  read(sentence).claims.flatMap((claim) =>
    claim.kind === 'move' && (claim.act ?? claim.type) === act ? [claim] : [],
  );

/** Sides of the doers and those done to, with the status: "irn>isr actual". */
const deeds = (sentence: string, act: string): readonly string[] =>
  movesOf(sentence, act).map(({ actors, targets, status }) => {
    const sides = (parties: MoveClaim['actors']): string =>
      parties.map(({ sideId }) => sideId ?? '?').join('+');
    return `${sides(actors)}>${sides(targets)} ${status}`;
  });

const leversOf = (sentence: string, lever: string): readonly LeverClaim[] =>
  read(sentence).claims.flatMap((claim) => (claim.kind === 'lever' && claim.lever === lever ? [claim] : []));

const statusesOf = (sentence: string, entry: string): readonly string[] =>
  read(sentence).claims.flatMap((claim) => (claim.entry === entry ? [claim.status] : []));

function contents(sentence: string): readonly string[] {
  const statements = read(sentence).claims.filter(
    (claim): claim is StatementClaim => claim.kind === 'statement',
  );
  return statements.map(({ content }) =>
    content.map((span) => sentence.slice(span.start, span.end)).join(' | '),
  );
}

const DOERS: readonly (readonly [does: string, sentence: string, act: string, expected: string])[] = [
  ['is who is made to do it', 'The raid led Iran to expel two inspectors.', 'sanction', 'irn>? actual'],
  ['is who is called on', 'Germany called on France behind the scenes to step up pressure on Russia.', 'request', 'fra>rus requested'],
  ['is he after "since", not he who says so', 'Two years have passed since Iran spoke directly to American envoys, the minister said.', 'channel-used', 'irn> actual'],
  ['is he who is hoped to resume', 'Taiwan is looking forward to Japan resuming talks with India.', 'channel-used', 'jpn>ind hypothetical'],
  ['is the leader of "days after X, its leader, met"', "China launched drills around Taiwan on Monday, days after Taiwan's president, Lai Ching-te, met with American lawmakers.", 'channel-used', 'twn>usa actual'],
  ['of a warning beside a refusal has refused too', 'Iran rejected repeated offers by Britain to reopen the talks and issued a stern warning to Israel.', 'warning-issued', 'irn>isr actual'],
  ['is scheduled', "Japan's prime minister is scheduled to meet President Macron in Paris next week.", 'channel-used', 'jpn>fra planned'],
]; // prettier-ignore

describe('the doer of a deed', () => {
  it.each(DOERS)('%s', (_does, sentence, act, expected) => {
    expect(deeds(sentence, act)).toContain(expected);
  });

  it('is not he who demands a list of things', () => {
    const demand = "Ukraine's demands, including withdrawing all troops, were ignored by Russia.";
    const [withdrawal] = movesOf(demand, 'retreat');
    expect(withdrawal.status).toBe('requested');
    expect(withdrawal.actors).toEqual([]);
    expect(deeds('Russia surprised everybody by withdrawing all troops.', 'retreat')).toEqual([
      'rus> actual',
    ]);
  });

  it('is the one blamed, also for the means', () => {
    const [sale] = movesOf(
      'China accused Japan of emboldening rebels by selling weapons to the island.',
      'cooperate',
    );
    expect(sale.actors.map(({ sideId }) => sideId)).toEqual(['jpn']);
  });

  it('has his own troops and sanctions for no target', () => {
    const [withdrawal] = movesOf('Russia withdrew its troops from the border.', 'retreat');
    expect(withdrawal.targets.map(({ sideId }) => sideId)).not.toContain('rus');
    expect(deeds('Iran wants France to lift its sanctions.', 'sanction-lifted')).toEqual(['fra> requested']);
  });
});

const STATUSES: readonly (readonly [what: string, sentence: string, entry: string, expected: string])[] = [
  ['an offer rejected was made', 'Iran rejected offers by Britain to reopen the talks.', 'agree.offer', 'actual'],
  ['a programme feared is there', "France is concerned about Iran's nuclear programme.", 'capability.programme', 'actual'],
  ['weapons to be given up are there', 'Iran is willing to give up its missiles.', 'capability.held', 'actual'],
  ['weapons sought are not', 'Iran seeks its own nuclear weapons.', 'capability.held', 'requested'],
  ['tests to be frozen go on', 'China asked India to freeze its missile tests.', 'capability.test-named', 'actual'],
  ['tests to be held do not', 'India plans its first missile test.', 'mobilize.weapon-test-noun', 'planned'],
  ['"as long as" names a case', 'As long as Iran enriches uranium, Israel will hold its fire.', 'mobilize.arms-build', 'hypothetical'],
  ['"provided" names a case', 'Greece will leave provided Egypt reopens the strait.', 'retreat.reopen-border', 'hypothetical'],
  ['"since" names none', 'Greece will leave since Egypt reopened the strait.', 'retreat.reopen-border', 'actual'],
  ['means under "could" are as open as what they serve', 'By tightening sanctions enforcement, India could anger Russia.', 'sanction.enforce-sanction', 'hypothetical'],
  ['little success is not success', 'Turkey had little success in persuading Russia to extend the grain deal.', 'agree.extend-deal', 'hypothetical'],
  ['what one is warned to do is asked for', 'Russia warned Ukraine to withdraw its troops.', 'retreat.withdraw-force', 'requested'],
  ['what one is warned to refrain from is not', 'Russia warned Ukraine to refrain from attacking the bridge.', 'assault.attack', 'denied'],
  ['what is ruled out is denied', 'The envoy said France had ruled out sending troops.', 'mobilize.deploy-force', 'denied'],
  ['what is not ruled out is open', 'France has not ruled out sending troops, the minister said.', 'mobilize.deploy-force', 'hypothetical'],
  ['a promise told in the past is a plan', 'China pledged support, saying that it would build two ports.', 'cooperate.invest', 'planned'],
  ['what is not to be expected is not asked for', 'France should not expect Iran to abandon its arsenal.', 'retreat.disarm', 'hypothetical'],
  ['calling a thing by a name asks for nothing', 'Taiwan crossed the line, Beijing said, calling the drills a provocation.', 'assessment.provocation', 'actual'],
  ['a case makes no saying', 'If Iran agrees to the terms, talks will begin.', 'speech.confirm', 'hypothetical'],
]; // prettier-ignore

describe('a status', () => {
  it.each(STATUSES)('%s', (_what, sentence, entry, expected) => {
    expect(statusesOf(sentence, entry)).toEqual([expected]);
  });
});

describe('a stance', () => {
  it('is his who takes it, not his who reports it', () => {
    expect(leversOf('The envoy said that Iran rejects talks with France.', 'diplomacy').map(({ stance }) => stance)).not.toContain('against');
    expect(leversOf('Russia warned Ukraine to refrain from attacking the bridge.', 'self-restraint')[0].stance).toBe('for');
    expect(leversOf('France has ruled out sending troops.', 'deploy-forces')[0].stance).toBe('against');
  }); // prettier-ignore

  it('is none towards an outcome that nobody proposes', () => {
    expect(leversOf('Analysts say a strike would push Iran to expel inspectors.', 'inspections')).toEqual([]);
    expect(leversOf('Iran wants to expel inspectors.', 'inspections')).toHaveLength(1);
  });
});

describe('a statement', () => {
  it('holds its whole content, without the concession and the time that are not said', () => {
    const urged = 'Iran urged France and Britain to settle the dispute, although it has called for talks.';
    expect(contents(urged)).toContain('France and Britain to settle the dispute');
    expect(contents('Officials said this week the new government would avoid a crisis.')).toEqual([
      'the new government would avoid a crisis',
    ]);
  });

  it('is none where somebody bets on another, shows a thing, or says "it"', () => {
    expect(contents('France is betting on its alliances to contain Iran.')).toEqual([]);
    expect(contents('Iran unveiled a new missile.')).toEqual([]);
    expect(contents('France announced it.')).toEqual([]);
    expect(contents('France announced a plan to leave the pact.')).toHaveLength(1);
  });

  it('is spoken by the person in apposition, not by the state before him', () => {
    const { claims } = read("Ukraine's president, Volodymyr Zelensky, said he was ready for talks.");
    const said = claims.find((claim) => claim.entry === 'speech.say');
    expect(said?.actors.map(({ actorId }) => actorId)).toEqual(['volodymyr-zelensky']);
  });
});

describe('what a claim covers', () => {
  it('ends before an outcome, a saying and the next clause', () => {
    const meeting = read('After meetings in Oslo, Norway is faced with a stalemate.');
    const met = meeting.claims.filter(({ kind }) => kind === 'contact');
    expect(met.map((claim) => words(meeting, claim))).toEqual(['meetings in Oslo']);
    const threat = read('Iran threatened a strike against Israel, leading to a war of words.');
    const outlooks = threat.claims.filter(({ kind }) => kind === 'outlook');
    expect(outlooks.map((claim) => words(threat, claim))).toEqual([
      'Iran threatened a strike against Israel',
    ]);
  });

  it('is what is aimed at, not whom one asks', () => {
    const text = 'Germany is calling on Japan and India to join the pact.';
    const goals = read(text).claims.flatMap((claim) => (claim.kind === 'goal' ? [claim.aim] : []));
    expect(goals.map(({ start, end }) => text.slice(start, end))).toContain('to join the pact');
  });

  it('is no rule in force where sanctions are only talked of', () => {
    const legal = (text: string): number => read(text).claims.filter(({ kind }) => kind === 'legal').length;
    expect(legal('Talk of tougher sanctions on Iran grew in Brussels.')).toBe(0);
    expect(legal('Lawmakers threatened harsh sanctions against Serbia.')).toBe(0);
    expect(legal('Harsh sanctions against Serbia hurt its banks.')).toBe(1);
  });

  it('is no talks where there is talk of something', () => {
    expect(movesOf('Talk of tougher sanctions on Iran grew in Brussels.', 'channel-used')).toEqual([]);
    expect(movesOf('After talks with Iran in Brussels the envoys left.', 'channel-used')).toHaveLength(1);
  });
});

describe('two bodies of one name', () => {
  it('of two states are two', () => {
    const { claims } = read(
      'The National Security Council of South Korea and the National Security Council of Japan met.',
    );
    const met = claims.find(({ kind }) => kind === 'contact');
    expect(met?.actors.map(({ sideId }) => sideId)).toEqual(['kor', 'jpn']);
  });
});
