import type { ActorKnowledge, Term } from '../../../model/actor.ts';
import type { MergeRule } from '../../../model/stranger.ts';
import { nameLikeness, wordLikeness } from './name-likeness.ts';
import { isFullName } from './person-profile.ts';
import type { NameKnowledge, PersonProfile } from './person-profile.ts';

/** That two are one person, or perhaps. */
export interface Match {
  readonly verdict: 'one' | 'perhaps';
  readonly rule: MergeRule;
  /** Of the names, 0 to 1. */
  readonly likeness: number;
}

export interface ComparingKnowledge extends NameKnowledge {
  readonly offices: ActorKnowledge['offices'];
}

/** The same words in another order; the same sounds; sounds that office and side must bear out. */
const SAME = 0.985;
const ALIKE = 0.93;
const BORNE_OUT = 0.78;
/** A family name that stands alone. */
const FAMILY = 0.85;
/** A word that tells who is meant even beside an unlike one. */
const TELLING = 0.4;
/** Reports go on to name somebody by an office for so long before and after. */
const SLACK_MS = 60 * 86_400_000;

const classOf = (officeId: string): string => officeId.slice(officeId.lastIndexOf('.') + 1);
const at = (day: string): number => Date.parse(day.length === 4 ? `${day}-01-01` : day);

const isHeldAround = ({ from, until }: Term, person: PersonProfile): boolean =>
  (from === undefined || at(from) - SLACK_MS <= Date.parse(person.until)) &&
  (until === undefined || at(until) + SLACK_MS >= Date.parse(person.from));

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** What an office tells: borne out, silent, or against (another office altogether, of a person whose offices are known). */
type Office = 'fits' | 'same-duty' | 'silent' | 'against';

function compareOffices(met: PersonProfile, other: PersonProfile, { offices }: ComparingKnowledge): Office {
  if (met.officeIds.length === 0 || other.officeIds.length === 0) return 'silent';
  const dutyOf = (id: string): string => offices.get(classOf(id))?.duty ?? id;
  const held = other.isListed
    ? other.terms.filter((term) => isHeldAround(term, met)).map(({ officeId }) => officeId)
    : other.officeIds;
  if (meet(met.officeIds, held)) return 'fits';
  if (meet(met.officeIds.map(dutyOf), held.map(dutyOf))) return 'same-duty';
  return other.isListed && !meet(met.officeIds, other.officeIds) ? 'against' : 'silent';
}

type Sides = 'same' | 'open' | 'differ';

function compareSides(a: PersonProfile, b: PersonProfile): Sides {
  if (a.sideIds.length === 0 || b.sideIds.length === 0) return 'open';
  return meet(a.sideIds, b.sideIds) ? 'same' : 'differ';
}

const familyLikeness = (a: PersonProfile, b: PersonProfile): number =>
  Math.max(0, ...a.families.flatMap((one) => b.families.map((other) => wordLikeness(one, other))));

/** A family name alone is somebody only by his office. */
function compareFamilies(a: PersonProfile, b: PersonProfile, office: Office): Match | undefined {
  const likeness = familyLikeness(a, b);
  if (likeness < FAMILY || (office !== 'fits' && office !== 'same-duty')) return undefined;
  return { verdict: office === 'fits' ? 'one' : 'perhaps', rule: 'same-office', likeness };
}

const namesLikeness = (a: PersonProfile, b: PersonProfile, { weigh }: ComparingKnowledge): number =>
  Math.max(0, ...b.names.map((name) => nameLikeness(a.names[0], name, weigh)));

/** Sides or sexes that differ, or full names of which each has a word that the other lacks. */
export function areDistinct(a: PersonProfile, b: PersonProfile, knowledge: ComparingKnowledge): boolean {
  if (compareSides(a, b) === 'differ') return true;
  if (a.sex !== undefined && b.sex !== undefined && a.sex !== b.sex) return true;
  return isFullName(a.names[0]) && isFullName(b.names[0]) && namesLikeness(a, b, knowledge) === 0;
}

/** Each has a given name of its own ("John", "Joan"): such names are alike in many persons. */
function haveOtherGiven(a: PersonProfile, b: PersonProfile, { isGiven }: ComparingKnowledge): boolean {
  const [ours, theirs] = [a, b].map(({ names }) => names.flat().filter(isGiven));
  return ours.length > 0 && theirs.length > 0 && !meet(ours, theirs);
}

/** The same family name and office beside another given name: a slip of the report, or somebody else. */
function compareSlips(a: PersonProfile, b: PersonProfile, { weigh }: ComparingKnowledge): Match | undefined {
  const shared = a.families.filter((word) => b.families.includes(word) && weigh(word) >= TELLING);
  return shared.length === 0 ? undefined : { verdict: 'perhaps', rule: 'same-office', likeness: 0.6 };
}

/**
 * Whether somebody met in reports is the other. Names alone decide where they are the same words; alike ones need the same
 * side, less alike ones the same office at the time of the reports; an office that the other never held speaks against.
 */
export function comparePersons(
  met: PersonProfile,
  other: PersonProfile,
  knowledge: ComparingKnowledge,
): Match | undefined {
  const sides = compareSides(met, other);
  if (sides === 'differ' || (met.sex !== undefined && other.sex !== undefined && met.sex !== other.sex))
    return undefined;
  const office = compareOffices(met, other, knowledge);
  if (!isFullName(met.names[0]) || !isFullName(other.names[0])) return compareFamilies(met, other, office);
  const likeness = namesLikeness(met, other, knowledge);
  if (likeness === 0) return office === 'fits' ? compareSlips(met, other, knowledge) : undefined;
  const isBorneOut = sides === 'same' && (office === 'fits' || office === 'same-duty');
  if (office === 'against')
    return likeness >= ALIKE ? { verdict: 'perhaps', rule: 'alike-words', likeness } : undefined;
  if (likeness >= SAME) return { verdict: 'one', rule: 'same-words', likeness };
  if (likeness >= BORNE_OUT && isBorneOut) return { verdict: 'one', rule: 'same-office', likeness };
  if (likeness >= ALIKE && sides === 'same' && !haveOtherGiven(met, other, knowledge))
    return { verdict: 'one', rule: 'alike-words', likeness };
  return likeness >= (sides === 'same' ? BORNE_OUT : ALIKE)
    ? { verdict: 'perhaps', rule: 'alike-words', likeness }
    : undefined;
}
