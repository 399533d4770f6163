import type { Mention } from '../../../../src/model/reading.ts';
import type { Report } from '../../../../src/model/report.ts';
import { loadActors } from '../../../../src/playbook/load-actors.ts';
import { loadMarker } from '../../../../src/playbook/load-marker.ts';
import { findMentions } from '../../../../src/stages/extract/mentions/find-mentions.ts';
import { mark } from '../../../../src/stages/mark/mark.ts';

const actors = loadActors();
const marker = loadMarker();

export interface Read {
  readonly mentions: readonly Mention[];
  /** The first mention of these very words. */
  readonly find: (words: string) => Mention | undefined;
  /** Actor ids of all mentions of these words, in order. */
  readonly ids: (words: string) => readonly (string | undefined)[];
}

/** Reads a text published on a day. */
export function read(text: string, day = '2021-03-26'): Read {
  const report: Report = {
    id: 'r', text, foundAt: 'test', notes: [], publishedAt: { at: day, certainty: 'certain', basis: 'flag' },
  }; // prettier-ignore
  const mentions = findMentions({ report, marks: mark(text, marker) }, actors);
  const of = (words: string): readonly Mention[] =>
    mentions.filter(({ party }) => text.slice(party.span.start, party.span.end) === words);
  return {
    mentions,
    find: (words) => of(words)[0],
    ids: (words) => of(words).map(({ party }) => party.actorId),
  };
}

export { actors, marker };
