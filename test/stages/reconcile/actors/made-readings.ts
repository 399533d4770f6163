import type { Party } from '../../../../src/model/party.ts';
import type { KnownReading } from '../../../../src/stages/reconcile/reconcile.ts';

/** Somebody in a made-up report, with the words that name him. */
export interface MadePerson {
  readonly words: string;
  readonly id: string;
  readonly side?: string;
  readonly office?: string;
}

/** A report that does nothing but name persons, one a line. */
export function toNaming(reportId: string, day: string, persons: readonly MadePerson[]): KnownReading {
  const text = persons.map(({ words }) => words).join('\n');
  let start = 0;
  const mentions = persons.map(({ words, id, side, office }, sentence) => {
    const span = { start, end: start + words.length };
    start = span.end + 1;
    const party: Party = {
      span, naming: 'named', actorId: id,
      ...(side === undefined ? {} : { sideId: side }),
      ...(office === undefined ? {} : { officeId: office }),
    }; // prettier-ignore
    return { party, sentence };
  });
  const report = { id: reportId, text, foundAt: reportId, notes: [] };
  const reading = { report, claims: [], mentions, times: [], quantities: [], repairs: [], notes: [] };
  return { reading, knownFrom: `${day}T00:00:00.000Z` };
}
