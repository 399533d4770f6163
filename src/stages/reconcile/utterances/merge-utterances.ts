import { contentId } from '../../../model/content-id.ts';
import type { Utterance } from '../../../model/fact.ts';
import type { Party } from '../../../model/party.ts';
import type { WordingKnowledge } from '../../../model/wordings.ts';
import { daysOf, fitDays } from '../moves/fit-times.ts';
import type { Days } from '../moves/fit-times.ts';
import { applyRulings, NO_RULINGS } from '../rulings.ts';
import type { Rulings } from '../rulings.ts';
import { partLikeness, prepareWording, wholeLikeness } from '../wording/compare-wordings.ts';
import type { PreparedWording } from '../wording/compare-wordings.ts';
import { wordsOf } from './said-claim.ts';
import type { SaidClaim } from './said-claim.ts';
import { toUtterance } from './to-utterance.ts';

interface Ready {
  readonly said: SaidClaim;
  readonly wording: PreparedWording;
  readonly persons: readonly string[];
  readonly sides: readonly string[];
  readonly days: Days;
}

/** From this likeness on, two wordings of different texts are one utterance; of copies of one text, less will do. */
const SAME = 0.5;
const SAME_IN_COPIES = 0.25;
const PART = 0.8;
/** A wording this much shorter than the other may be a part of it. */
const SHORTER = 0.75;
/** A report may put a saying on the reader's day; without a day, news is of the last days. */
const SLACK_DAYS = 1;
const FRESH_DAYS = 8;
const WEEK = 7;

const idsOf = (parties: readonly Party[], pick: (party: Party) => string | undefined): string[] =>
  [...new Set(parties.map(pick).filter((id) => id !== undefined))].sort();

function saidDays(said: SaidClaim): Days {
  const days = daysOf(said);
  if (Number.isFinite(days.from) && Number.isFinite(days.until)) return days;
  const known = Math.floor(Date.parse(said.knownFrom) / 86_400_000);
  return { from: known - FRESH_DAYS, until: known };
}

function toReady(said: SaidClaim, knowledge: WordingKnowledge): Ready {
  const { actors } = said.claim;
  const sides = idsOf(actors, (party) => party.sideId ?? party.actorId);
  return {
    said,
    wording: prepareWording(wordsOf(said), knowledge),
    persons: idsOf(actors, (party) => party.actorId).filter((id) => !sides.includes(id)),
    sides,
    days: saidDays(said),
  };
}

/** The same speaker, or a metonym for him: the side itself may stand for its people, one person not for another. */
function fitSpeakers(a: Ready, b: Ready): boolean {
  if (!a.sides.some((side) => b.sides.includes(side))) return false;
  if (a.persons.length === 0 || b.persons.length === 0) return true;
  return a.persons.some((person) => b.persons.includes(person));
}

function alike(a: Ready, b: Ready, knowledge: WordingKnowledge): boolean {
  const [short, long] = a.wording.weight <= b.wording.weight ? [a, b] : [b, a];
  if (short.wording.weight === 0) return false;
  const isCopy = a.said.originId === b.said.originId;
  const least = isCopy ? SAME_IN_COPIES : SAME;
  if (wholeLikeness(short.wording, long.wording, knowledge) >= least) return true;
  if (short.wording.weight > long.wording.weight * SHORTER) return false;
  return partLikeness(short.wording, long.wording, knowledge) >= PART;
}

/** Two sentences of one report are two utterances, unless one is a piece of the other word for word. */
function isSame(a: Ready, b: Ready, knowledge: WordingKnowledge): boolean {
  if (!fitSpeakers(a, b) || !fitDays(a.days, b.days, SLACK_DAYS)) return false;
  if (a.said.claim.reportId === b.said.claim.reportId) {
    const [short, long] = a.wording.words.length <= b.wording.words.length ? [a, b] : [b, a];
    const words = wordsOf(short.said).toLowerCase().trim();
    return words.length > 12 && wordsOf(long.said).toLowerCase().includes(words);
  }
  return alike(a, b, knowledge);
}

const weeksOf = ({ from, until }: Days): readonly number[] => {
  const [first, last] = [Math.floor((from - SLACK_DAYS) / WEEK), Math.floor((until + SLACK_DAYS) / WEEK)];
  return Array.from({ length: Math.min(8, last - first + 1) }, (_, i) => first + i);
};

const keysOf = ({ sides, days }: Ready): readonly string[] =>
  sides.flatMap((side) => weeksOf(days).map((week) => `${side} ${week}`));

const byWords = (a: Ready, b: Ready): number =>
  b.wording.words.length - a.wording.words.length || (a.said.claim.id < b.said.claim.id ? -1 : 1);

/** The keys under which wordings of one utterance meet: side and week. */
export function utteranceKeysOf(said: SaidClaim): readonly string[] {
  const sides = idsOf(said.claim.actors, (party) => party.sideId ?? party.actorId);
  return sides.flatMap((side) => weeksOf(saidDays(said)).map((week) => `${side} ${week}`));
}

const groupId = (group: readonly SaidClaim[]): string =>
  contentId('utterance', group.map(({ claim }) => claim.id).toSorted()[0]);

/** The longest wordings lead; each shorter one joins the utterance whose leading wording it fits. */
function groupWordings(
  ready: readonly Ready[],
  knowledge: WordingKnowledge,
): readonly (readonly SaidClaim[])[] {
  const index = new Map<string, Set<Ready[]>>();
  const groups: Ready[][] = [];
  for (const one of ready.toSorted(byWords)) {
    const near = new Set(keysOf(one).flatMap((key) => [...(index.get(key) ?? [])]));
    const group = [...near].find((members) => isSame(members[0], one, knowledge));
    const home = group ?? [];
    if (group === undefined) groups.push(home);
    home.push(one);
    for (const key of keysOf(one)) index.set(key, (index.get(key) ?? new Set()).add(home));
  }
  return groups.map((group) => group.map(({ said }) => said));
}

/**
 * Groups the wordings of one utterance: same speaker or his side, same days, the same thing in the same or other words.
 * Any order of the claims gives the same.
 */
export function mergeUtterances(
  claims: readonly SaidClaim[],
  knowledge: WordingKnowledge,
  rulings: Rulings = NO_RULINGS,
): readonly Utterance[] {
  const ready = claims.map((said) => toReady(said, knowledge));
  const naming = { memberId: (said: SaidClaim) => said.claim.id, groupId };
  return applyRulings(groupWordings(ready, knowledge), rulings, naming)
    .map((group) =>
      toUtterance(
        group.toSorted((a, b) => (a.claim.id < b.claim.id ? -1 : 1)),
        groupId(group),
      ),
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
