import { quote } from '../../src/model/span.ts';
import { FIRST, reading, SECOND, sentenceOf } from './trap.ts';
import type { Trap } from './trap.ts';

/** Traps of garbled, ambiguous and misquoted words. */
export const TRAPS_OF_WORDS: readonly Trap[] = [
  {
    number: 6,
    name: 'mends the issuer of the resolution beside the garbled words',
    passes: ({ input }) => {
      const one = reading(input, SECOND);
      return one.repairs.some(
        ({ span, reading: mended }) =>
          quote(one.report.text, span).includes('United States') &&
          /\b(?:UN|U\.N\.|United Nations)/u.test(mended),
      );
    },
  },
  {
    number: 7,
    name: 'takes the North, not Washington, for the one who may resume tests',
    passes: ({ input }) => {
      const one = reading(input, FIRST);
      const claims = sentenceOf(one, 'resume arms testing').filter(
        ({ kind }) => kind === 'move' || kind === 'outlook' || kind === 'lever',
      );
      const testers = claims
        .filter((claim) => claim.kind !== 'move' || claim.act === 'weapons-test')
        .flatMap(({ actors }) => actors.flatMap(({ sideId }) => sideId ?? []));
      return testers.includes('prk') && !testers.includes('usa');
    },
  },
  {
    number: 8,
    name: 'makes no trip of talk in Washington about sanctions',
    passes: ({ input }) => {
      const moves = input.readings.flatMap(({ reading: one }) =>
        one.claims.filter((claim) => claim.kind === 'move'),
      );
      return !moves.some(
        (move) =>
          (move.mode === 'visit' || move.type === 'consult') &&
          move.actors.some(({ actorId }) => actorId === 'choe-son-hui') &&
          [...move.targets].some(({ sideId }) => sideId === 'usa'),
      );
    },
  },
  {
    number: 9,
    name: 'flags a wording that commits more than another copy of it',
    passes: async ({ input, withTexts }) => {
      const { text } = reading(input, FIRST).report;
      const copy = text.replace('we expect Beijing to play a role', 'we look to Beijing to play a role');
      const { reconciled } = await withTexts([{ text: copy, publishedAt: '2021-03-18' }]);
      const utterance = reconciled.utterances.find(({ wordings }) =>
        wordings.some(({ words }) => words.includes('expect Beijing')),
      );
      return utterance?.wordings.some(({ strength }) => strength !== undefined) === true;
    },
  },
  {
    number: 16,
    name: 'ends quotations where they end though the marks are wrong',
    passes: ({ input }) => {
      const contents = input.readings.flatMap(({ reading: one }) =>
        one.claims.flatMap((claim) =>
          claim.kind === 'statement'
            ? [claim.content.map((span) => quote(one.report.text, span)).join(' ')]
            : [],
        ),
      );
      const with_ = (words: string, without: string): boolean =>
        contents.some((content) => content.includes(words) && !content.includes(without));
      return (
        with_('increasingly dangerous ballistic missile program', 'press conference') &&
        with_('That is a big part of why we are here', 'told reporters')
      );
    },
  },
];
