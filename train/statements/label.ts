import type { GoldAttribution } from '../../eval/quotes/gold.ts';
import { UPOS } from '../../src/model/marks.ts';
import type { Marks } from '../../src/model/marks.ts';
import type { Span } from '../../src/model/span.ts';
import { mayBeCue } from '../../src/stages/extract/statements/cue-features.ts';
import type { Part } from '../../src/stages/extract/statements/part.ts';
import type { Scene } from '../../src/stages/extract/statements/scene.ts';
import { tokenAt } from '../../src/stages/extract/syntax/tree.ts';

const VERB = UPOS.indexOf('VERB');

const toSpans = (fragments: readonly (readonly [number, number])[]): Span[] =>
  fragments.map(([start, end]) => ({ start, end }));

function tokensOf(marks: Marks, span: Span): number[] {
  const tokens: number[] = [];
  for (let t = tokenAt(marks, span.start); t < marks.tokenCount && marks.start[t] < span.end; t++)
    tokens.push(t);
  return tokens;
}

/** The token that stands for a cue: the governor of the others, a verb rather than another, else a colon. */
export function cueToken(scene: Scene, gold: GoldAttribution): number | undefined {
  const { marks } = scene;
  const inside = toSpans(gold.cue).flatMap((span) => tokensOf(marks, span));
  const set = new Set(inside);
  const options = inside.filter((t) => mayBeCue(scene, t));
  const heads = options.filter((t) => !set.has(marks.head[t]));
  return heads.find((t) => marks.upos[t] === VERB) ?? heads.at(0) ?? options.at(0);
}

const shared = (a: readonly Span[], b: readonly Span[]): number => {
  let total = 0;
  for (const x of a)
    for (const y of b) total += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return total;
};

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + span.end - span.start, 0);

const NOTHING = 0;
const SOURCE = 1;
const CONTENT = 2;

/** What a part is by the gold: content when most of it lies in the content, source likewise. */
export function partLabel(part: Part, gold: GoldAttribution): number {
  const content = toSpans(gold.content);
  const source = toSpans(gold.source);
  const length = lengthOf(part.spans);
  const inSource = shared(part.spans, source);
  if (
    inSource > 0.5 * length ||
    (inSource > 0.8 * lengthOf(source) && inSource > 0.3 * length && length < 200)
  ) {
    return SOURCE;
  }
  if (part.kind === 'between' || part.kind.startsWith('beside')) return NOTHING;
  const inContent = shared(part.spans, content);
  if (inContent > 0.5 * length) return CONTENT;
  return NOTHING;
}
