import type { z } from 'zod';
import type { MovePattern, Test } from '../model/move-pattern.ts';
import type { GivenMove, PlaybookCase, ClaimRecogniser } from '../model/playbook.ts';
import type { givenMove, pattern, playbookCase, RawTest, recogniser } from './playbook-schema.ts';

export type RawPattern = z.infer<typeof pattern>;

/** Leaves out what was not given, so that an absent part and an undefined one are the same. */
export function present<T extends object>(value: T): T {
  for (const key of Object.keys(value)) {
    if (Reflect.get(value, key) === undefined) Reflect.deleteProperty(value, key);
  }
  return value;
}

export function toPattern(raw: RawPattern): MovePattern {
  const { 'not-class': notClass, ...rest } = raw;
  return present({ ...rest, notClass });
}

type RawCounted = Extract<RawTest, { none: RawPattern }>;

const toCounted = (raw: Omit<RawCounted, 'none'>, move: RawPattern) => ({
  move: toPattern(move),
  ...present({
    withinDays: raw['within-days'],
    from: raw.from,
    until: raw.until,
    since: raw.since === undefined ? undefined : toPattern(raw.since),
  }),
});

export function toTest(raw: RawTest): Test {
  if ('some' in raw) return { kind: 'some', ...toCounted(raw, raw.some), atLeast: raw['at-least'] ?? 1 };
  if ('none' in raw) return { kind: 'none', ...toCounted(raw, raw.none) };
  if ('gap' in raw) return { kind: 'gap', move: toPattern(raw.gap), atLeastDays: raw['at-least-days'] };
  if ('order' in raw) {
    return { kind: 'order', moves: raw.order.map(toPattern), ...present({ withinDays: raw['within-days'] }) };
  }
  if ('on-or-after' in raw) return { kind: 'on-or-after', day: raw['on-or-after'] };
  if ('all' in raw) return { kind: 'all', of: raw.all.map(toTest) };
  if ('any' in raw) return { kind: 'any', of: raw.any.map(toTest) };
  return { kind: 'not', of: toTest(raw.not) };
}

export const maybeTest = (raw: RawTest | undefined): Test | undefined =>
  raw === undefined ? undefined : toTest(raw);

type RawGiven = z.infer<typeof givenMove>;

/** A move as given; undefined for a milestone, which has no type. */
export function toGivenMove(raw: RawGiven): GivenMove | undefined {
  if (raw.type === undefined) return undefined;
  const { on, until, type, mode, act, by, to, class: classId, count, novelty, status, tags } = raw;
  return present({ type, mode, act, on, until, by, to, class: classId, count, novelty, status, tags });
}

export function toCase(raw: z.infer<typeof playbookCase>): PlaybookCase {
  const given = raw.given.flatMap((move) => toGivenMove({ ...move, type: move.type ?? 'mobilize' }) ?? []);
  return present({ given, at: raw.at, lawAt: raw['law-at'], expect: raw.expect });
}

export const toRecogniser = (raw: z.infer<typeof recogniser> | undefined): ClaimRecogniser | undefined => raw;

interface RawEntry {
  readonly id: string;
  readonly why: string;
  readonly source?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly cases: readonly z.infer<typeof playbookCase>[];
}

/** What every entry has. */
export const toEntry = (raw: RawEntry) =>
  present({
    id: raw.id,
    why: raw.why,
    source: raw.source,
    checked: raw.checked,
    cases: raw.cases.map(toCase),
  });
