import type { ConditionLexicon } from '../../src/model/lexicon-conditions.ts';
import type { Marker } from '../../src/playbook/marker.ts';
import { groundOf } from '../../src/stages/extract/assertions/ground.ts';
import type { Ground } from '../../src/stages/extract/assertions/ground.ts';
import { findConditionals } from '../../src/stages/extract/conditions/find-conditionals.ts';
import type { Conditional } from '../../src/stages/extract/conditions/find-conditionals.ts';
import type { Stretch } from '../../src/stages/extract/conditions/stretch.ts';
import { mark } from '../../src/stages/mark/mark.ts';
import type { GoldConditional, GoldSentence, Letters } from './if-gold.ts';
import { lettersOf, newCounts } from './token-match.ts';
import type { Counts } from './token-match.ts';

export interface IfFigures {
  readonly trigger: Counts;
  readonly spans: Counts;
  readonly floor: Counts;
  readonly wrong: string[];
}

const MEANT: ReadonlySet<string> = new Set(['if', 'only-if', 'inversion']);

/** What counts as an if-conditional of the treebanks: all readings but questions and "as if". */
const isMeant = (one: Conditional): boolean =>
  MEANT.has(one.at.entry.gives) &&
  one.at.entry.form !== 'preposition' &&
  one.reading !== 'question' &&
  one.reading !== 'comparison';

function lettersIn(ground: Ground, at: Int32Array, stretch: Stretch, cut?: Stretch): Letters {
  const found = new Set<number>();
  const { marks } = ground;
  for (let t = stretch.first; t <= stretch.last; t++) {
    if (cut !== undefined && t >= cut.first && t <= cut.last) continue;
    if (!/[\p{L}\p{N}]/u.test(ground.lower[t])) continue;
    for (let i = at[marks.start[t]]; i < at[marks.end[t]]; i++) found.add(i);
  }
  return found;
}

const LEADING: readonly string[] = ['but', 'and', 'so', 'or'];

/** Letters and digits alone, without a conjunction that ties the clause to what came before. */
function core(side: Letters, letters: string): readonly number[] {
  const kept = [...side].filter((at) => /[\p{L}\p{N}]/u.test(letters[at])).sort((a, b) => a - b);
  const spelt = kept.map((at) => letters[at].toLowerCase()).join('');
  const lead = LEADING.find((word) => spelt.startsWith(word));
  return lead === undefined ? kept : kept.slice(lead.length);
}

function same(a: Letters, b: Letters, letters: string): boolean {
  const left = core(a, letters);
  const right = core(b, letters);
  return left.length === right.length && left.every((at, i) => at === right[i]);
}

function triggerOf(ground: Ground, one: Conditional, at: Int32Array): number {
  for (let t = one.at.first; t <= one.at.last; t++)
    if (ground.lower[t] === 'if') return at[ground.marks.start[t]];
  return at[ground.marks.start[one.at.first]];
}

function scoreSpans(
  one: Conditional,
  gold: GoldConditional,
  ground: Ground,
  at: Int32Array,
  figures: IfFigures,
  text: string,
): void {
  const protasis = lettersIn(ground, at, one.sides.protasis.stretch);
  const apodosis = lettersIn(ground, at, one.sides.apodosis.stretch, one.sides.protasis.stretch);
  figures.spans.gold += gold.apodosis === undefined ? 1 : 2;
  const { letters } = lettersOf(text);
  const right = [
    same(protasis, gold.protasis, letters),
    gold.apodosis !== undefined && same(apodosis, gold.apodosis, letters),
  ];
  figures.spans.hit += right.filter(Boolean).length;
  if (right[0] && (right[1] || gold.apodosis === undefined)) return;
  const words = ({ first, last }: Stretch): string =>
    text.slice(ground.marks.start[first], ground.marks.end[last]);
  const spelt = (side: Letters | undefined): string => [...(side ?? [])].map((i) => letters[i]).join('');
  figures.wrong.push(`GOLD ${spelt(gold.protasis)} || ${spelt(gold.apodosis)}`);
  figures.wrong.push(
    `SPAN ${right.join('/')} | ${text} || ${words(one.sides.protasis.stretch)} || ${words(one.sides.apodosis.stretch)}`,
  );
}

/** Runs the finder on single sentences and compares triggers and clause spans, letter by letter. */
export function measureIf(
  sentences: readonly GoldSentence[],
  marker: Marker,
  lexicon: ConditionLexicon,
): IfFigures {
  const wrong: string[] = [];
  const figures = { trigger: newCounts(), spans: newCounts(), floor: newCounts(), wrong };
  for (const { text, gold } of sentences) {
    if (gold.length === 0 && !/\b(?:if|should|had|were)\b/iu.test(text)) continue;
    const ground = groundOf(mark(text, marker));
    const { at } = lettersOf(text);
    const found = findConditionals(ground, lexicon).filter(isMeant);
    figures.trigger.found += found.length;
    figures.trigger.gold += gold.length;
    const floor = ground.lower.flatMap((word, t) => (word === 'if' ? [at[ground.marks.start[t]]] : []));
    figures.floor.found += floor.length;
    figures.floor.gold += gold.length;
    figures.floor.hit += gold.filter((one) => floor.includes(one.trigger)).length;
    for (const one of gold) {
      const match = found.find((other) => triggerOf(ground, other, at) === one.trigger);
      if (match === undefined) {
        wrong.push(`MISSED | ${text}`);
        figures.spans.gold += one.apodosis === undefined ? 1 : 2;
      } else {
        figures.trigger.hit += 1;
        scoreSpans(match, one, ground, at, figures, text);
      }
    }
    for (const one of found) {
      const trigger = triggerOf(ground, one, at);
      if (!gold.some((other) => other.trigger === trigger))
        wrong.push(`FALSE | ${text} || ${one.at.entry.id}`);
    }
  }
  return figures;
}
