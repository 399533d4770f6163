import type { Change } from '../model/situation.ts';
import { UserError } from '../model/user-error.ts';
import { compareSituations } from '../stages/situate/compare-situations.ts';
import type { Session } from './session.ts';
import { completeQuestion, situationOf } from './situation.ts';
import type { SituationQuestion } from './situation.ts';

export interface ChangeQuestion extends SituationQuestion {
  /** Day to compare with: both as it held and as it was known then. */
  readonly since: string;
}

/** What is new in the situation since a day, with what brought it about. */
export function whatChanged(session: Session, question: ChangeQuestion): readonly Change[] {
  const { since, ...now } = question;
  const state = session.state(now.knownAt === undefined ? {} : { knownAt: now.knownAt });
  const asked = completeQuestion(state, now);
  if (since >= asked.validAt) {
    throw new UserError(`--since ${since} is not before ${asked.validAt}`, { hint: 'Give an earlier day.' });
  }
  const before = situationOf(session, state, { ...asked, validAt: since, knownAt: since });
  return compareSituations(before, situationOf(session, state, asked));
}
