import type { BaseRate } from './base-rates.ts';
import type { LikelihoodRow } from './measure-outcomes.ts';
import type { Recovered } from './recover.ts';
import type { Rescaled } from './rescale-sampler.ts';
import type { OutcomeScore, Reliability } from './score-outcomes.ts';

export interface Measured {
  readonly figures: Readonly<Record<string, number>>;
  readonly recovered: readonly Recovered[];
  readonly rescaled: Rescaled;
  readonly scores: readonly OutcomeScore[];
  readonly likelihood: readonly LikelihoodRow[];
  readonly reliability: readonly { readonly days: number; readonly rows: readonly Reliability[] }[];
  readonly baseRates: readonly BaseRate[];
  readonly withTable: boolean;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const percent = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)} %`;

const ofScores = (scores: readonly OutcomeScore[]): string =>
  table(
    [
      'outcome',
      'days',
      'starts',
      'said',
      'came',
      'error',
      'climatology',
      'best simple',
      'skill',
      'over best simple',
      'calibrated',
    ],
    scores.map((one) => [
      one.outcome.replace('outcome.', ''),
      String(one.days),
      String(one.starts),
      one.expected.toFixed(2),
      one.came.toFixed(2),
      one.error.toFixed(3),
      one.climatology.toFixed(3),
      one.bestSimple.toFixed(3),
      percent(one.overClimatology),
      percent(one.overBestSimple),
      one.calibrated ? 'yes' : 'no',
    ]),
  );

const ofReliability = ({ days, rows }: Measured['reliability'][number]): string =>
  `Reliability at ${days} days, all outcomes of the kind "at least one":\n\n${table(
    ['probability', 'said', 'came', 'count'],
    rows.map(({ from, said, came, count }) => [
      `${from.toFixed(1)}–${(from + 0.2).toFixed(1)}`,
      said.toFixed(3),
      came.toFixed(3),
      String(count),
    ]),
  )}`;

function ofChecks({ figures, recovered, rescaled, withTable }: Measured): string {
  const launch = withTable ? figures['launch30.brier'].toFixed(4) : 'not measured (no table)';
  return [
    `- A launch within 30 days, 309 weekly questions, walk-forward, by runs of the engine: Brier ${launch} (reach ≤ 0.183).`,
    `- Recovery from simulated days: greatest error ${figures['recovery.maxError'].toFixed(2)} standard errors (${recovered
      .map(
        ({ name, truth, fit, error }) =>
          `${name} ${fit.toFixed(2)} for ${truth.toFixed(2)} ± ${error.toFixed(2)}`,
      )
      .join('; ')}).`,
    `- Time rescaling, one run of 30,000 days against the law it is drawn from: p = ${rescaled.sampler.p.toFixed(3)} over ${rescaled.sampler.moves} moves.`,
    `- Time rescaling, the record against the law fitted to it (first hypothesis): ${rescaled.record
      .map(({ stream, p, moves }) => `${stream} p = ${p.toFixed(3)} (${moves})`)
      .join(', ')}.`,
    `- Outcomes whose mean was right within its 95 % interval: ${Math.round(100 * figures['outcomes.calibrated'])} %.`,
  ].join('\n');
}

const ofLikelihood = (rows: readonly LikelihoodRow[]): string =>
  table(
    [
      'hypothesis',
      'walk-forward log-likelihood, years 2014 to 2022',
      'in sample, to December 2022 (days weighted by age)',
    ],
    rows.map(({ hypothesis, walkForward, inSample }) => [
      hypothesis.replace('hypothesis.', ''),
      walkForward.toFixed(1),
      inSample.toFixed(1),
    ]),
  );

const ofBaseRates = (rows: readonly BaseRate[]): string =>
  `A scenario without a course from 2021-03-26 over 180 days, beside the record's own stretches of that length:\n\n${table(
    ['outcome', 'played', 'record', 'its 95 % interval', 'agrees'],
    rows.map(({ outcome, played, history, interval, agrees }) => [
      outcome.replace('outcome.', ''),
      played.toFixed(2),
      history.toFixed(2),
      `${interval[0].toFixed(2)} to ${interval[1].toFixed(2)}`,
      agrees ? 'yes' : 'no',
    ]),
  )}`;

/** Everything measured, as Markdown. */
export const toTables = (measured: Measured): string =>
  [
    ofChecks(measured),
    ofScores(measured.scores),
    ...measured.reliability.map(ofReliability),
    ofBaseRates(measured.baseRates),
    ofLikelihood(measured.likelihood),
  ].join('\n\n');
