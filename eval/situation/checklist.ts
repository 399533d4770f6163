import type { Situation } from '../../src/model/situation.ts';

/** One row of the checklist: what the situation of a day must hold for one of the sixteen systems. */
export interface Check {
  readonly system: string;
  readonly on: '2021-03-18' | '2021-03-26';
  readonly says: string;
  readonly holds: (situation: Situation) => boolean;
  /** Ids of the lines that show it. */
  readonly lines: (situation: Situation) => readonly string[];
}

interface Found {
  readonly id: string;
}

const check = (
  system: string,
  on: Check['on'],
  says: string,
  find: (situation: Situation) => readonly (Found | undefined)[],
): Check => ({
  system,
  on,
  says,
  holds: (situation) => {
    const found = find(situation);
    return found.length > 0 && found.every((one) => one !== undefined);
  },
  lines: (situation) => find(situation).flatMap((one) => one?.id ?? []),
});

const claims = (line: { readonly because: { readonly claimIds: readonly string[] } } | undefined): boolean =>
  (line?.because.claimIds.length ?? 0) > 0;

const ladder = (s: Situation, pair: string) => s.ladder.find((line) => line.pair === pair);
const bargain = (s: Situation, id: string) => s.bargains.find((line) => line.bargain === `bargain.${id}`);
const told = (s: Situation, id: string) => [bargain(s, id)].find(claims);
const process = (s: Situation) =>
  s.processes.find((line) => line.process === 'process.us-review' && line.state === 'in-progress');
const programme = (s: Situation, id: string) =>
  s.programmes.find((line) => line.programme === `programme.${id}`);
const lever = (s: Situation, id: string) =>
  s.levers.find((line) => line.lever === `lever.${id}` && line.stances.length > 0);
const test = (s: Situation, on: string) =>
  s.legal.find((line) => line.act === 'weapons-test' && line.when?.from === on);

const EARLY: readonly Check[] = [
  check('T1', '2021-03-18', 'no test for a year; warnings issued', (s) => [
    [ladder(s, 'prk-usa')].find((line) => line?.rung === 'words'),
    s.programmes.find((line) => line.programme === 'programme.ballistic' && (line.daysSince ?? 0) > 350),
  ]),
  check('T2', '2021-03-18', 'the North wants sanctions lifted; Washington talks of more', (s) => [
    told(s, 'disarmament-for-relief'),
    lever(s, 'impose') ?? s.sanctions.find((line) => line.act === 'imposed' && line.status !== 'actual'),
  ]),
  check('T4', '2021-03-18', 'outreach rejected; more than a year without contact', (s) => [
    s.channels.find(
      (line) =>
        line.channel === 'channel.prk-usa' &&
        line.state === 'refused' &&
        (line.daysWithout ?? 0) > 365 &&
        claims(line),
    ),
  ]),
  check('T5', '2021-03-18', 'two-plus-two meetings this week', (s) => [
    s.consultations.find((line) => line.phase === 'held' && line.sides.includes('kor') && claims(line)),
  ]),
  check('T6', '2021-03-18', 'whether the patron joins is open until Anchorage', (s) => [
    told(s, 'recruit-patron'),
    s.leverage.find(
      (line) => line.holder === 'chn' && line.over === 'prk' && line.basis === 'playbook' && claims(line),
    ),
  ]),
  check('T7', '2021-03-18', 'exercise as grievance, as option and as a pause on offer', (s) => [
    s.posture.find((line) => line.exercise === 'exercise.spring' && line.state === 'scaled-back'),
    told(s, 'freeze-for-freeze'),
    lever(s, 'restore-exercises'),
  ]),
  check('T8', '2021-03-18', 'a larger missile shown and not tested; a solid-fuel one pledged', (s) => [
    [programme(s, 'icbm')].find(
      (line) => line?.shownOn === '2020-10-10' && (line.testedOn ?? '') < '2018' && claims(line),
    ),
    [programme(s, 'solid-fuel-icbm')].find((line) => line?.stage === 'pledged'),
    s.pauses.find((line) => line.by.includes('prk') && claims(line)),
  ]),
  check('T9', '2021-03-18', 'review to be completed next month', (s) => [
    [process(s)].find((line) => line?.due?.startsWith('2021-04') === true && claims(line)),
  ]),
  check('T10', '2021-03-18', 'hostile-policy condition; freeze for freeze; right incentives', (s) => [
    told(s, 'hostile-policy'),
    told(s, 'freeze-for-freeze'),
    told(s, 'right-incentives'),
    told(s, 'persistent-engagement'),
  ]),
  check('T11', '2021-03-18', 'a growing threat', (s) => [
    s.attributions.find((line) => line.dimension === 'security' && line.polarity === 'negative'),
  ]),
  check('T12', '2021-03-18', 'repression called violations of human rights', (s) => [
    s.externalities.find((line) => line.topic === 'topic.human-rights'),
  ]),
  check('T13', '2021-03-18', 'liaison office destroyed; the broker has lost weight', (s) => [
    s.channels.find(
      (line) => line.channel === 'channel.liaison-office' && line.state === 'destroyed' && claims(line),
    ),
    s.trackSaid.find((line) => line.topic === 'topic.southern-brokerage'),
  ]),
  check('T14', '2021-03-18', 'growth against arsenal', (s) => [
    s.aims.find((line) => line.holder.includes('prk') && line.basis === 'ascribed'),
  ]),
  check('T15', '2021-03-18', 'on the record', (s) => [s.information.find((line) => line.onRecord > 0)]),
  check('T16', '2021-03-18', 'compared with earlier cycles', (s) => [s.cycles.at(0)]),
];

const LATE: readonly Check[] = [
  check('T1', '2021-03-26', 'two tests; Washington does not climb; the ladder is named', (s) => [
    [ladder(s, 'prk-usa')].find(
      (line) =>
        line?.rung === 'short-range' && line.bySide.some(({ side, level }) => side === 'usa' && level <= 1),
    ),
    lever(s, 'hold-fire'),
  ]),
  check('T2', '2021-03-26', 'stricter enforcement by states; the patron may curtail', (s) => [
    lever(s, 'enforce') ?? s.sanctions.find((line) => line.act === 'enforced' && line.status !== 'actual'),
    told(s, 'tacit-enforcement'),
  ]),
  check('T3', '2021-03-26', 'the ban is broken; a matter of law, not of safety', (s) => [
    [test(s, '2021-03-25')].find(
      (line) =>
        line?.verdict === 'violates' &&
        line.trace.some(({ clause, outcome }) => clause === 'unsc.1718.2' && outcome === 'violated'),
    ),
    [test(s, '2021-03-25')].find(
      (line) => (line?.legalSaid.length ?? 0) > 0 && (line?.securitySaid.length ?? 0) > 0,
    ),
    [test(s, '2021-03-21')].find((line) => line?.verdict === 'not-covered'),
  ]),
  check('T4', '2021-03-26', 'no channel; the door is open; refused or not answered', (s) => [
    s.channels.find(
      (line) =>
        line.channel === 'channel.prk-usa' &&
        (line.state === 'refused' || line.state === 'silent') &&
        claims(line),
    ),
  ]),
  check('T5', '2021-03-26', 'three security advisers next week', (s) => [
    s.consultations.find((line) => line.phase === 'due' && claims(line)),
  ]),
  check('T6', '2021-03-26', 'rivals at a low; unclear how hard the patron presses', (s) => [
    s.leverage.find(
      (line) => line.holder === 'chn' && line.over === 'prk' && line.basis === 'playbook' && claims(line),
    ),
    s.leverage.find((line) => line.basis === 'claim' && line.sign === 'bad'),
  ]),
  check('T7', '2021-03-26', 'exercise as trigger; advice to restore', (s) => [
    s.posture.find((line) => line.exercise === 'exercise.spring' && line.state === 'scaled-back'),
    lever(s, 'restore-exercises'),
  ]),
  check('T8', '2021-03-26', 'a new short-range missile tested', (s) => [
    [programme(s, 'srbm')].find(
      (line) => line?.testedOn === '2021-03-25' && line.novelty === 'new' && claims(line),
    ),
    s.pauses.find((line) => line.by.includes('prk') && line.heldUntil !== undefined && claims(line)),
  ]),
  check('T9', '2021-03-26', 'review in progress', (s) => [[process(s)].find(claims)]),
  check('T10', '2021-03-26', 'tacit deal; answer if escalation; condition for talks', (s) => [
    [told(s, 'tacit-enforcement')].find((line) => line?.evidentiality === 'appears'),
    told(s, 'answer-to-escalation'),
    told(s, 'denuclearisation-condition'),
  ]),
  check('T11', '2021-03-26', 'development and not response; no danger', (s) => [
    s.attributions.find(
      (line) => line.hypotheses.includes('hypothesis.development') && line.aboutMoves.length > 0,
    ),
    s.attributions.find(
      (line) => line.hypotheses.includes('hypothesis.retaliation') && line.aboutMoves.length > 0,
    ),
    s.attributions.find((line) => line.dimension === 'security' && line.polarity === 'positive'),
  ]),
  check('T12', '2021-03-26', 'enforcement may drive people across the border', (s) => [
    s.externalities.find((line) => line.topic === 'topic.flight'),
    s.externalities.find((line) => line.topic === 'topic.hardship'),
  ]),
  check('T14', '2021-03-26', 'to be taken for a nuclear power', (s) => [
    s.attributions.find((line) => line.hypotheses.includes('hypothesis.status')) ??
      s.aims.find((line) => line.holder.includes('prk') && line.basis === 'ascribed'),
  ]),
  check('T15', '2021-03-26', 'unnamed and collective sources', (s) => [
    s.information.find((line) => line.anonymous > 0 && line.collective > 0 && line.repairs > 0),
  ]),
  check('T16', '2021-03-26', 'compared with 2017', (s) => [s.cycles.at(0)]),
];

/** Sixteen systems on two days; the third is not spoken of on the first day, the thirteenth not on the second. */
export const CHECKLIST: readonly Check[] = [...EARLY, ...LATE];
