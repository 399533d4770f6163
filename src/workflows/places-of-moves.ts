import type { Session } from './session.ts';
import type { State } from './state.ts';

export interface PlaceOfMove {
  readonly id: string;
  readonly name: string;
  /** Degrees. */
  readonly longitude: number;
  readonly latitude: number;
  /** Moves there in the window. */
  readonly count: number;
  readonly moveIds: readonly string[];
}

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 60;

/** Moves with a known place in a period (sixty days, if it has no beginning), reported or in the chronicle, by place. */
export function placesOfMoves(
  session: Session,
  state: State,
  period: { readonly from?: string | undefined; readonly until: string },
): readonly PlaceOfMove[] {
  const { until } = period;
  const start = Date.parse(`${until}T00:00:00Z`) - WINDOW_DAYS * DAY_MS;
  const since = period.from ?? new Date(start).toISOString().slice(0, 10);
  const inWindow = (day: string | undefined): boolean => day !== undefined && day >= since && day <= until;
  const byPlace = new Map<string, string[]>();
  const put = (id: string, place: string | undefined, on: string | undefined): void => {
    if (place === undefined || !inWindow(on)) return;
    byPlace.set(place, [...(byPlace.get(place) ?? []), id]);
  };
  for (const { id, place, happenedOn, status } of state.reconciled.moves)
    if (status === 'actual') put(id, place, happenedOn?.from);
  for (const { id, place, on } of session.playbook().chronicle) put(id, place, on);
  return [...byPlace].flatMap(([id, moveIds]) => {
    const place = session.actors().places.get(id);
    if (place === undefined) return [];
    const { name, longitude, latitude } = place;
    return [{ id, name, longitude, latitude, count: moveIds.length, moveIds }];
  });
}
