import type { ActorKnowledge } from '../../../model/actor.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Mention } from '../../../model/reading.ts';
import { readPhrases } from './read-phrases.ts';
import { namesOfChains, toMentions } from './to-mentions.ts';

/**
 * Finds the parties a report speaks of: named, by office, by body or place of government, collective, anonymous, by
 * pronoun. Mentions of one party share a chain; the persons behind a plural title follow it, marked as implied.
 * Needs `report.publishedAt` to tell who held an office.
 */
export function findMentions(
  report: Pick<MarkedReport, 'report' | 'marks'>,
  actors: ActorKnowledge,
): readonly Mention[] {
  const phrasing = readPhrases(report, actors);
  const names = namesOfChains(phrasing);
  return phrasing.candidates
    .filter(({ isTaken, phrase }) => !isTaken && phrase.isNested !== true)
    .flatMap((candidate) => toMentions(phrasing, candidate, names));
}
