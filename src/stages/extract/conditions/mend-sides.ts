import { uposOf } from '../../../model/marks.ts';
import type { Upos } from '../../../model/marks.ts';
import type { Ground } from '../assertions/ground.ts';
import type { Scene } from './scene.ts';
import { holdsClause, tidy } from './stretch.ts';
import type { Stretch } from './stretch.ts';

/** The stretches of the two clauses. */
interface Pair {
  readonly protasis: Stretch;
  readonly apodosis: Stretch;
}

const BARE: ReadonlySet<string> = new Set(['so', 'not']);
const OPENS: ReadonlySet<Upos> = new Set(['PRON', 'VERB', 'AUX', 'DET', 'PROPN']);

/** "If so you have a case": the two words are the whole condition, and what follows hangs on it. */
function mendBare(ground: Ground, { last }: Scene, { protasis, apodosis }: Pair): Pair {
  const at = last + 1;
  const isBare = ground.lower[last] === 'if' && BARE.has(ground.lower[at]) && protasis.last > at;
  if (!isBare || !OPENS.has(uposOf(ground.marks, at + 1))) return { protasis, apodosis };
  const isNegatedVerb = ground.lower[at] === 'not' && uposOf(ground.marks, at + 1) === 'VERB';
  if (isNegatedVerb) return { protasis, apodosis };
  const rest = tidy(ground, { first: at + 1, last: protasis.last });
  const follows = apodosis.first > protasis.last;
  const main = follows ? { first: rest.first, last: apodosis.last } : rest;
  return holdsClause(ground, main)
    ? { protasis: { first: protasis.first, last: at }, apodosis: main }
    : { protasis, apodosis };
}

/** A main clause begins after the last colon or semicolon before the condition. */
function mendColon(ground: Ground, { protasis, apodosis }: Pair): Pair {
  let colon = -1;
  for (let t = apodosis.first; t < Math.min(protasis.first, apodosis.last); t++)
    if (ground.lower[t] === ':') colon = t;
  if (colon < 0) return { protasis, apodosis };
  const after = tidy(ground, { first: colon + 1, last: Math.min(apodosis.last, protasis.first - 1) });
  if (colon + 1 < protasis.first && holdsClause(ground, after))
    return { protasis, apodosis: { first: after.first, last: apodosis.last } };
  const rest = tidy(ground, { first: protasis.last + 1, last: apodosis.last });
  return apodosis.last > protasis.last && holdsClause(ground, rest)
    ? { protasis, apodosis: rest }
    : { protasis, apodosis };
}

/** Clauses as the labeller drew them, put right where words or punctuation leave no doubt. */
export const mendSides = (ground: Ground, scene: Scene, pair: Pair): Pair =>
  mendColon(ground, mendBare(ground, scene, pair));
