import { deprelOf } from '../../../model/marks.ts';
import { clauseHead } from '../syntax/tree.ts';
import { agree, pronounAt } from './agreement.ts';
import type { Candidate } from './candidate.ts';
import type { Coreference } from './coreference.ts';
import type { ReadingContext } from './reading-context.ts';

export interface Ranked {
  readonly index: number;
  readonly score: number;
}

const SENTENCES = 3;
const PHRASES = 60;

const isSubject = (context: ReadingContext, candidate: Candidate): boolean =>
  deprelOf(context.marks, candidate.phrase.head).startsWith('nsubj');

function roleScore(context: ReadingContext, candidate: Candidate): number {
  switch (deprelOf(context.marks, candidate.phrase.head)) {
    case 'nsubj':
    case 'nsubj:pass':
    case 'nsubj:outer':
      return 1.2;
    case 'obj':
    case 'iobj':
    case 'root':
      return 0.5;
    case 'nmod:poss':
      return 0.4;
    case 'nmod':
    case 'obl':
      return 0;
    default:
      return 0;
  }
}

/** Two arguments of one predicate are not the same, unless the pronoun is reflexive or possessive. */
function clash(context: ReadingContext, pronoun: Candidate, other: Candidate): boolean {
  const { marks } = context;
  if (other.phrase.possessor === pronoun.phrase.index) return true;
  const inside = pronoun.phrase.head >= other.phrase.first && pronoun.phrase.head <= other.phrase.spanLast;
  if (inside && pronoun.phrase.sentence === other.phrase.sentence) {
    return !pronoun.phrase.isPossessor || pronoun.phrase.head <= other.phrase.last;
  }
  if (pronoun.phrase.isPossessor) return false;
  const a = marks.head[pronoun.phrase.head];
  const b = marks.head[other.phrase.head];
  if (a !== b || a < 0) return false;
  return pronounAt(context, pronoun.phrase.noun)?.isReflexive !== true;
}

function scoreOf(
  context: ReadingContext,
  pronoun: Candidate,
  other: Candidate,
  reference: Coreference,
): number {
  const distance = pronoun.phrase.sentence - other.phrase.sentence;
  const gap = Math.min(1, (pronoun.phrase.index - other.phrase.index) / 30);
  const chain = reference.chains.sizeOf(other.phrase.index);
  const traits = reference.traits[other.phrase.index];
  const wanted = reference.traits[pronoun.phrase.index];
  let score = roleScore(context, other) - 1.1 * distance - gap;
  score += Math.min(0.8, 0.25 * Math.log2(chain));
  if (isSubject(context, pronoun) && isSubject(context, other)) score += 0.4;
  if (wanted.sex !== undefined && traits.sex === wanted.sex) score += 0.6;
  if (wanted.isPerson !== undefined && traits.isPerson === wanted.isPerson) score += 0.5;
  if (wanted.isPlural === true && traits.isPlural === true) score += 0.5;
  if (wanted.isPlural === true && other.what === 'actor') score -= 0.8;
  if (other.what === 'pronoun') score += 0.3;
  if (other.phrase.kind === 'name') score += 0.2;
  if (
    distance === 0 &&
    clauseHead(context.marks, pronoun.phrase.head) === clauseHead(context.marks, other.phrase.head)
  ) {
    score += pronoun.phrase.isPossessor ? 0.5 : 0;
  }
  return score;
}

/** Antecedents that agree with the pronoun, best first, at most one of each chain. */
export function rankAntecedents(
  context: ReadingContext,
  candidates: readonly Candidate[],
  reference: Coreference,
  at: number,
): readonly Ranked[] {
  const pronoun = candidates[at];
  if (deprelOf(context.marks, pronoun.phrase.head) === 'expl') return [];
  const isReflexive = pronounAt(context, pronoun.phrase.noun)?.isReflexive === true;
  const best = new Map<number, Ranked>();
  for (let j = at - 1; j >= 0 && j >= at - PHRASES; j--) {
    const other = candidates[j];
    const distance = pronoun.phrase.sentence - other.phrase.sentence;
    if (distance > (isReflexive ? 0 : SENTENCES)) break;
    if (other.isTaken || !agree(reference.traits[at], reference.traits[j]) || clash(context, pronoun, other))
      continue;
    const score = scoreOf(context, pronoun, other, reference);
    const root = reference.chains.rootOf(j);
    const known = best.get(root);
    if (known === undefined || known.score < score) best.set(root, { index: j, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}
