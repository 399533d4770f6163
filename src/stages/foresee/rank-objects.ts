import type { History } from '../../model/forecast.ts';
import type { DaySlice } from './mirror.ts';
import type { Past } from './past.ts';
import { questionsOf } from './questions.ts';

/** What was known of subject and object when they were asked about. */
export type Stratum = 'repeat' | 'new-relation' | 'cold';

/** Ranks found in one part of a history. */
export interface RankTally {
  count: number;
  reciprocal: number;
  first: number;
  three: number;
  ten: number;
}

export interface Ranks {
  readonly all: RankTally;
  readonly strata: Readonly<Record<Stratum, RankTally>>;
}

/** Scores by actor number for one question, or nothing more than what stood there before. */
export type ScoreQuestion = (relation: number, subject: number) => Float64Array;

const emptyTally = (): RankTally => ({ count: 0, reciprocal: 0, first: 0, three: 0, ten: 0 });

export const emptyRanks = (): Ranks => ({
  all: emptyTally(),
  strata: { repeat: emptyTally(), 'new-relation': emptyTally(), cold: emptyTally() },
});

/**
 * Asks all questions of a day and notes where the answers stood: other answers of the same day left out
 * (time-aware filter), all actors ranked, ties at the mean rank.
 */
export function rankDay(
  history: History,
  slice: DaySlice,
  past: Past,
  score: ScoreQuestion,
  ranks: Ranks,
): void {
  for (const question of questionsOf(history, slice)) {
    const scores = score(question.relation, question.subject);
    for (const object of question.objects) {
      const rank = rankOf(scores, object, question.objects);
      note(ranks.all, rank);
      note(ranks.strata[stratumOf(past, question.subject, question.relation, object)], rank);
    }
  }
}

function rankOf(scores: Float64Array, object: number, answers: readonly number[]): number {
  const own = scores[object];
  let higher = 0;
  let equal = 0;
  for (let i = 0; i < scores.length; i++) {
    if (scores[i] > own) higher++;
    else if (scores[i] === own) equal++;
  }
  for (const answer of answers) {
    if (answer === object) continue;
    if (scores[answer] > own) higher--;
    else if (scores[answer] === own) equal--;
  }
  return higher + (equal - 1) / 2 + 1;
}

function note(tally: RankTally, rank: number): void {
  tally.count++;
  tally.reciprocal += 1 / rank;
  if (rank <= 1) tally.first++;
  if (rank <= 3) tally.three++;
  if (rank <= 10) tally.ten++;
}

function stratumOf(past: Past, subject: number, relation: number, object: number): Stratum {
  const { pairs, facts } = past;
  const first = pairs.index.start[subject];
  for (let pair = first; pair < first + pairs.active[subject]; pair++) {
    if (pairs.index.right[pair] !== object) continue;
    const start = facts.index.start[pair];
    for (let fact = start; fact < start + facts.active[pair]; fact++) {
      if (facts.index.right[fact] === relation) return 'repeat';
    }
    return 'new-relation';
  }
  return 'cold';
}
