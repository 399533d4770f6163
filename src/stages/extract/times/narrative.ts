import type { Day } from './calendar.ts';
import type { Match } from './phrase.ts';

const isNews = (match: Match): boolean => {
  const { phrase } = match;
  if (phrase.kind === 'weekday') return true;
  return phrase.kind === 'relative' && phrase.shift.from === 'now';
};

/**
 * True where a text tells history rather than news: most of its years lie well before its publication, or nothing
 * is known of the publication. Dates without a year then lean on the time spoken of last.
 * The idea of two manners is HeidelTime's (Strötgen and Gertz 2013); there the user says which, here the text does.
 */
export function isNarrative(matches: readonly Match[], now: Day | undefined): boolean {
  if (now === undefined) return true;
  let old = 0;
  let fresh = 0;
  for (const match of matches) {
    if (match.phrase.kind === 'calendar' && match.phrase.year !== undefined) {
      if (match.phrase.year < now.year - 1) old++;
      else fresh++;
    } else if (isNews(match)) fresh += 1;
  }
  return old >= 3 && old > 2 * fresh;
}
