import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Mention } from '../../../model/reading.ts';
import type { Party } from '../../../model/party.ts';
import { listDependents } from '../syntax/tree.ts';
import type { Ground } from './ground.ts';

const byToken = new WeakMap<readonly Mention[], ReadonlyMap<number, Party>>();

/** Party by token; where mentions lie in one another, the shorter one has its own tokens. */
function indexMentions(marked: MarkedReport, ground: Ground): ReadonlyMap<number, Party> {
  const index = new Map<number, Party>();
  const longestFirst = [...marked.mentions].sort((a, b) => {
    const length = (m: Mention): number => m.party.span.end - m.party.span.start;
    return length(b) - length(a);
  });
  for (const { party } of longestFirst) {
    for (
      let t = ground.tokenAt(party.span.start);
      t < ground.marks.tokenCount && ground.marks.start[t] < party.span.end;
      t++
    ) {
      index.set(t, party);
    }
  }
  return index;
}

/** The party that the word at `token` names, if any. */
function partyAtToken(marked: MarkedReport, ground: Ground, token: number): Party | undefined {
  const known = byToken.get(marked.mentions) ?? indexMentions(marked, ground);
  byToken.set(marked.mentions, known);
  return known.get(token);
}

/** Parties that a word and what is coordinated with it name. */
export function partiesAtToken(marked: MarkedReport, ground: Ground, token: number): readonly Party[] {
  const tokens = [token, ...listDependents(ground.tree, token, 'conj')];
  const found: Party[] = [];
  for (const t of tokens) {
    const party = partyAtToken(marked, ground, t);
    if (party !== undefined && !found.includes(party)) found.push(party);
  }
  return found;
}
