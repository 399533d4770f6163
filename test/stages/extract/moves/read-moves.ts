import type { MoveClaim } from '../../../../src/model/claim.ts';
import type { MarkedReport } from '../../../../src/model/marked-report.ts';
import { quote } from '../../../../src/model/span.ts';
import { loadActors } from '../../../../src/playbook/load-actors.ts';
import { loadMarker } from '../../../../src/playbook/load-marker.ts';
import { loadMoveLexicon } from '../../../../src/playbook/lexicon/moves.ts';
import { loadStatusLexicon } from '../../../../src/playbook/lexicon/status.ts';
import { findMentions } from '../../../../src/stages/extract/mentions/find-mentions.ts';
import { findMoves } from '../../../../src/stages/extract/moves/find-moves.ts';
import { findQuantities } from '../../../../src/stages/extract/quantities/find-quantities.ts';
import { findTimes } from '../../../../src/stages/extract/times/find-times.ts';
import { mark } from '../../../../src/stages/mark/mark.ts';

const marker = loadMarker();
export const actors = loadActors();
export const moves = loadMoveLexicon();
export const status = loadStatusLexicon();

/** The text with marks, mentions, times and quantities, as published on a day. */
export function markedReport(text: string, publishedOn?: string): MarkedReport {
  const published =
    publishedOn === undefined
      ? {}
      : { publishedAt: { at: publishedOn, certainty: 'certain', basis: 'flag' } as const };
  const report = { id: 'r', text, foundAt: '-', notes: [], ...published };
  const bare = {
    report,
    marks: mark(text, marker),
    repairs: [],
    mentions: [],
    times: [],
    quantities: [],
    statements: [],
  };
  const timed = { ...bare, times: findTimes(bare), quantities: findQuantities(bare) };
  return { ...timed, mentions: findMentions(timed, actors) };
}

export const movesOf = (text: string, publishedOn?: string): readonly MoveClaim[] =>
  findMoves(markedReport(text, publishedOn), { moves, status, actors });

/** A claim as one line: "type act status actors > targets". */
export function line(claim: MoveClaim, text: string): string {
  const who = (list: MoveClaim['actors']): string =>
    list.map((party) => party.sideId ?? quote(text, party.span)).join('+');
  const act = claim.act === undefined ? '' : `${claim.act} `;
  return `${claim.type} ${act}${claim.status} ${who(claim.actors)} > ${who(claim.targets)}`;
}

export const linesOf = (text: string, publishedOn?: string): string[] =>
  movesOf(text, publishedOn).map((claim) => line(claim, text));
