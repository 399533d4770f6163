import type { ConditionClaim } from '../../src/model/claim.ts';
import { contentId } from '../../src/model/content-id.ts';
import type { MarkedReport } from '../../src/model/marked-report.ts';
import type { Span } from '../../src/model/span.ts';
import type { Marker } from '../../src/playbook/marker.ts';
import { findConditions } from '../../src/stages/extract/conditions/find-conditions.ts';
import type { ConditionKnowledge } from '../../src/stages/extract/conditions/find-conditions.ts';
import { mark } from '../../src/stages/mark/mark.ts';
import type { OwnSentence } from './own-gold.ts';
import { newCounts, overlapF1, wordOffsets } from './token-match.ts';
import type { Counts } from './token-match.ts';

/** Words of each side that must be found, as word F1, for a condition to count as right. */
const ENOUGH = 0.8;

export interface OwnFigures {
  readonly all: Counts;
  readonly byConnective: ReadonlyMap<string, Counts>;
  readonly wrong: readonly string[];
}

const toReport = (text: string, marker: Marker): MarkedReport => ({
  report: { id: contentId('report', text), text, foundAt: '-', notes: [] },
  marks: mark(text, marker),
  repairs: [],
  mentions: [],
  times: [],
  quantities: [],
  statements: [],
});

const words = (text: string, span: Span): ReadonlySet<number> => wordOffsets(text, span.start, span.end);

function isRight(claim: ConditionClaim, { text, connective, protasis, apodosis }: OwnSentence): boolean {
  if (claim.connective !== connective || protasis === undefined || apodosis === undefined) return false;
  const close = (a: Span, b: Span): boolean => overlapF1(words(text, a), words(text, b)) >= ENOUGH;
  return close(claim.protasis, protasis) && close(claim.apodosis, apodosis);
}

/** A condition is right when connective and both sides are. */
export function measureOwn(
  sentences: readonly OwnSentence[],
  marker: Marker,
  knowledge: ConditionKnowledge,
): OwnFigures {
  const all = newCounts();
  const byConnective = new Map<string, Counts>();
  const wrong: string[] = [];
  for (const sentence of sentences) {
    const { text, connective } = sentence;
    const claims = findConditions(toReport(text, marker), knowledge);
    const right = claims.some((claim) => isRight(claim, sentence));
    const counts = byConnective.get(connective) ?? newCounts();
    byConnective.set(connective, counts);
    for (const count of [all, counts]) {
      count.gold += connective === 'none' ? 0 : 1;
      count.found += claims.length;
      count.hit += right ? 1 : 0;
    }
    if (right ? claims.length === 1 : connective !== 'none' || claims.length > 0) {
      const shown = claims.map(
        (c) =>
          `[${c.connective}] P ${text.slice(c.protasis.start, c.protasis.end)} A ${text.slice(c.apodosis.start, c.apodosis.end)}`,
      );
      if (!right) wrong.push(`${connective} | ${text} || ${shown.join(' ## ')}`);
    }
  }
  return { all, byConnective, wrong };
}
