import { uposOf } from '../../../model/marks.ts';
import type { Ground } from '../assertions/ground.ts';
import type { Stretch } from './stretch.ts';

const LONGEST = 8;

/** Whether a verb of saying with its subject after it follows a comma: ", said the envoy, a guest at the talks". */
function opensSaying(ground: Ground, comma: number, reporting: ReadonlySet<string>): boolean {
  const { lower, lemma, marks } = ground;
  const isSaying =
    lower[comma] === ',' && uposOf(marks, comma + 1) === 'VERB' && reporting.has(lemma[comma + 1]);
  return isSaying && ['PROPN', 'DET', 'PRON', 'NOUN'].includes(uposOf(marks, comma + 2));
}

/** A stretch without the words after a comma where they say who said it: ", the envoy added". */
export function withoutSaying(ground: Ground, stretch: Stretch, reporting: ReadonlySet<string>): Stretch {
  const { first, last } = stretch;
  for (let t = first + 1; t + 2 <= last; t++)
    if (opensSaying(ground, t, reporting)) return { first, last: t - 1 };
  for (let t = last; t > first && t > last - LONGEST; t--) {
    if (ground.lower[t] !== ',') continue;
    const said = ground.lemma.slice(t + 1, last + 1).some((lemma) => reporting.has(lemma));
    return said && !ground.lower.slice(t + 1, last + 1).includes('that') ? { first, last: t - 1 } : stretch;
  }
  return stretch;
}
