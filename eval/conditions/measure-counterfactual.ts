import type { ConditionLexicon } from '../../src/model/lexicon-conditions.ts';
import type { Marker } from '../../src/playbook/marker.ts';
import { groundOf } from '../../src/stages/extract/assertions/ground.ts';
import { findCounterfactual } from '../../src/stages/extract/conditions/find-counterfactual.ts';
import type { Stretch } from '../../src/stages/extract/conditions/stretch.ts';
import { mark } from '../../src/stages/mark/mark.ts';
import type { CounterfactualRow } from './counterfactual-gold.ts';
import { overlapF1, wordOffsets } from './token-match.ts';

export interface CounterfactualFigures {
  readonly antecedentF1: number;
  readonly consequentF1: number;
  /** Mean of the two, per sentence. */
  readonly tokenF1: number;
  /** The same for the words from "if" to the next comma, and the longest rest. */
  readonly floor: number;
  readonly rows: number;
  readonly wrong: readonly string[];
}

const mean = (list: readonly number[]): number =>
  list.length === 0 ? 0 : list.reduce((a, b) => a + b, 0) / list.length;

function floorSpans(text: string): readonly [ReadonlySet<number>, ReadonlySet<number>] {
  const at = /\b(?:if|had|were|unless|without)\b/iu.exec(text)?.index ?? 0;
  const comma = text.indexOf(',', at);
  const end = comma < 0 ? text.length : comma;
  const rest: readonly [number, number] = at > text.length - end ? [0, at] : [end, text.length];
  return [wordOffsets(text, at, end), wordOffsets(text, rest[0], rest[1])];
}

/** Word F1 of antecedent and consequent against what annotators marked; an empty consequent must stay empty. */
export function measureCounterfactuals(
  rows: readonly CounterfactualRow[],
  marker: Marker,
  lexicon: ConditionLexicon,
): CounterfactualFigures {
  const antecedents: number[] = [];
  const consequents: number[] = [];
  const floors: number[] = [];
  const wrong: string[] = [];
  for (const { text, antecedent, consequent } of rows) {
    const ground = groundOf(mark(text, marker));
    const { marks } = ground;
    const words = (stretch: Stretch | undefined): ReadonlySet<number> =>
      stretch === undefined
        ? new Set()
        : wordOffsets(text, marks.start[stretch.first], marks.end[stretch.last]);
    const found = findCounterfactual(ground, lexicon);
    const goldA = wordOffsets(text, antecedent.start, antecedent.end);
    const goldC: ReadonlySet<number> =
      consequent === undefined ? new Set() : wordOffsets(text, consequent.start, consequent.end);
    const a = overlapF1(words(found?.antecedent), goldA);
    const c = overlapF1(words(found?.consequent), goldC);
    antecedents.push(a);
    consequents.push(c);
    const [floorA, floorC] = floorSpans(text);
    floors.push((overlapF1(floorA, goldA) + overlapF1(floorC, goldC)) / 2);
    if (a + c < 1.6) {
      const show = (s: Stretch | undefined): string =>
        s === undefined ? '∅' : text.slice(marks.start[s.first], marks.end[s.last]);
      const gold = consequent === undefined ? '∅' : text.slice(consequent.start, consequent.end);
      wrong.push(
        `${a.toFixed(2)} ${c.toFixed(2)} ${text}\n   A ${show(found?.antecedent)}\n   a ${text.slice(antecedent.start, antecedent.end)}\n   C ${show(found?.consequent)}\n   c ${gold}`,
      );
    }
  }
  return {
    antecedentF1: mean(antecedents),
    consequentF1: mean(consequents),
    tokenF1: (mean(antecedents) + mean(consequents)) / 2,
    floor: mean(floors),
    rows: rows.length,
    wrong,
  };
}
