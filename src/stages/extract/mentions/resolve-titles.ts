import type { Holder } from '../../../model/actor.ts';
import type { Candidate, Member } from './candidate.ts';
import { foldedAt } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';
import { classOfOffice, holdersOfDuty, holdersOn } from './terms-of-office.ts';

const toMember = (context: ReadingContext, holder: Holder): Member => {
  const sideId = context.actors.actors.get(holder.personId)?.sideId;
  return { actorId: holder.personId, officeId: holder.officeId, ...(sideId === undefined ? {} : { sideId }) };
};

function settle(candidate: Candidate, holders: readonly Holder[]): void {
  const [holder] = holders;
  if (holders.length === 1 && holder !== undefined) {
    candidate.actorId = holder.personId;
    candidate.officeId = holder.officeId;
    candidate.implied = true;
  } else if (holders.length > 1) {
    candidate.doubt = holders.map(({ personId }) => personId);
  }
}

/** One holder of an office, by side and day. */
function resolveTitle(context: ReadingContext, candidate: Candidate): void {
  const { title, sideId } = candidate;
  const { publishedOn, actors } = context;
  if (title?.classId === undefined || sideId === undefined || publishedOn === undefined) return;
  if (title.tense !== 'now' || title.isDeputy) return;
  settle(candidate, holdersOn(actors, sideId, title.classId, publishedOn));
}

const isTop = (context: ReadingContext, candidate: Candidate): boolean => {
  for (let t = candidate.phrase.first; t <= candidate.phrase.last; t++) {
    if (foldedAt(context, t) === 'top' || foldedAt(context, t) === 'chief') return true;
  }
  return false;
};

/** "the two top diplomats of a state", "its top diplomat": the holders of a duty, where their number is the one named. */
function resolveTop(context: ReadingContext, candidate: Candidate): void {
  const duty = context.actors.roles.get(candidate.title?.roleId ?? '')?.duty;
  const { sideId } = candidate;
  const { publishedOn } = context;
  if (duty === undefined || sideId === undefined || publishedOn === undefined || !isTop(context, candidate))
    return;
  if (candidate.title?.tense !== 'now') return;
  const holders = holdersOfDuty(context.actors, sideId, duty, publishedOn);
  if (!candidate.isPlural) settle(candidate, holders);
  else if (candidate.count === holders.length)
    candidate.members = holders.map((holder) => toMember(context, holder));
}

/** "foreign and defense ministers": one holder of each class for each side. */
function resolvePlural(context: ReadingContext, candidate: Candidate): void {
  const { publishedOn } = context;
  const classIds = candidate.classIds ?? [];
  const sides = candidate.sideIds.length > 0 ? candidate.sideIds : [candidate.sideId ?? ''];
  if (
    publishedOn === undefined ||
    classIds.length === 0 ||
    sides[0] === '' ||
    candidate.title?.tense === 'past'
  )
    return;
  if (classIds.length * sides.length < 2 && candidate.count === undefined) return;
  const members: Member[] = [];
  for (const side of sides) {
    for (const classId of classIds) {
      const holders = holdersOn(context.actors, side, classId, publishedOn);
      if (holders.length === 1) members.push(toMember(context, holders[0]));
    }
  }
  if (members.length > 0) candidate.members = members;
}

/** The offices of those whose colleagues are spoken of: a person, several, or the holders behind a plural title. */
const officesOf = (owners: readonly Candidate[]): readonly string[] => [
  ...new Set(
    owners
      .flatMap((owner) => [owner.officeId, ...(owner.members ?? []).map(({ officeId }) => officeId)])
      .flatMap((officeId) => (officeId === undefined ? [] : [classOfOffice(officeId)])),
  ),
];

/**
 * "his colleagues" of one side and another, "their counterparts": holders of the owners' duties on the
 * named sides. `ownersOf` gives the candidates that the possessive pronoun or name stands for.
 */
export function resolveCounterparts(
  context: ReadingContext,
  candidates: readonly Candidate[],
  ownersOf: (candidate: Candidate) => readonly Candidate[],
): void {
  const { publishedOn, actors } = context;
  if (publishedOn === undefined) return;
  for (const candidate of candidates) {
    if (
      actors.roles.get(candidate.title?.roleId ?? '')?.isCounterpart !== true ||
      candidate.sideIds.length === 0
    )
      continue;
    const classIds = officesOf(ownersOf(candidate));
    const holders = candidate.sideIds.flatMap((side) =>
      classIds.flatMap((classId) => {
        const found = holdersOn(actors, side, classId, publishedOn);
        return found.length === 1 ? found : [];
      }),
    );
    if (candidate.sideIds.length === 1) candidate.sideId = candidate.sideIds[0];
    if (!candidate.isPlural) settle(candidate, holders);
    else if (holders.length > 0) candidate.members = holders.map((holder) => toMember(context, holder));
  }
}

/** Fills in who held the offices that are named without a name. What is filled in is marked as implied. */
export function resolveTitles(context: ReadingContext, candidates: readonly Candidate[]): void {
  for (const candidate of candidates) {
    if (candidate.isTaken) continue;
    if (candidate.what === 'title') resolveTitle(context, candidate);
    if (candidate.what === 'group' && candidate.title?.roleId !== undefined) resolveTop(context, candidate);
    if (candidate.what === 'group' && candidate.isPlural) resolvePlural(context, candidate);
  }
}
