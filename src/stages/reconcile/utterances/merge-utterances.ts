import { contentId } from '../../../model/content-id.ts';
import type { Utterance } from '../../../model/fact.ts';
import type { Party } from '../../../model/party.ts';
import type { WordingKnowledge } from '../../../model/wordings.ts';
import { daysOf, fitDays } from '../moves/fit-times.ts';
import type { Days } from '../moves/fit-times.ts';
import type { Grouping } from '../grouping.ts';
import { Remembered } from '../remembered.ts';
import { RuledGroups } from '../ruled-groups.ts';
import { NO_RULINGS } from '../rulings.ts';
import type { Rulings } from '../rulings.ts';
import { toChance } from '../wording/place-parts.ts';
import { toWords } from '../wording/to-words.ts';
import { isAlike, oddsAsPart, prepareSaying, sharesQuote } from './compare-said.ts';
import type { PreparedSaying } from './compare-said.ts';
import { wordsOf } from './said-claim.ts';
import type { SaidClaim } from './said-claim.ts';
import { toUtterance } from './to-utterance.ts';

interface Ready extends SaidClaim {
  /** How many words it has. */
  readonly size: number;
  readonly persons: readonly string[];
  readonly sides: readonly string[];
  readonly days: Days;
  /** The days on which a quotation that it takes up may have been said. */
  readonly quotedDays: Days;
}

/** From this probability on, a shorter wording is a part of a longer one; and where its report has another there. */
const PART = 0.25;
const SECOND_PART = 0.8;
/** A report may put a saying on the reader's day; without a day, news is of the last days. */
const SLACK_DAYS = 1;
const FRESH_DAYS = 8;
/** A quotation is taken up again for so long. */
const QUOTED_DAYS = 14;
const WEEK = 7;

const idsOf = (parties: readonly Party[], pick: (party: Party) => string | undefined): string[] =>
  [...new Set(parties.map(pick).filter((id) => id !== undefined))].sort();

function saidDays(said: SaidClaim, fresh: number): Days {
  const days = daysOf(said);
  if (Number.isFinite(days.from) && Number.isFinite(days.until)) return days;
  const known = Math.floor(Date.parse(said.knownFrom) / 86_400_000);
  return { from: known - fresh, until: known };
}

function toReady(said: SaidClaim): Ready {
  const { actors } = said.claim;
  const sides = idsOf(actors, (party) => party.sideId ?? party.actorId);
  return {
    ...said,
    size: toWords(wordsOf(said)).length,
    persons: idsOf(actors, (party) => party.actorId).filter((id) => !sides.includes(id)),
    sides,
    days: saidDays(said, FRESH_DAYS),
    quotedDays: saidDays(said, QUOTED_DAYS),
  };
}

/** Wordings made ready for comparison; so many are kept. */
const KEPT = 20_000;

/** The same speaker, or a metonym for him: the side itself may stand for its people, one person not for another. */
function fitSpeakers(a: Ready, b: Ready): boolean {
  if (!a.sides.some((side) => b.sides.includes(side))) return false;
  if (a.persons.length === 0 || b.persons.length === 0) return true;
  return a.persons.some((person) => b.persons.includes(person));
}

type Prepare = (said: Ready) => PreparedSaying;

const fit = (a: Ready, b: Ready): boolean => fitSpeakers(a, b) && fitDays(a.days, b.days, SLACK_DAYS);

/** A piece of another sentence, word for word. */
function isPiece(a: Ready, b: Ready): boolean {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  const words = wordsOf(short).toLowerCase().trim();
  return words.length > 12 && wordsOf(long).toLowerCase().includes(words);
}

const isOneReport = (a: Ready, b: Ready): boolean => a.claim.reportId === b.claim.reportId;

/** What two reports quote in part or in other words is one utterance, also when one of them takes it up again later. */
function isOneSaying(a: Ready, b: Ready, prepare: Prepare, knowledge: WordingKnowledge): boolean {
  if (!fitSpeakers(a, b) || !fitDays(a.quotedDays, b.quotedDays, SLACK_DAYS)) return false;
  const [one, other] = [prepare(a), prepare(b)];
  return sharesQuote(one, other, knowledge) || (fit(a, b) && isAlike(one, other, knowledge));
}

/** Two sentences of one report are two utterances, unless one is a piece of the other. */
const isSame = (a: Ready, b: Ready, prepare: Prepare, knowledge: WordingKnowledge): boolean =>
  isOneReport(a, b) ? fit(a, b) && isPiece(a, b) : isOneSaying(a, b, prepare, knowledge);

/** Of a wording that may be a part of another report's, the logarithm of the odds that it is. */
const oddsOfPart = (part: Ready, whole: Ready, prepare: Prepare, knowledge: WordingKnowledge): number =>
  !fit(part, whole) || isOneReport(part, whole)
    ? -Infinity
    : oddsAsPart(prepare(part), prepare(whole), knowledge);

const weeksOf = ({ from, until }: Days): readonly number[] => {
  const [first, last] = [Math.floor((from - SLACK_DAYS) / WEEK), Math.floor((until + SLACK_DAYS) / WEEK)];
  return Array.from({ length: Math.min(8, last - first + 1) }, (_, i) => first + i);
};

const keysOf = ({ sides, quotedDays }: Ready): readonly string[] =>
  sides.flatMap((side) => weeksOf(quotedDays).map((week) => `${side} ${week}`));

const byId = (a: SaidClaim, b: SaidClaim): number =>
  a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : 0;

const groupId = (group: readonly SaidClaim[]): string =>
  contentId('utterance', group.map(({ claim }) => claim.id).toSorted()[0]);

/** Another sentence of the same report is in the group already. */
const isTaken = (group: readonly Ready[], one: Ready): boolean =>
  group.some(
    (other) => isOneReport(other, one) && other.claim.sentence !== one.claim.sentence && !isPiece(other, one),
  );

/**
 * The longest wordings lead; each shorter one joins the first utterance whose leading wording it renders, or else the one
 * of whose leading wording it is likeliest a part.
 */
function toGrouping(knowledge: WordingKnowledge): Grouping<Ready> {
  const kept = new Remembered<Ready, PreparedSaying>(KEPT, (said) => prepareSaying(said, knowledge));
  const prepare: Prepare = (said) => kept.get(said);
  const oddsIn = (founder: Ready, one: Ready): number => oddsOfPart(one, founder, prepare, knowledge);
  const isFitting = (founder: Ready, one: Ready): boolean =>
    isSame(founder, one, prepare, knowledge) || toChance(oddsIn(founder, one)) >= PART;
  return {
    idOf: ({ claim }) => claim.id,
    compare: (a, b) => b.size - a.size || byId(a, b),
    keysOf,
    soughtBy: keysOf,
    mayFit: (founder, one) => fitSpeakers(founder, one) && fitDays(founder.days, one.days, SLACK_DAYS),
    fits: isFitting,
    choose: (one, groups) => {
      const whole = groups.find(([founder]) => isSame(founder, one, prepare, knowledge));
      if (whole !== undefined) return whole;
      const chances = groups.map((group) => toChance(oddsIn(group[0], one)));
      const open = groups.filter((group, i) => chances[i] >= (isTaken(group, one) ? SECOND_PART : PART));
      return open.toSorted((a, b) => chances[groups.indexOf(b)] - chances[groups.indexOf(a)])[0];
    },
    byFounder: false,
  };
}

/**
 * Groups the wordings of one utterance: same speaker or his side, same days, the same thing in the same or other words.
 * Claims may come and go in any order.
 */
export const toUtteranceGroups = (knowledge: WordingKnowledge): RuledGroups<SaidClaim, Ready, Utterance> =>
  new RuledGroups({
    grouping: toGrouping(knowledge),
    prepare: toReady,
    groupId,
    toFact: (group, id) => toUtterance(group.toSorted(byId), id),
  });

/** Merges the wordings of one utterance. Any order of the claims gives the same. */
export function mergeUtterances(
  claims: readonly SaidClaim[],
  knowledge: WordingKnowledge,
  rulings: Rulings = NO_RULINGS,
): readonly Utterance[] {
  const groups = toUtteranceGroups(knowledge);
  groups.change([], claims);
  return groups.facts(rulings);
}
