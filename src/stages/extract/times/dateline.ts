import { matchDate } from './match-calendar.ts';
import { toWords } from './words.ts';

/** A date in the head of a report; `year` where it gives one. */
export interface HeadDate {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  readonly quote: string;
}

const HEAD = 1500;
const OPENS_DATELINE = /^[\p{Lu}][\p{L} .,'’()/-]{1,60}$/u;

/** A date that stands on a line of its own, or in "PLACE, March 18 —". */
export function findFullDate(text: string): HeadDate | undefined {
  for (const line of text.slice(0, HEAD).split('\n').slice(0, 12)) {
    const words = toWords(line);
    for (let i = 0; i < Math.min(words.count, 14); i++) {
      const match = matchDate(words, i);
      if (match?.phrase.kind !== 'calendar') continue;
      const { year, month, day } = match.phrase;
      if (month === undefined || day === undefined) break;
      const before = line.slice(0, words.start[i]).trim();
      const after = line.slice(words.end[match.past - 1]).trim();
      const alone =
        after.length < 25 &&
        before.length < 40 &&
        /^(?:(?:published|updated|posted)?[\s:]*(?:on|at)?|)$/i.test(before);
      const dateline = /^(?:\([^)]{2,30}\)\s*)?[-–—]/.test(after) && OPENS_DATELINE.test(before);
      if (!alone && !dateline) break;
      const quote = line.slice(words.start[i], words.end[match.past - 1]);
      return { ...(year === undefined ? {} : { year }), month, day, quote };
    }
  }
  return undefined;
}
