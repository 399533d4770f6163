import type { PublishedAt } from '../../model/time.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/u;

const isRealDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

/**
 * An ISO day (`2021-03-26`) or an instant in UTC from what metadata give (ISO 8601 or RFC 2822), or nothing.
 * A day without a time stays a day: no hour is made up.
 */
export function toPublished(value: string): string | undefined {
  const trimmed = value.trim();
  if (DAY.test(trimmed)) return isRealDay(trimmed) ? trimmed : undefined;
  const zoned =
    ISO_INSTANT.test(trimmed) && !/(Z|[+-]\d{2}:?\d{2})$/u.test(trimmed) ? `${trimmed}Z` : trimmed;
  const isStamp = ISO_INSTANT.test(trimmed) || /^(\w{3},? )?\d{1,2} \w{3} \d{4} \d{2}:\d{2}/u.test(trimmed);
  const time = isStamp ? Date.parse(zoned.replace(' ', ISO_INSTANT.test(trimmed) ? 'T' : ' ')) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** The first of these values that is a date at all. */
export function findPublished(
  values: readonly (string | null | undefined)[],
  basis: PublishedAt['basis'],
): PublishedAt | undefined {
  for (const value of values) {
    const at = value ? toPublished(value) : undefined;
    if (at !== undefined) return { at, certainty: 'certain', basis };
  }
  return undefined;
}
