import type { ActorTraits, ForecastTerm } from '../model/forecast.ts';
import { UserError } from '../model/user-error.ts';
import { Candidates } from '../stages/foresee/candidates.ts';
import { learnRanking } from '../stages/foresee/learn-ranking.ts';
import { mirror } from '../stages/foresee/mirror.ts';
import { fromDayNumber, toDayNumber } from '../stages/foresee/move-book.ts';
import { pointsFor } from '../stages/foresee/score-objects.ts';
import { TERM_COUNT, TERMS } from '../stages/foresee/terms.ts';
import { namedHistory } from './named-history.ts';
import type { Session } from './session.ts';

/** "Whom next?" names the actor; "who next?" names the target. */
export interface NextQuestion {
  readonly actor?: string;
  readonly target?: string;
  readonly type: string;
  readonly knownAt?: string;
  readonly limit?: number;
}

/** One candidate: its share of the odds if it happens at all, and what its score is the sum of. */
export interface NextCandidate {
  readonly actor: string;
  readonly share: number;
  readonly score: number;
  readonly terms: readonly ForecastTerm[];
}

export interface NextRanking {
  readonly knownAt: string;
  readonly moves: number;
  readonly candidates: readonly NextCandidate[];
}

const LEAST_MOVES = 100;

/** Nothing is known of whom an actor belongs to: ids of a ledger are sides themselves. */
const plainTraits = (count: number): ActorTraits => ({
  side: new Int32Array(count).fill(-1),
  sideCount: 1,
  kind: new Int32Array(count),
  kindCount: 1,
});

function numberOf(names: readonly string[], name: string, flag: string): number {
  const found = names.indexOf(name);
  if (found >= 0) return found;
  throw new UserError(`--${flag}: nothing recorded of "${name}"`, {
    hint: `Known: ${[...names].sort().slice(0, 60).join(', ')}.`,
  });
}

/**
 * Ranks who is next, by the additive scorecard of the public benchmark learned from the ledger's own history and the
 * imported events beside it; no trees, so that every score is the sum of its named terms.
 */
export async function rankNext(session: Session, question: NextQuestion): Promise<NextRanking> {
  const { actor, target, type, knownAt, limit = 10 } = question;
  if ((actor === undefined) === (target === undefined))
    throw new UserError('name either --actor or --target', { hint: 'The other one is what is ranked.' });
  const { history, actors, types } = await namedHistory(session, knownAt);
  if (history.count < LEAST_MOVES)
    throw new UserError(`${history.count} dated moves between two actors are too few to rank from`, {
      hint: `At least ${LEAST_MOVES}: read more reports, or demarche import a coded feed.`,
    });
  const relation = numberOf(types, type, 'type');
  const subject = numberOf(actors, actor ?? target ?? '', actor === undefined ? 'target' : 'actor');
  const last = history.day[history.count - 1];
  const day = (knownAt === undefined ? last : toDayNumber(knownAt)) + 1;
  const traits = plainTraits(actors.length);
  const { model, sweep } = learnRanking(mirror(history), traits, day, { trees: 0 });
  const candidates = new Candidates(sweep.past, sweep.counts);
  candidates.openDay(day);
  const asked = actor === undefined ? relation + history.relationCount : relation;
  candidates.openRelation(asked);
  candidates.openSubject(subject);
  const points = new Float64Array(TERM_COUNT);
  pointsFor(model.card, asked, points);
  const scored = actors
    .map((name, i) => toCandidate(name, i, candidates, points))
    .filter(({ actor: name }) => name !== actors[subject])
    .sort((a, b) => b.score - a.score || (a.actor < b.actor ? -1 : 1));
  const sum = scored.reduce((all, { score }) => all + Math.exp(score - scored[0].score), 0);
  return {
    knownAt: fromDayNumber(day - 1),
    moves: history.count,
    candidates: scored
      .slice(0, limit)
      .map((each) => ({ ...each, share: Math.exp(each.score - scored[0].score) / sum })),
  };
}

function toCandidate(
  actor: string,
  number: number,
  candidates: Candidates,
  points: Float64Array,
): NextCandidate {
  const values = new Float32Array(TERM_COUNT);
  candidates.fill(number, values, 0);
  const terms = TERMS.map((name, k) => ({
    name,
    value: values[k],
    weight: points[k],
    points: values[k] * points[k],
  })) // prettier-ignore
    .filter((term) => term.points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return { actor, share: 0, score: terms.reduce((all, term) => all + term.points, 0), terms };
}
