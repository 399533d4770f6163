import { dayText, daysInMonth, monthText, parsePrefix, yearText } from './calendar.ts';
import type { Context, Resolved } from './context.ts';
import type { Clock, Edge, Match, Phrase } from './phrase.ts';
import { resolveBareDay, resolveCalendar, resolveWeekday } from './resolve-calendar.ts';
import {
  centuryResolved,
  decadeResolved,
  durationValue,
  resolvePart,
  resolveRelative,
  resolveSeason,
  resolveStretch,
} from './resolve-relative.ts';

function resolveDecade(first: number, digits: 2 | 4, context: Context): Resolved {
  if (digits === 4)
    return first % 100 === 0 && first < 1900
      ? centuryResolved(first / 100 + 1, false)
      : decadeResolved(first);
  const base = context.reference ?? context.now;
  const century = base === undefined || base.year >= 1930 ? 1900 : Math.floor(base.year / 100) * 100;
  return decadeResolved(century + first);
}

function resolveVague(
  value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF',
  recent: boolean,
  context: Context,
): Resolved {
  if (!recent || context.now === undefined) return { type: 'date', value };
  const now = dayText(context.now);
  if (value === 'PAST_REF') return { type: 'date', value, until: now };
  return value === 'FUTURE_REF' ? { type: 'date', value, from: now } : { type: 'date', value };
}

function resolvePhrase(phrase: Phrase, context: Context, entry: string): Resolved {
  switch (phrase.kind) {
    case 'calendar':
      return resolveCalendar(phrase, context);
    case 'weekday':
      return resolveWeekday(phrase, context);
    case 'relative':
      return resolveRelative(phrase, context);
    case 'season':
      return resolveSeason(phrase, context);
    case 'part-of-year':
      return resolvePart(phrase, context);
    case 'stretch':
      return resolveStretch(phrase, context);
    case 'duration':
      return { type: 'duration', value: durationValue(phrase.unit, phrase.count) };
    case 'decade':
      return resolveDecade(phrase.first, phrase.digits, context);
    case 'century':
      return centuryResolved(phrase.number, phrase.bc);
    case 'clock':
      return resolveRelative(
        { kind: 'relative', unit: 'day', shift: { by: 0, from: context.narrative ? 'reference' : 'now' } },
        context,
      );
    case 'day-part':
      return resolveRelative({ kind: 'relative', unit: 'day', shift: phrase.shift }, context);
    case 'bare-day':
      return resolveBareDay(phrase.day, context);
    case 'vague':
      return resolveVague(phrase.value, entry === 'vague.unit', context);
    case 'set':
      return { type: 'set', value: phrase.value };
  }
}

const two = (n: number): string => String(n).padStart(2, '0');

function withClock(resolved: Resolved, clock: Clock): Resolved {
  return { ...resolved, type: 'time', value: `${resolved.value}T${two(clock.hour)}:${two(clock.minute)}` };
}

/** Thirds of a year or month; "the end of" a running year or month is its last day. */
function narrowed(resolved: Resolved, edge: Edge, entry: string): Resolved {
  const { from, until } = resolved;
  if (from === undefined || until === undefined) return resolved;
  const last = parsePrefix(until);
  if (last === undefined) return resolved;
  const closing = edge === 'end' && (entry === 'relative.running' || entry === 'relative.end');
  if (from === until && last.month === undefined) {
    const [a, b] = edge === 'start' ? [1, 4] : edge === 'mid' ? [5, 8] : [9, 12];
    const day = closing ? dayText({ year: last.year, month: 12, day: 31 }) : undefined;
    return { ...resolved, from: day ?? monthText(last.year, a), until: day ?? monthText(last.year, b) };
  }
  if (from === until && last.month !== undefined && last.day === undefined) {
    const { year, month } = last;
    const length = daysInMonth(year, month);
    const [a, b] = closing
      ? [length, length]
      : edge === 'start'
        ? [1, 10]
        : edge === 'mid'
          ? [11, 20]
          : [21, length];
    return { ...resolved, from: dayText({ year, month, day: a }), until: dayText({ year, month, day: b }) };
  }
  return narrowedYears(resolved, edge, from, until);
}

/** Thirds of a decade; quarters of a century at its edges. */
function narrowedYears(resolved: Resolved, edge: Edge, from: string, until: string): Resolved {
  const [a, b] = [parsePrefix(from), parsePrefix(until)];
  if (a === undefined || b === undefined || a.month !== undefined || b.month !== undefined) return resolved;
  const length = b.year - a.year + 1;
  const share = length === 10 ? 4 : Math.round(length / 4);
  if (edge === 'mid') return { ...resolved, from: yearText(a.year + share), until: yearText(b.year - share) };
  return edge === 'start'
    ? { ...resolved, until: yearText(a.year + share - 1) }
    : { ...resolved, from: yearText(b.year - share + 1) };
}

/** Gives a match its TIMEX3 value and the days it covers. */
export function resolve(match: Match, context: Context): Resolved {
  let resolved = resolvePhrase(match.phrase, context, match.entry);
  if (match.edge !== undefined) resolved = narrowed(resolved, match.edge, match.entry);
  if (match.clock !== undefined) return withClock(resolved, match.clock);
  if (match.part === undefined) return resolved;
  return { ...resolved, type: 'time', value: `${resolved.value}T${match.part}` };
}
