import { bargain, BARGAINS, FIRST, idsOf, reading, SECOND, test, timesOf } from './trap.ts';
import type { Trap } from './trap.ts';

/** Traps of time, of the record, of bargains and of sources. */
export const TRAPS_OF_RECORD: readonly Trap[] = [
  {
    number: 1,
    name: 'reads the same weekday as another day in another week',
    passes: ({ input }) =>
      timesOf(reading(input, FIRST), 'Thursday').every((day) => day === '2021-03-18') &&
      timesOf(reading(input, SECOND), 'Thursday').includes('2021-03-25'),
  },
  {
    number: 2,
    name: 'keeps one warning of the sixteenth, told by both reports',
    passes: ({ at, input }) => {
      const moves = at('2021-03-26').moves.filter(
        ({ act, by, on }) =>
          act === 'warning-issued' && by.includes('prk') && on >= '2021-03-14' && on <= '2021-03-21',
      );
      const ids = new Set(moves.flatMap(({ claimIds }) => claimIds));
      const tellers = input.readings.filter(({ reading: one }) => one.claims.some(({ id }) => ids.has(id)));
      return moves.length === 1 && moves[0].by.includes('kim-yo-jong') && tellers.length === 2;
    },
  },
  {
    number: 3,
    name: 'says no tests as known on the 20th, and both tests with the overtaken claim as known on the 27th',
    passes: ({ at }) => {
      const early = at('2021-03-20').pauses.find(({ by }) => by.includes('prk'));
      const late = at('2021-03-27').pauses.find(({ by }) => by.includes('prk'));
      const tested = ['2021-03-21', '2021-03-25'].every((day) => test(at('2021-03-27'), day) !== undefined);
      const none = ['2021-03-21', '2021-03-25'].every((day) => test(at('2021-03-20'), day) === undefined);
      return (
        early?.since === '2020-03' &&
        early.heldUntil === undefined &&
        late?.heldUntil === '2021-03-21' &&
        tested &&
        none
      );
    },
  },
  {
    number: 4,
    name: 'keeps class, law and motive of the two tests apart',
    passes: ({ at }) => {
      const situation = at('2021-03-26');
      const [cruise, ballistic] = [test(situation, '2021-03-21'), test(situation, '2021-03-25')];
      const motives = (id: string | undefined) =>
        situation.attributions
          .filter(({ aboutMoves }) => id !== undefined && aboutMoves.includes(id))
          .flatMap(({ hypotheses }) => hypotheses);
      return (
        cruise?.classId !== ballistic?.classId &&
        cruise?.verdict === 'not-covered' &&
        ballistic?.verdict === 'violates' &&
        motives(cruise.moveId).includes('hypothesis.retaliation') &&
        motives(ballistic.moveId).includes('hypothesis.development')
      );
    },
  },
  {
    number: 5,
    name: 'keeps law, danger and expectedness of one test as three fields',
    passes: ({ at }) => {
      const finding = test(at('2021-03-26'), '2021-03-25');
      return (
        finding?.verdict === 'violates' &&
        finding.legalSaid.some(({ value }) => value === 'violates') &&
        finding.securitySaid.some(({ value }) => value === 'positive') &&
        finding.expectedSaid.length > 0
      );
    },
  },

  {
    number: 10,
    name: 'holds the ten bargains, the tacit one as it appears to one unnamed former official',
    passes: ({ at, input }) => {
      const situation = at('2021-03-26');
      const told = BARGAINS.every((id) => (bargain(situation, id)?.because.claimIds.length ?? 0) > 0);
      const tacit = bargain(situation, 'tacit-enforcement');
      const claims = input.readings.flatMap(({ reading: one }) =>
        one.claims.filter(({ id }) => tacit?.because.claimIds.includes(id)),
      );
      const unnamed = claims.some(({ attribution }) =>
        attribution.some(({ terms }) => terms === 'anonymous'),
      );
      const owed = BARGAINS.every(
        (id) => bargain(situation, id)?.terms.every(({ by, gift }) => by !== '' && gift.length > 0) === true,
      );
      return told && owed && unnamed && tacit?.evidentiality === 'appears' && tacit.partner === 'prk';
    },
  },
  {
    number: 11,
    name: 'puts the lifting of sanctions into the gift of Washington and the Council, not of the patron',
    passes: ({ at }) => {
      const situation = at('2021-03-18');
      const term = bargain(situation, 'disarmament-for-relief')?.terms.find(
        (one) => one.term === 'term.lift-sanctions',
      );
      const patron = situation.leverage.find(({ holder, basis }) => holder === 'chn' && basis === 'playbook');
      return term?.gift.join() === 'usa,unsc' && patron?.notInGift.includes('term.lift-sanctions') === true;
    },
  },
  {
    number: 12,
    name: 'tells enforcing, imposing and easing apart',
    passes: ({ at }) => {
      const levers = ['enforce', 'impose', 'ease'].map((id) =>
        at('2021-03-26').levers.find(({ lever }) => lever === `lever.${id}`),
      );
      const spans = levers.map((line) => line?.because.claimIds ?? []);
      const all = spans.flat();
      return spans.every((ids) => ids.length > 0) && new Set(all).size === all.length;
    },
  },
  {
    number: 13,
    name: 'does not count copies as corroboration',
    passes: async ({ input, withTexts }) => {
      const { text } = reading(input, FIRST).report;
      const cuts = text.split('\n\n');
      const copies = [
        text.replaceAll('government', 'administration'),
        cuts.slice(0, -3).join('\n\n'),
        cuts.slice(2).join('\n\n'),
        `${text}\n\nShare this`,
        text.replaceAll('noted', 'remarked'),
      ];
      const { reconciled } = await withTexts(
        copies.map((copy) => ({ text: copy, publishedAt: '2021-03-18' })),
      );
      const quoted = reconciled.utterances.filter(({ wordings }) =>
        wordings.some(({ words }) => words.includes('has a real interest in helping')),
      );
      return reconciled.origins.length === 2 && quoted.length === 1 && quoted[0].originIds.length === 1;
    },
  },
  {
    number: 14,
    name: 'dates the offices that persons hold',
    passes: ({ input }) => {
      const holds = (words: string, actorId: string, office: string): boolean =>
        reading(input, words).mentions.some(
          ({ party }) => party.actorId === actorId && party.officeId === office,
        );
      return (
        holds(SECOND, 'donald-trump', 'usa.president') &&
        holds(FIRST, 'chung-eui-yong', 'kor.foreign-minister')
      );
    },
  },
  {
    number: 15,
    name: 'names those who are only described, and marks it as inferred',
    passes: ({ input }) => {
      const two = idsOf(reading(input, FIRST), 'top two diplomats');
      const colleagues = idsOf(reading(input, SECOND), 'his South Korean and Japanese colleagues');
      return (
        two.includes('yang-jiechi') &&
        two.includes('wang-yi') &&
        colleagues.includes('suh-hoon') &&
        colleagues.includes('shigeru-kitamura')
      );
    },
  },
  {
    number: 17,
    name: 'takes "not sanctioned" under a resolution for not covered, by the rule over the class',
    passes: async ({ at, withTexts }) => {
      const text =
        'Officials play down launches\n\nWASHINGTON, March 23 - The cruise missiles fired by North Korea on Sunday are not sanctioned under U.N. Security Council resolutions, a senior administration official told reporters on Tuesday.';
      const { readings } = await withTexts([{ text, publishedAt: '2021-03-23' }]);
      const said = readings
        .flatMap(({ reading: one }) => (one.report.text === text ? one.claims : []))
        .filter((claim) => claim.kind === 'legal');
      return (
        test(at('2021-03-26'), '2021-03-21')?.verdict === 'not-covered' &&
        !said.some(({ verdict }) => verdict === 'permitted' || verdict === 'violates')
      );
    },
  },
];
