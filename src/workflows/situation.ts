import type { Situation } from '../model/situation.ts';
import { UserError } from '../model/user-error.ts';
import { situate } from '../stages/situate/situate.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

/** The three questions: what held when, as known when, under the law of when. */
export interface SituationQuestion {
  readonly validAt?: string;
  readonly knownAt?: string;
  readonly lawAt?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

function checkDays(question: SituationQuestion): void {
  for (const [name, value] of Object.entries(question)) {
    if (
      value !== undefined &&
      (typeof value !== 'string' || !DAY.test(value) || Number.isNaN(Date.parse(value)))
    ) {
      const flag = name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
      throw new UserError(`--${flag}: "${String(value)}" is no day`, { hint: 'Write it as 2021-03-25.' });
    }
  }
}

const dayOf = ({ knownFrom }: { readonly knownFrom: string }): string => knownFrom.slice(0, 10);

const latestDays = new WeakMap<State, string>();

/** Day of the newest report whose time of publication is known: where a reader of this ledger stands. */
export function latestDay(state: State): string | undefined {
  const known = latestDays.get(state);
  if (known !== undefined || state.readings.length === 0) return known;
  const dated = state.readings.filter(({ reading }) => reading.report.publishedAt !== undefined);
  const days = (dated.length > 0 ? dated : state.readings).map(dayOf);
  const latest = days.reduce((a, b) => (a > b ? a : b));
  latestDays.set(state, latest);
  return latest;
}

/** Days left out are filled in: valid as of what was known, known as of the newest report. */
export function completeQuestion(
  state: State,
  question: SituationQuestion,
): SituationQuestion & { validAt: string; knownAt: string } {
  checkDays(question);
  const latest = latestDay(state) ?? question.knownAt ?? question.validAt;
  if (latest === undefined) {
    throw new UserError('the ledger holds no report yet, so there is no day to ask about', {
      hint: 'Read some reports first (demarche read PATH), or give --valid-at.',
    });
  }
  const knownAt =
    question.knownAt ??
    (question.validAt !== undefined && question.validAt > latest ? question.validAt : latest);
  return { ...question, knownAt, validAt: question.validAt ?? knownAt };
}

/** What the rules make of the ledger, at a day, from what was known by a day. */
export function situationOf(session: Session, state: State, question: SituationQuestion = {}): Situation {
  return situate(state, session.playbook(), completeQuestion(state, question));
}
