import { withFields } from '../../../model/with-fields.ts';
import type { Sense } from '../../../model/actor.ts';
import type { ClaimBase, RelationClaim } from '../../../model/claim.ts';
import type { RelationGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import { wordOf } from '../../../model/marks.ts';
import type { Party } from '../../../model/party.ts';
import { overlaps } from '../../../model/span.ts';
import { sideOfSense } from '../mentions/side-of-sense.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import { groundOfReport } from './ground.ts';
import { frameIndexer } from './match.ts';

const indexed = frameIndexer<RelationGives>();

/** Lasting relations between two sides: ally, patron, rival, trade partner, leverage, and the temper between them. */
export function findRelations(marked: MarkedReport, knowledge: AssertionKnowledge): readonly RelationClaim[] {
  const index = indexed(knowledge.assertions.relations);
  return findFrames(marked, knowledge, { kind: 'relation', index }).map(({ base, gives }) => {
    const targets = [...base.targets, ...originsIn(marked, knowledge, base)];
    return withFields(base, { targets, kind: 'relation', ...gives });
  });
}

/** Sides that only an adjective or a short name before the noun tells: "Velskian ties", "VR relations with Orsk". */
function originsIn(
  marked: MarkedReport,
  { actors: knowledge }: AssertionKnowledge,
  { span, actors, targets }: ClaimBase,
): readonly Party[] {
  if (knowledge === undefined) return [];
  const { marks } = marked;
  const { tokenAt } = groundOfReport(marked);
  const known = new Set([...actors, ...targets].map(({ sideId }) => sideId));
  const origins: Party[] = [];
  const isState = ({ kind }: Sense): boolean => kind === 'demonym' || kind === 'actor' || kind === 'short';
  for (let t = tokenAt(span.start); t < marks.tokenCount && marks.start[t] < span.end; t++) {
    const here = { start: marks.start[t], end: marks.end[t] };
    const word = wordOf(marks, t);
    if (!/^\p{Lu}/u.test(word)) continue;
    const side = knowledge.names.next
      .get(word.toLowerCase())
      ?.senses.filter(isState)
      .map((sense) => sideOfSense(knowledge, sense))
      .find((id) => id !== undefined);
    if (side === undefined || known.has(side)) continue;
    if (marked.mentions.some(({ party }) => overlaps(party.span, here))) continue;
    known.add(side);
    origins.push({ span: here, naming: 'named', actorId: side, sideId: side });
  }
  return origins;
}
