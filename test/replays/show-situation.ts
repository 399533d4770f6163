import type { KnownMove, Situation } from '../../src/model/situation.ts';

const brief = (id: string): string => id.replace(/^fact:/u, '');

function sayMove(move: KnownMove): string {
  const what = `${move.act ?? move.type}${move.classId ? ` ${move.classId}` : ''}${move.count ? ` ×${move.count}` : ''}`;
  const to = move.to.length > 0 ? ` → ${move.to.join('+')}` : '';
  return `${move.on} ${move.by.join('+')} ${what}${to}${move.status === 'actual' ? '' : ` (${move.status})`}`;
}

type Show = (id: string) => string;
type Say = (situation: Situation, show: Show) => readonly string[];

const ladder: Say = ({ ladder }, show) =>
  ladder.map((one) => {
    const by = one.because.moveIds.slice(0, 3).map(show).join('; ');
    const own = one.bySide.map(({ side, rung }) => `${side} ${rung}`).join(', ');
    return `${one.pair}: ${one.rung} (${one.level}) ${one.direction}${one.since ? ` since ${one.since}` : ''} [${own}]${one.fallsOn ? `, falls ${one.fallsOn}` : ''}${by ? ` <- ${by}` : ''}`;
  });

const legal: Say = ({ legal }, show) =>
  legal.slice(0, 8).map((one) => {
    const touched = one.trace.filter(({ outcome }) => !['not-matched', 'not-bound', 'fires'].includes(outcome));
    const clauses = touched.map(({ clause, outcome }) => `${clause} ${outcome}`).join(', ');
    const more = [
      one.triggers.length > 0 ? `fires ${one.triggers.join(', ')}` : '',
      one.pledges.length > 0 ? `against ${one.pledges.join(', ')}` : '',
      one.issuerDid.length > 0 ? `Council: ${one.issuerDid.map(show).join('; ')}` : '',
      one.statesDid.length > 0 ? `states: ${one.statesDid.map(show).join('; ')}` : '',
      one.legalSaid.length > 0 ? `law said: ${one.legalSaid.map(({ by, value }) => `${value} (${by.join('+')})`).join(', ')}` : '',
      one.securitySaid.length > 0 ? `security said: ${one.securitySaid.map(({ by, value }) => `${value} (${by.join('+')})`).join(', ')}` : '',
      one.expectedSaid.length > 0 ? `expected said: ${one.expectedSaid.map(({ by, value }) => `${value} (${by.join('+')})`).join(', ')}` : '',
    ].filter((words) => words !== '');
    return `${show(one.moveId)}: ${one.verdict}${clauses ? ` [${clauses}]` : ''}${more.map((words) => `; ${words}`).join('')}`;
  });

const channels: Say = ({ channels }) =>
  channels.map((one) => {
    const last = one.lastContact ? `; last contact ${one.lastContact}, ${one.daysWithout ?? 0} days` : '';
    const tries = one.attempts + one.refusals > 0 ? `; ${one.attempts} attempts, ${one.refusals} refusals` : '';
    const differ = one.disagreement.length > 0 ? `; reports differ: ${one.disagreement.map(({ value }) => value).join(' / ')}` : '';
    return `${one.channel}: ${one.state}${one.since ? ` since ${one.since}` : ''}${last}${tries}${differ}`;
  });

const programmes: Say = ({ programmes, moratoria, pauses }, show) => [
  ...programmes
    .filter(({ stage }) => stage !== 'none')
    .map((one) => {
      const days = [['pledged', one.pledgedOn], ['shown', one.shownOn], ['tested', one.testedOn]]
        .flatMap(([name, on]) => (on === undefined ? [] : [`${name ?? ''} ${on}`]))
        .join(', ');
      return `${one.programme}: ${one.stage}; ${days}${one.daysSince === undefined ? '' : ` (${one.daysSince} days)`}; ${one.testsLastYear} in a year${one.novelty ? `; ${one.novelty}` : ''}`;
    }),
  ...moratoria.map((one) => `${one.moratorium}: ${one.state}${one.since ? ` since ${one.since}` : ''}${one.brokenOn ? `, broken ${one.brokenOn}` : ''}`),
  ...pauses.map((one) => `said: no ${one.act ?? 'act'} ${one.classId ?? ''} by ${one.by.join('+')} since ${one.since ?? '?'}${one.heldUntil ? `; overtaken ${one.heldUntil} by ${show(one.overtakenBy ?? '')}` : '; stands'}${one.against.length > 0 ? `; against it: ${one.against.map(show).join('; ')}` : ''}`),
];

const posture: Say = ({ posture }) =>
  posture.filter(({ state }) => state !== 'unknown').map((one) => `${one.exercise}: ${one.state}${one.since ? ` since ${one.since}` : ''}${one.running ? ', running' : ''}`);

const processes: Say = ({ processes }) =>
  processes.filter(({ state }) => state !== 'not-begun').map((one) => `${one.process}: ${one.state}${one.begun ? `, begun ${one.begun}` : ''}${one.due ? `, due ${one.due}` : ''}${one.completed ? `, done ${one.completed}` : ''}`);

const bargains: Say = ({ bargains }) =>
  bargains.map((one) => {
    const terms = one.terms.map(({ term, state, gift }) => `${term} ${state} (${gift.join('+')})`).join(', ');
    const told = one.because.claimIds.length;
    return `${one.bargain ?? 'told'} ${one.holder ?? '?'} ${one.connective} ${one.evidentiality}: ${one.state}${terms ? `; ${terms}` : ''}${told > 0 ? `; ${told} claims` : ''}`;
  });

const outlooks: Say = ({ outlooks }) =>
  outlooks.map((one) => `${one.outlook ?? one.mood ?? '?'}: ${one.state}${one.due ? `, due ${one.due}` : ''}${one.resolvedOn ? `, resolved ${one.resolvedOn}` : ''}`);

const others: Say = (situation, show) => [
  ...situation.sanctions.slice(0, 6).map((one) => `sanctions ${one.act} ${one.status}: ${one.by.join('+')} → ${one.to.join('+')} ${one.when?.from ?? ''}`),
  `measures standing: ${situation.measures.length}`,
  ...situation.consultations.map((one) => `consultation ${one.phase}: ${one.sides.join('+')} ${one.when?.from ?? ''}`),
  ...situation.tracks.map((one) => `${one.track}: ${one.temper}${one.lastOn ? `, last ${one.lastOn}` : ''}`),
  ...situation.cycles.map((one) => `like ${one.from}..${one.until} (${one.similarity}); then ${one.followedBy.map(({ moveId, afterDays }) => `+${afterDays}d ${show(moveId)}`).join('; ')}`),
];

const told: Say = (situation) => [
  ...situation.attributions.map((one) => `${one.dimension} ${one.polarity} by ${one.assessor.join('+') || 'the report'}${one.hypotheses.length > 0 ? ` (${one.hypotheses.join(', ')})` : ''} about ${one.aboutMoves.map(brief).join(', ') || '-'}`),
  ...situation.externalities.map((one) => `${one.topic}: ${one.because.claimIds.length} claims`),
  ...situation.trackSaid.map((one) => `${one.topic}: ${one.because.claimIds.length} claims`),
  ...situation.aims.map((one) => `aim of ${one.holder.join('+') || '?'} ${one.basis}`),
  ...situation.information.map((one) => `report ${one.copy ?? 'alone'}, ${one.copies} copies, ${one.claims} claims, ${one.anonymous} anonymous, chain ${one.longestChain}, ${one.repairs} repairs`),
];

const SECTIONS: readonly (readonly [string, Say])[] = [
  ['ladder', ladder], ['law', legal], ['channels', channels], ['weapons', programmes], ['exercises', posture],
  ['processes', processes], ['bargains', bargains], ['outlooks', outlooks], ['told', told], ['others', others],
]; // prettier-ignore

/** The situation as a text that a person can read and a diff can show. */
export function showSituation(situation: Situation): string {
  const moves = new Map(situation.moves.map((move) => [move.id, move]));
  const show: Show = (id) => {
    const move = moves.get(id);
    return move === undefined ? brief(id) : sayMove(move);
  };
  const head = `valid at ${situation.validAt}, known at ${situation.knownAt}`;
  const sections = SECTIONS.map(([title, say]) => [title, say(situation, show)] as const);
  const body = sections.filter(([, lines]) => lines.length > 0).map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  return `${[head, ...body].join('\n\n')}\n`;
}
