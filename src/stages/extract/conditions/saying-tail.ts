import type { Ground } from '../assertions/ground.ts';
import type { Stretch } from './stretch.ts';

const LONGEST = 8;

/** A stretch without the words after its last comma where they say who said it: ", the envoy added". */
export function withoutSaying(ground: Ground, stretch: Stretch, reporting: ReadonlySet<string>): Stretch {
  const { first, last } = stretch;
  for (let t = last; t > first && t > last - LONGEST; t--) {
    if (ground.lower[t] !== ',') continue;
    const said = ground.lemma.slice(t + 1, last + 1).some((lemma) => reporting.has(lemma));
    return said && !ground.lower.slice(t + 1, last + 1).includes('that') ? { first, last: t - 1 } : stretch;
  }
  return stretch;
}
