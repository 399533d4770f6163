import type { Span } from '../../../model/span.ts';
import { tokenAt } from '../syntax/tree.ts';
import type { Attribution } from './assemble.ts';
import type { Quotation } from './quotations.ts';
import type { Scene } from './scene.ts';

/** Quotation, dash, name, end of line: “…” — A. Name, engineer */
const BYLINE = /^(\s?)([―—–]|--?)\s?((?:\p{Lu}|[a-z]+ \p{Lu})[^\n“”"]{1,80}?)[\s.]*$/u;
const LONGEST = 100;
const SURE = 0.95;

function bylineOf(scene: Scene, quotation: Quotation): { dash: Span; name: Span } | undefined {
  const { text } = scene.marks;
  const from = quotation.span.end;
  const newline = text.indexOf('\n', from);
  const end = newline < 0 ? text.length : newline;
  if (end - from > LONGEST) return undefined;
  const match = BYLINE.exec(text.slice(from, end));
  if (match === null) return undefined;
  const start = from + match[1].length;
  const nameStart = from + match[0].indexOf(match[3], match[1].length + match[2].length);
  return {
    dash: { start, end: start + match[2].length },
    name: { start: nameStart, end: nameStart + match[3].trimEnd().length },
  };
}

/** Quotations whose speaker stands behind a dash, with no word of saying. The dash is the cue. */
export function findBylines(scene: Scene): readonly Attribution[] {
  return scene.quotations.flatMap((quotation) => {
    const byline = bylineOf(scene, quotation);
    if (byline === undefined) return [];
    const token = tokenAt(scene.marks, byline.dash.start);
    const head = tokenAt(scene.marks, byline.name.start);
    return [
      {
        token,
        first: token,
        cue: byline.dash,
        source: { span: byline.name, head, probability: SURE },
        content: [quotation.span],
        probability: SURE,
        contentProbability: SURE,
        contentHead: -1,
      },
    ];
  });
}
