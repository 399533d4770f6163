import type { ActorKnowledge, Holder } from '../../../model/actor.ts';
import type { DayPrefix } from '../../../model/time.ts';

/** `2021-03` stands for the whole month: a day within decides. */
export const isHeldOn = (
  term: { readonly from?: DayPrefix; readonly until?: DayPrefix },
  day: DayPrefix,
): boolean =>
  (term.from === undefined || term.from.slice(0, day.length) <= day) &&
  (term.until === undefined || term.until > day);

export const classOfOffice = (officeId: string): string => officeId.slice(officeId.lastIndexOf('.') + 1);

export const sideOfOffice = (officeId: string): string => officeId.slice(0, officeId.lastIndexOf('.'));

/** Who held an office of this class for a side on a day. */
export function holdersOn(
  actors: ActorKnowledge,
  sideId: string,
  classId: string,
  day: DayPrefix,
): readonly Holder[] {
  const own = (actors.holders.get(`${sideId}.${classId}`) ?? []).filter((holder) => isHeldOn(holder, day));
  if (own.length > 0) return own;
  const office = actors.offices.get(classId);
  if (office?.leads === true) return leadersOn(actors, sideId, day);
  return office?.duty === undefined ? [] : holdersOfDuty(actors, sideId, office.duty, day);
}

function leadersOn(actors: ActorKnowledge, sideId: string, day: DayPrefix): readonly Holder[] {
  const leading = [...actors.offices.values()].filter(({ leads }) => leads).map(({ id }) => id);
  return unique(
    leading
      .flatMap((id) => actors.holders.get(`${sideId}.${id}`) ?? [])
      .filter((holder) => isHeldOn(holder, day)),
  );
}

/** Who looked after a duty (foreign affairs, defence …) for a side on a day; each person once. */
export function holdersOfDuty(
  actors: ActorKnowledge,
  sideId: string,
  duty: string,
  day: DayPrefix,
): readonly Holder[] {
  const offices = actors.duties.get(`${sideId}/${duty}`) ?? [];
  return unique(
    offices.flatMap((id) => actors.holders.get(id) ?? []).filter((holder) => isHeldOn(holder, day)),
  );
}

const unique = (holders: readonly Holder[]): readonly Holder[] => [
  ...new Map(holders.map((holder) => [holder.personId, holder])).values(),
];

/** The office a person held on a day; the one of the wanted class, where there are several. */
export function officeOn(
  actors: ActorKnowledge,
  personId: string,
  day: DayPrefix,
  wanted?: string,
): string | undefined {
  const held = (actors.actors.get(personId)?.terms ?? []).filter((term) => isHeldOn(term, day));
  return (held.find(({ officeId }) => classOfOffice(officeId) === wanted) ?? held.at(0))?.officeId;
}
