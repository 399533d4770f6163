import type { Move, Utterance, Wording } from '../model/fact.ts';
import { quote } from '../model/span.ts';
import type { Names } from '../stages/brief/words.ts';
import { sayActors } from '../stages/brief/words.ts';
import type { State } from './state.ts';

/** How the report names a speaker whom nobody has told apart: "two senior officials". */
function namedAs({ claimId, reportId }: Wording, state: State): string | undefined {
  const claim = state.claims.get(claimId);
  const text = state.reports.get(reportId)?.text;
  if (claim?.kind !== 'statement' || text === undefined) return undefined;
  const party = claim.source?.speaker ?? claim.actors[0];
  return party === undefined || party.implied === true
    ? undefined
    : quote(text, party.span).replace(/\s+/gu, ' ');
}

/** Longer than this it is no name but half a sentence. */
const LONGEST_NAME = 60;

/** How a report names the doer of a move whom nobody has told apart: "aid workers". Nothing where it only says "they". */
export function doerOf(move: Move, state: State): string | undefined {
  for (const id of move.claimIds) {
    const claim = state.claims.get(id);
    const party = claim?.actors.find(({ actorId }) => actorId === undefined);
    const text = claim === undefined ? undefined : state.reports.get(claim.reportId)?.text;
    if (party === undefined || text === undefined || party.implied === true || party.naming === 'pronoun') continue;
    const words = quote(text, party.span).replace(/\s+/gu, ' ');
    if (words.length <= LONGEST_NAME) return words;
  }
  return undefined;
} // prettier-ignore

/** Who said it, for people: names where known, else the report's own words for him, with his side where that is known. */
export function speakerOf(utterance: Utterance, state: State, names: Names): string {
  if (utterance.speakerIds.length > 0) return sayActors(utterance.speakerIds, names);
  const wording = utterance.wordings.at(utterance.best);
  const words = wording === undefined ? undefined : namedAs(wording, state);
  const sides = utterance.sideIds.length === 0 ? '' : sayActors(utterance.sideIds, names);
  if (words === undefined) return sides === '' ? 'an unidentified speaker' : sides;
  return sides === '' || words.includes(sides) ? words : `${words} (${sides})`;
}

const QUOTES = /^[“"]+|[”"]+$/gu;

/** What was said: in quotation marks only where the report quotes. */
export function sayWording({ form, words }: Wording, most = Number.POSITIVE_INFINITY): string {
  const cut = (text: string): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  return form === 'direct' ? `“${cut(words.replace(QUOTES, ''))}”` : cut(words);
}
