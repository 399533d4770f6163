import type { AskedFact } from '../../src/stages/foresee/ask-windows.ts';
import { factsToAsk, WindowAsker } from '../../src/stages/foresee/ask-windows.ts';
import { FactDays } from '../../src/stages/foresee/fact-days.ts';
import { fitOddsTrees } from '../../src/stages/foresee/fit-odds-trees.ts';
import { fitSteps } from '../../src/stages/foresee/fit-steps.ts';
import { mirror } from '../../src/stages/foresee/mirror.ts';
import { scoreForecasts, skill } from '../../src/stages/foresee/score-forecasts.ts';
import type { ForecastScore, Scored } from '../../src/stages/foresee/score-forecasts.ts';
import type { StepCard } from '../../src/stages/foresee/step-card.ts';
import { logOdds, toProbability } from '../../src/stages/foresee/step-card.ts';
import { Sweep } from '../../src/stages/foresee/sweep.ts';
import { treePoints } from '../../src/stages/foresee/trees.ts';
import type { Tree } from '../../src/stages/foresee/trees.ts';
import { RISING_TERMS, WINDOW_TERM_COUNT, WINDOW_TERMS } from '../../src/stages/foresee/window-terms.ts';
import type { BenchmarkSet } from './load-set.ts';

export interface WindowFigures {
  readonly score: ForecastScore;
  readonly references: Readonly<Record<string, ForecastScore>>;
  readonly skill: number;
}

export interface WindowSettings {
  readonly length: number;
  /** First and last day asked. */
  readonly from: number;
  readonly until: number;
  /** Facts seen on at least so many days before `poolBefore` are asked about. */
  readonly least: number;
  readonly poolBefore: number;
  readonly only?: (subject: number, object: number) => boolean;
}

interface Answer {
  readonly asked: AskedFact;
  readonly probability: number;
  /** By the card's named terms alone, without trees. */
  readonly byCard: number;
  readonly climatology: number;
  /** The same, counted up to the day the facts were chosen on. */
  readonly frozenClimatology: number;
  readonly yesterday: boolean;
  readonly held: boolean;
}

/** Every so many days a day of the past is asked about, to fit the card. */
const STEP = 3;
const FIRST_SHARE = 0.45;

/** Fits on windows that close before the first day asked; then asks each day of the stretch. */
export function answersFor(set: BenchmarkSet, settings: WindowSettings): readonly Answer[] {
  const mirrored = mirror(set.history);
  const half = set.history.relationCount;
  const sweep = new Sweep(mirrored, set.traits, {
    seed: 1,
    owns: (relation) => relation < half,
    shortlist: 1,
  });
  const days = new FactDays(sweep.past);
  const asker = new WindowAsker(sweep.past, sweep.counts, days, settings.length);
  const learned = { values: new Array<Float32Array>(), held: new Array<number>() };
  const firstDay = mirrored.day[0];
  const startDay = firstDay + Math.floor((settings.from - firstDay) * FIRST_SHARE);
  const delay = settings.from - settings.poolBefore;
  for (let day = startDay; day + settings.length <= settings.from; day += STEP) {
    sweep.pass(sliceBefore(sweep, day));
    // As at the test, the facts were chosen some days before they are asked about.
    const chosenBefore = day - delay - ((day * 7) % (settings.until - settings.from + 1));
    const asked = factsToAsk(sweep.past, days, chosenBefore, settings.least).filter(
      ({ relation }) => relation < half,
    );
    learned.values.push(asker.terms(asked, day));
    for (const { fact } of asked) learned.held.push(Number(days.happened(fact, day, day + settings.length)));
  }
  const rows = { values: joined(learned.values), held: Uint8Array.from(learned.held) };
  return askAll({ sweep, days, asker, half }, learnOdds(rows), settings);
}

/** Log-odds by the card alone, and with what trees add to it. */
interface Odds {
  readonly card: StepCard;
  readonly trees: readonly Tree[];
}

/** Chosen on the validation days: few passes for the card, then trees that may not ask for the rising terms. */
function learnOdds({ values, held }: { readonly values: Float32Array; readonly held: Uint8Array }): Odds {
  const card = fitSteps({ terms: WINDOW_TERMS, values, held }, { rising: RISING_TERMS, passes: 3 });
  const odds = Float64Array.from(held, (_, i) => logOdds(card, values, i * WINDOW_TERM_COUNT));
  const barred = RISING_TERMS.map((term) => WINDOW_TERMS.indexOf(term));
  return { card, trees: fitOddsTrees(values, held, odds, { trees: 200, leaves: 16, rate: 0.05, barred }) };
}

interface Asking {
  readonly sweep: Sweep;
  readonly days: FactDays;
  readonly asker: WindowAsker;
  readonly half: number;
}

function askAll(
  { sweep, days, asker, half }: Asking,
  odds: Odds,
  settings: WindowSettings,
): readonly Answer[] {
  const answers: Answer[] = [];
  const firstDay = sweep.past.history.day[0];
  for (let day = settings.from; day <= settings.until; day++) {
    sweep.pass(sliceBefore(sweep, day));
    const asked = factsToAsk(sweep.past, days, settings.poolBefore, settings.least).filter(
      ({ relation }) => relation < half,
    );
    const rows = asker.terms(asked, day);
    asked.forEach((each, i) => {
      const at = i * WINDOW_TERM_COUNT;
      const byCard = logOdds(odds.card, rows, at);
      answers.push({
        asked: each,
        probability: toProbability(byCard + treePoints(odds.trees, rows, at)),
        byCard: toProbability(byCard),
        climatology: rows[at],
        frozenClimatology:
          days.windowsHit(each.fact, firstDay, settings.poolBefore, settings.length) /
          (settings.poolBefore - settings.length + 1 - firstDay),
        yesterday: days.happened(each.fact, day - settings.length, day),
        held: days.happened(each.fact, day, day + settings.length),
      });
    });
  }
  return answers;
}

const sliceBefore = (sweep: Sweep, day: number): number => {
  const found = sweep.slices.findIndex((slice) => slice.day >= day);
  return found < 0 ? sweep.slices.length : found;
};

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Scores the answers beside the plain references on the same questions. */
export function scoreAnswers(answers: readonly Answer[]): WindowFigures {
  const by = (probability: (each: Answer) => number): ForecastScore =>
    scoreForecasts(answers.map((each): Scored => ({ probability: probability(each), held: each.held })));
  const share = answers.filter(({ held }) => held).length / Math.max(1, answers.length);
  const score = by(({ probability }) => probability);
  const climatology = by((each) => each.climatology);
  const references = {
    climatology,
    'global rate': by(() => share),
    'frozen climatology': by((each) => each.frozenClimatology),
    'card alone': by((each) => each.byCard),
    persistence: by(({ yesterday }) => Number(yesterday)),
  };
  return { score, references, skill: skill(score.brier, climatology.brier) };
}
