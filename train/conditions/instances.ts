import { readCounterfactuals, isHeldOut } from '../../eval/conditions/counterfactual-gold.ts';
import type { CounterfactualRow } from '../../eval/conditions/counterfactual-gold.ts';
import { readIfGold } from '../../eval/conditions/if-gold.ts';
import type { GoldConditional, GoldSentence, Letters } from '../../eval/conditions/if-gold.ts';
import { lettersOf } from '../../eval/conditions/token-match.ts';
import type { ConditionLexicon } from '../../src/model/lexicon-conditions.ts';
import type { Span } from '../../src/model/span.ts';
import type { Marker } from '../../src/playbook/marker.ts';
import { groundOf } from '../../src/stages/extract/assertions/ground.ts';
import type { Ground } from '../../src/stages/extract/assertions/ground.ts';
import { isPunctuation } from '../../src/stages/extract/conditions/boundary-candidates.ts';
import type { Direction, Scene } from '../../src/stages/extract/conditions/scene.ts';
import { findConditionals, toScene } from '../../src/stages/extract/conditions/find-conditionals.ts';
import { mark } from '../../src/stages/mark/mark.ts';

/** A connective with the boundaries that people drew. */
export interface Instance {
  readonly scene: Scene;
  readonly protasisEnd: number;
  readonly direction?: Direction;
  readonly apodosisStart?: number;
  readonly apodosisEnd?: number;
}

type Tokens = readonly number[];

function directionOf(apodosis: Tokens, first: number, last: number): Direction {
  const before = apodosis.some((t) => t < first);
  const after = apodosis.some((t) => t > last);
  return before && after ? 'around' : before ? 'before' : 'after';
}

function toInstance(scene: Scene, protasis: Tokens, apodosis: Tokens): Instance | undefined {
  const inSentence = (t: number): boolean => t >= scene.start && t < scene.end;
  const words = (tokens: Tokens): Tokens => tokens.filter((t) => inSentence(t) && !isPunctuation(scene, t));
  const own = words(protasis);
  const other = words(apodosis).filter((t) => !own.includes(t));
  const end = Math.max(...own);
  if (own.length < 2 || end <= scene.last) return undefined;
  if (other.length === 0) return { scene, protasisEnd: end };
  const direction = directionOf(other, scene.first, end);
  const start = Math.min(...other);
  const last = Math.max(...other);
  if (direction === 'before') return { scene, protasisEnd: end, direction, apodosisStart: start };
  if (direction === 'after') return { scene, protasisEnd: end, direction, apodosisEnd: last };
  return { scene, protasisEnd: end, direction, apodosisStart: start, apodosisEnd: last };
}

function tokensOf(ground: Ground, at: Int32Array, letters: Letters): Tokens {
  const found: number[] = [];
  for (let t = 0; t < ground.marks.tokenCount; t++) if (letters.has(at[ground.marks.start[t]])) found.push(t);
  return found;
}

function tokensIn(ground: Ground, span: Span | undefined): Tokens {
  if (span === undefined) return [];
  const found: number[] = [];
  for (let t = 0; t < ground.marks.tokenCount; t++) {
    if (ground.marks.start[t] >= span.start && ground.marks.end[t] <= span.end) found.push(t);
  }
  return found;
}

function ofTreebank({ text, gold }: GoldSentence, marker: Marker, lexicon: ConditionLexicon): Instance[] {
  const ground = groundOf(mark(text, marker));
  const { at } = lettersOf(text);
  return findConditionals(ground, lexicon).flatMap(({ at: occurrence, sides }) => {
    const starts = (one: GoldConditional): boolean => {
      for (let t = occurrence.first; t <= occurrence.last; t++)
        if (at[ground.marks.start[t]] === one.trigger) return true;
      return false;
    };
    const one = gold.find(starts);
    if (one === undefined || occurrence.entry.form === 'preposition') return [];
    const scene = toScene(ground, occurrence, sides, lexicon);
    const instance = toInstance(
      scene,
      tokensOf(ground, at, one.protasis),
      tokensOf(ground, at, one.apodosis ?? new Set()),
    );
    return instance === undefined ? [] : [instance];
  });
}

function ofCounterfactual(row: CounterfactualRow, marker: Marker, lexicon: ConditionLexicon): Instance[] {
  const ground = groundOf(mark(row.text, marker));
  const antecedent = tokensIn(ground, row.antecedent);
  const conditionals = findConditionals(ground, lexicon).filter(
    ({ at }) =>
      (at.entry.form === 'conjunction' || at.entry.form === 'inversion') &&
      antecedent.slice(0, 3).includes(at.first),
  );
  return conditionals.slice(0, 1).flatMap(({ at, sides }) => {
    const scene = toScene(ground, at, sides, lexicon);
    const instance = toInstance(scene, antecedent, tokensIn(ground, row.consequent));
    return instance === undefined ? [] : [instance];
  });
}

/** Training instances: if-conditionals of the treebanks' train part, counterfactuals but for the held-out quarter. */
export function readInstances(
  folder: string,
  marker: Marker,
  lexicon: ConditionLexicon,
): readonly Instance[] {
  const bare = { ...lexicon, boundaries: new Map<string, number>() };
  const treebank = readIfGold(folder, 'train').filter((sentence) => sentence.gold.length > 0);
  const counterfactuals = readCounterfactuals(folder).filter((row) => !isHeldOut(row));
  return [
    ...treebank.flatMap((sentence) => ofTreebank(sentence, marker, bare)),
    ...counterfactuals.flatMap((row) => ofCounterfactual(row, marker, bare)),
  ];
}
