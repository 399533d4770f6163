import { isHeldOut, readCounterfactuals } from '../../eval/conditions/counterfactual-gold.ts';
import type { CounterfactualRow } from '../../eval/conditions/counterfactual-gold.ts';
import type { GoldConditional, GoldSentence, Letters } from '../../eval/conditions/if-gold.ts';
import { lettersOf } from '../../eval/conditions/token-match.ts';
import type { ConditionLexicon } from '../../src/model/lexicon-conditions.ts';
import { uposOf } from '../../src/model/marks.ts';
import type { Span } from '../../src/model/span.ts';
import type { Marker } from '../../src/playbook/marker.ts';
import { groundOf } from '../../src/stages/extract/assertions/ground.ts';
import type { Ground } from '../../src/stages/extract/assertions/ground.ts';
import { FIRST_PLACE } from '../../src/stages/extract/conditions/clause-chains.ts';
import type { ClauseView } from '../../src/stages/extract/conditions/clause-view.ts';
import type { Occurrence } from '../../src/stages/extract/conditions/connectives.ts';
import {
  findConditionals,
  toScene,
  viewScene,
} from '../../src/stages/extract/conditions/find-conditionals.ts';
import { viewCounterfactual } from '../../src/stages/extract/conditions/find-counterfactual.ts';
import type { Sides } from '../../src/stages/extract/conditions/stretch.ts';
import { mark } from '../../src/stages/mark/mark.ts';

/** A text with the place that people gave each of its words. */
export interface ClauseExample {
  readonly view: ClauseView;
  readonly places: readonly number[];
}

type Range = readonly [first: number, last: number];

/** The hull of the longer side where words stand on both sides of a clause and may not. */
const rangeOf = (at: readonly number[]): Range | undefined =>
  at.length === 0 ? undefined : [at[0], at[at.length - 1]];

function placeOf(i: number, from: number, bounds: readonly number[]): number {
  const passed = bounds.filter((bound) => i >= bound).length;
  return from + passed;
}

/** Places of all words, given which of them belong to either clause. */
function placesOf(
  count: number,
  protasis: readonly number[],
  apodosis: readonly number[],
): number[] | undefined {
  const own = rangeOf(protasis);
  if (own === undefined) return undefined;
  const before = apodosis.filter((i) => i < own[0]);
  const after = apodosis.filter((i) => i > own[1]);
  const all = Array.from({ length: count }, (_, i) => i);
  if (before.length > 0 && after.length > 0) {
    const bounds = [before[0], own[0], own[1] + 1, after[after.length - 1] + 1];
    return all.map((i) => placeOf(i, FIRST_PLACE[3], bounds));
  }
  const other = rangeOf(before.length > 0 ? before : after);
  if (other === undefined) return all.map((i) => placeOf(i, FIRST_PLACE[2], [own[0], own[1] + 1]));
  const [one, two] = before.length > 0 ? [other, own] : [own, other];
  const from = FIRST_PLACE[before.length > 0 ? 1 : 0];
  return all.map((i) => placeOf(i, from, [one[0], one[1] + 1, two[0], two[1] + 1]));
}

const isWord = (ground: Ground, token: number): boolean =>
  uposOf(ground.marks, token) !== 'PUNCT' && /[\p{L}\p{N}]/u.test(ground.lower[token]);

const LEADING: ReadonlySet<string> = new Set(['but', 'and', 'so', 'or']);

/** An example from the letters that people gave to the two sides of a connective. */
export function toExample(
  ground: Ground,
  occurrence: Occurrence,
  sides: Sides,
  gold: Pick<GoldConditional, 'protasis' | 'apodosis'>,
): ClauseExample[] {
  const { at } = lettersOf(ground.marks.text);
  const scene = toScene(ground, occurrence);
  const covered = (letters: Letters | undefined): number[] => {
    const found: number[] = [];
    for (let t = scene.start; t < scene.end; t++)
      if (letters?.has(at[ground.marks.start[t]]) === true && isWord(ground, t)) found.push(t - scene.start);
    return found;
  };
  const apodosis = covered(gold.apodosis);
  while (apodosis.length > 0 && LEADING.has(ground.lower[scene.start + apodosis[0]])) apodosis.shift();
  const opener = Array.from(
    { length: scene.last - scene.first + 1 },
    (_, i) => scene.first - scene.start + i,
  );
  const protasis = covered(gold.protasis).filter((i) => i > scene.last - scene.start);
  const places = placesOf(scene.end - scene.start, [...opener, ...protasis], apodosis);
  return places === undefined ? [] : [{ view: viewScene(ground, scene, sides), places }];
}

function ofTreebank(
  { text, gold }: GoldSentence,
  marker: Marker,
  lexicon: ConditionLexicon,
): ClauseExample[] {
  const ground = groundOf(mark(text, marker));
  const { at } = lettersOf(text);
  return findConditionals(ground, lexicon, { byTree: true }).flatMap(({ at: occurrence, sides }) => {
    const { form } = occurrence.entry;
    if (form !== 'conjunction' && form !== 'inversion') return [];
    const opens = (one: GoldConditional): boolean => {
      for (let t = occurrence.first; t <= occurrence.last; t++)
        if (at[ground.marks.start[t]] === one.trigger) return true;
      return false;
    };
    const one = gold.find(opens);
    return one === undefined ? [] : toExample(ground, occurrence, sides, one);
  });
}

function wordsIn(ground: Ground, span: Span | undefined): number[] {
  if (span === undefined) return [];
  const { start, end, tokenCount } = ground.marks;
  const found: number[] = [];
  for (let t = 0; t < tokenCount; t++) {
    const shared = Math.min(end[t], span.end) - Math.max(start[t], span.start);
    if (shared * 2 > end[t] - start[t] && isWord(ground, t)) found.push(t);
  }
  return found;
}

function ofCounterfactual(
  row: CounterfactualRow,
  marker: Marker,
  lexicon: ConditionLexicon,
): ClauseExample[] {
  const ground = groundOf(mark(row.text, marker));
  const view = viewCounterfactual(ground, lexicon);
  const places = placesOf(view.count, wordsIn(ground, row.antecedent), wordsIn(ground, row.consequent));
  return places === undefined ? [] : [{ view, places }];
}

/** Examples of the if-conditionals of the treebanks' train part, each with the marks of the marker that is given for it. */
export function readIfExamples(
  sentences: readonly GoldSentence[],
  markerOf: (id: string) => Marker,
  lexicon: ConditionLexicon,
): readonly ClauseExample[] {
  return sentences.flatMap((sentence) => ofTreebank(sentence, markerOf(sentence.id), lexicon));
}

/** Examples of the counterfactuals, but for the held-out quarter. */
export function readCounterfactualExamples(
  folder: string,
  marker: Marker,
  lexicon: ConditionLexicon,
): readonly ClauseExample[] {
  return readCounterfactuals(folder)
    .filter((row) => !isHeldOut(row))
    .flatMap((row) => ofCounterfactual(row, marker, lexicon));
}
