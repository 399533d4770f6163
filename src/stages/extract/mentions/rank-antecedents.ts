import { deprelOf, xposOf } from '../../../model/marks.ts';
import { clauseHead } from '../syntax/tree.ts';
import { agree, pronounAt } from './agreement.ts';
import type { Candidate } from './candidate.ts';
import type { Coreference } from './coreference-result.ts';
import type { ReadingContext } from './reading-context.ts';

export interface Ranked {
  readonly index: number;
  readonly score: number;
}

const SENTENCES = 3;
const PHRASES = 60;
/** Tokens; further apart, two phrases are not looked at as parts of one clause. */
const CLAUSE = 40;

const isSubject = (context: ReadingContext, candidate: Candidate): boolean =>
  deprelOf(context.marks, candidate.phrase.head).startsWith('nsubj');

/** Tuned on the train split of the coreference corpus, one weight at a time. */
export const WEIGHTS = {
  subject: 0.9,
  object: 0.8,
  owner: 0.1,
  sentence: 1.1,
  gap: 1.3,
  chain: 0.25,
  chainMost: 1.1,
  bothSubjects: 0.4,
  sex: 1.2,
  person: 1.1,
  plural: 0.2,
  stateForThey: 0.8,
  pronoun: 0.3,
  name: 0.5,
  sameClauseOwner: 0.2,
  sameWord: 0,
} as const;

function roleScore(context: ReadingContext, candidate: Candidate): number {
  switch (deprelOf(context.marks, candidate.phrase.head)) {
    case 'nsubj':
    case 'nsubj:pass':
    case 'nsubj:outer':
      return WEIGHTS.subject;
    case 'obj':
    case 'iobj':
    case 'root':
      return WEIGHTS.object;
    case 'nmod:poss':
      return WEIGHTS.owner;
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
  if (isUnderstoodDoer(context, pronoun, other)) return true;
  const a = marks.head[pronoun.phrase.head];
  const b = marks.head[other.phrase.head];
  if (a !== b || a < 0) return false;
  return pronounAt(context, pronoun.phrase.noun)?.isReflexive !== true;
}

/** "X hit Y, leaving it in ruins": the object of a participle is not he who does what the participle tells. */
function isUnderstoodDoer({ marks }: ReadingContext, pronoun: Candidate, other: Candidate): boolean {
  const participle = marks.head[pronoun.phrase.head];
  if (deprelOf(marks, pronoun.phrase.head) !== 'obj' || participle < 0) return false;
  if (deprelOf(marks, participle) !== 'advcl' || xposOf(marks, participle) !== 'VBG') return false;
  const label = deprelOf(marks, other.phrase.head);
  return marks.head[other.phrase.head] === marks.head[participle] && DOERS.has(label);
}

const DOERS: ReadonlySet<string> = new Set(['nsubj', 'obl:agent']);

const inOneClause = ({ marks }: ReadingContext, a: Candidate, b: Candidate): boolean =>
  Math.abs(a.phrase.head - b.phrase.head) < CLAUSE &&
  clauseHead(marks, a.phrase.head) === clauseHead(marks, b.phrase.head);

const sameWord = (context: ReadingContext, a: Candidate, b: Candidate): boolean =>
  context.marks.lemma[a.phrase.noun] === context.marks.lemma[b.phrase.noun];

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
  let score = roleScore(context, other) - WEIGHTS.sentence * distance - WEIGHTS.gap * gap;
  score += Math.min(WEIGHTS.chainMost, WEIGHTS.chain * Math.log2(chain));
  if (isSubject(context, pronoun) && isSubject(context, other)) score += WEIGHTS.bothSubjects;
  if (wanted.sex !== undefined && traits.sex === wanted.sex) score += WEIGHTS.sex;
  if (wanted.isPerson !== undefined && traits.isPerson === wanted.isPerson) score += WEIGHTS.person;
  if (wanted.isPlural === true && traits.isPlural === true) score += WEIGHTS.plural;
  if (wanted.isPlural === true && other.what === 'actor') score -= WEIGHTS.stateForThey;
  if (other.what === 'pronoun')
    score += sameWord(context, pronoun, other) ? WEIGHTS.sameWord : WEIGHTS.pronoun;
  if (other.phrase.kind === 'name') score += WEIGHTS.name;
  if (distance === 0 && pronoun.phrase.isPossessor && inOneClause(context, pronoun, other)) {
    score += WEIGHTS.sameClauseOwner;
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
