import type { ForecastRule, ForecastTerm, MoveForecast } from '../../model/forecast.ts';
import { ReactionCounter } from './count-reactions.ts';
import type { FiredReaction } from './count-reactions.ts';
import type { DeedQuestion } from './deed-terms.ts';
import { DEED_TERMS } from './deed-terms.ts';
import type { Logistic } from './fit-logistic.ts';
import { oddsOf } from './fit-logistic.ts';
import type { DeedModel, DeedRow } from './learn-deeds.ts';
import { deedRows } from './learn-deeds.ts';
import type { MoveBook } from './move-book.ts';
import { fromDayNumber } from './move-book.ts';

/** Width of the interval in standard errors: eight in ten. */
const EIGHT_IN_TEN = 1.2816;
const RULES_TERM = DEED_TERMS.indexOf('rules');

const toChance = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Probabilities of deeds in the window that begins on the morning of `day`, likeliest first. */
export function forecastDeeds(
  book: MoveBook,
  model: DeedModel,
  questions: readonly DeedQuestion[],
  day: number,
): readonly MoveForecast[] {
  const counter = new ReactionCounter(book, model.length);
  const rows = deedRows(book, counter, questions, day, model.length);
  return rows
    .map((row) => toForecast(row, model, day))
    .sort((a, b) => b.probability - a.probability || (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ actor, target, type }: MoveForecast): string => `${actor}|${target}|${type}`;

function toForecast(
  { question, values, fired, climatology }: DeedRow,
  model: DeedModel,
  day: number,
): MoveForecast {
  const { odds, error } = oddsOf(model.logistic, values);
  return {
    ...question,
    from: fromDayNumber(day),
    until: fromDayNumber(day + model.length - 1),
    probability: toChance(odds),
    interval: [toChance(odds - EIGHT_IN_TEN * error), toChance(odds + EIGHT_IN_TEN * error)],
    climatology,
    base: model.logistic.base,
    terms: termsOf(model.logistic, values),
    rules:
      model.logistic.weights[RULES_TERM] > 0 ? fired.map((each) => toRule(each, question, model.length)) : [],
  };
}

/** Terms that say anything, the strongest first. Base and points add up to the log-odds. */
function termsOf({ terms, weights }: Logistic, values: readonly number[]): readonly ForecastTerm[] {
  return terms
    .map((name, k) => ({ name, value: values[k], weight: weights[k], points: weights[k] * values[k] }))
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

function toRule(
  { reaction, firedBy, confidence }: FiredReaction,
  { actor, target }: DeedQuestion,
  length: number,
): ForecastRule {
  const { body, direction, head, held, tried, cases } = reaction;
  const [by, to] = direction === 'same' ? [actor, target] : [target, actor];
  const whom = (who: string): string => (who === '*' ? '' : ` towards ${who}`);
  return {
    id: `${direction}:${body}>${head}`,
    words: `after a ${body} by ${by}${whom(to)}, ${actor} made a ${head}${whom(target)} within ${length} days; so it went in ${held} of ${tried} cases of any pair`,
    held,
    tried,
    confidence,
    firedBy: [firedBy],
    cases,
  };
}

/** The log-odds that base and named terms add up to. */
export const oddsFromTerms = ({ base, terms }: Pick<MoveForecast, 'base' | 'terms'>): number =>
  terms.reduce((sum, { points }) => sum + points, base);

/** The probability as it would be without one of the rules set off. */
export function withoutRule(row: DeedRow, model: DeedModel, ruleId: string): number {
  const { question, values, fired } = row;
  const kept = fired.filter(
    ({ reaction }) => `${reaction.direction}:${reaction.body}>${question.type}` !== ruleId,
  );
  const changed = values.map((value, k) =>
    k === RULES_TERM ? kept.reduce((sum, { lift }) => sum + lift, 0) : value,
  );
  return toChance(oddsOf(model.logistic, changed).odds);
}
