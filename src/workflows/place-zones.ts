import type { ActorKnowledge } from '../model/actor.ts';
import type { PlaceZone } from '../stages/extract/times/local-day.ts';

/** Winter of the northern half: standard time there. A dateline's day is wrong only within an hour of midnight. */
const STANDARD = new Date('2021-01-15T12:00:00Z');

/** Hours from UTC of an IANA time zone, without daylight saving of the north. */
function offsetOf(timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
    STANDARD,
  );
  const [, sign, hours, minutes] =
    /GMT([+-])(\d{2}):(\d{2})/u.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
}

/** The places of data/actors as datelines name them, each with its distance from UTC. */
export function toPlaceZones({ places }: ActorKnowledge): readonly PlaceZone[] {
  const offsets = new Map<string, number>();
  return [...places.values()].map(({ name, zone }) => {
    const known = offsets.get(zone) ?? offsetOf(zone);
    offsets.set(zone, known);
    return { names: [name], utcOffset: known };
  });
}
