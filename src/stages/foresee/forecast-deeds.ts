import type { ForecastRule, ForecastTerm, MoveForecast } from '../../model/forecast.ts';
import { FAMILIES, familyOf, ReactionCounter } from './count-reactions.ts';
import type { FiredReaction, Reaction } from './count-reactions.ts';
import type { DeedQuestion, DeedTerm } from './deed-terms.ts';
import { DEED_TERMS, liftOf } from './deed-terms.ts';
import type { Logistic } from './fit-logistic.ts';
import { oddsOf } from './fit-logistic.ts';
import type { DeedModel, DeedRow } from './learn-deeds.ts';
import { deedRows } from './learn-deeds.ts';
import type { MoveBook } from './move-book.ts';
import { fromDayNumber } from './move-book.ts';
import type { Direction } from './recent-moves.ts';

/** Width of the interval in standard errors: eight in ten. */
const EIGHT_IN_TEN = 1.2816;
const weightOf = ({ weights }: Logistic, term: DeedTerm): number => weights[DEED_TERMS.indexOf(term)];

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
    rules: rulesOf(fired, model.logistic).map((each) => toRule(each, question, model.length)),
  };
}

/** Rules whose family counts, the one that raises the odds most first. */
function rulesOf(fired: readonly FiredReaction[], logistic: Logistic): readonly FiredReaction[] {
  const points = ({ trigger, lift }: FiredReaction): number =>
    lift * weightOf(logistic, familyOf(trigger.direction));
  return fired.filter((each) => points(each) > 0).sort((a, b) => points(b) - points(a));
}

/** Terms that say anything, the strongest first. Base and points add up to the log-odds. */
function termsOf({ terms, weights }: Logistic, values: readonly number[]): readonly ForecastTerm[] {
  return terms
    .map((name, k) => ({ name, value: values[k], weight: weights[k], points: weights[k] * values[k] }))
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

function toRule(
  { reaction, trigger, confidence }: FiredReaction,
  { actor, target }: DeedQuestion,
  length: number,
): ForecastRule {
  const { head, held, tried, cases } = reaction;
  const whom = target === '*' ? '' : ` towards ${target}`;
  return {
    id: ruleId(reaction),
    words: `after ${trigger.words} came ${head} by ${actor}${whom} within ${length} days; so it went in ${held} of ${tried} ${LIKE[reaction.direction]}`,
    held,
    tried,
    confidence,
    firedBy: trigger.by,
    cases,
  };
}

/** What the cases of a rule have in common with this one. */
const LIKE: Readonly<Record<Direction, string>> = {
  same: 'cases of any pair',
  back: 'cases of any pair',
  onward: 'cases of any three, passed on to a third',
  outward: 'cases of any two, passed on to nobody in particular',
  through: 'cases of any three, in two steps',
};

const ruleId = ({ direction, body, head }: Reaction): string => `${direction}:${body}>${head}`;

/** The log-odds that base and named terms add up to. */
export const oddsFromTerms = ({ base, terms }: Pick<MoveForecast, 'base' | 'terms'>): number =>
  terms.reduce((sum, { points }) => sum + points, base);

/** The probability as it would be without one of the rules set off. */
export function withoutRule(row: DeedRow, model: DeedModel, without: string): number {
  const { values, fired } = row;
  const kept = fired.filter(({ reaction }) => ruleId(reaction) !== without);
  const lifts = new Map<string, number>(FAMILIES.map((family) => [family, liftOf(kept, family)]));
  const changed = values.map((value, k) => lifts.get(DEED_TERMS[k]) ?? value);
  return toChance(oddsOf(model.logistic, changed).odds);
}
