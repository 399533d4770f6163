import type { History } from '../model/forecast.ts';
import { HistoryGatherer, withoutRepeats } from '../stages/foresee/gather-history.ts';
import { NOBODY, toDayNumber } from '../stages/foresee/move-book.ts';
import { streamEventMoves } from '../store/event-moves.ts';
import { segmentFolder } from '../store/event-segments.ts';
import { pastMoves } from './past-moves.ts';
import type { Session } from './session.ts';

/** A history whose numbers have names: place in the list is the number. */
export interface NamedHistory {
  readonly history: History;
  readonly actors: readonly string[];
  readonly types: readonly string[];
}

class Numbering {
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  names(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

/**
 * Everything that one actor is known to have done to another by the end of a day: the chronicle, the moves and events
 * of the ledger, and the imported segments beside it, which are streamed. A segment's row counts as known on its own day.
 */
export async function namedHistory(session: Session, knownAt?: string): Promise<NamedHistory> {
  const gatherer = new HistoryGatherer();
  const actors = new Numbering();
  const types = new Numbering();
  const put = (actor: string, type: string, target: string, on: string): void => {
    gatherer.add([actors.of(actor), types.of(type), actors.of(target), toDayNumber(on)]);
  };
  for (const { actor, type, target, happenedOn } of pastMoves(session, knownAt))
    if (target !== NOBODY) put(actor, type, target, happenedOn);
  const until = knownAt === undefined ? {} : { until: knownAt };
  const folder = segmentFolder(session.ledger.file);
  for await (const [actor, type, target, on] of streamEventMoves(folder, until)) put(actor, type, target, on);
  return { history: withoutRepeats(gatherer.finish()), actors: actors.names(), types: types.names() };
}
