import type { Playbook } from '../../../model/playbook.ts';
import type { Sensitivity } from '../../../model/scenario.ts';
import { toEstimate, valueOf } from './estimate.ts';
import type { FittedDynamics } from './fit-dynamics.ts';
import { playRuns } from './play-runs.ts';
import type { RunTally } from './play-runs.ts';
import type { PreparedPlay } from './prepared-play.ts';
import { withJudgement, withoutResponse, withoutRestraint } from './take-away.ts';

const ends = (values: readonly number[]): readonly [number, number] => [
  Math.min(...values),
  Math.max(...values),
];

function ofJudgements(play: PreparedPlay, runs: number, playbook: Playbook): readonly Sensitivity[] {
  const levers = new Map(playbook.levers.map(({ id, name }) => [id, name]));
  return play.steps.flatMap((step, s) => {
    if (step.effects.length === 0) return [];
    const [low, high] = [0, 1].map((end) => playRuns(withJudgement(play, s, end === 0 ? 0 : 1), 0, runs));
    const ranges = step.effects.map((one) => `${one.low} to ${one.high}`).join(', ');
    return play.outcomes.map(({ id }, o) => {
      const [least, most] = ends([valueOf(play, low, o), valueOf(play, high, o)]);
      const says = `judged effect of "${levers.get(step.lever) ?? step.lever}": factor ${ranges}`;
      return { assumption: `judgement:${s + 1}:${step.lever}`, says, outcome: id, low: least, high: most };
    });
  });
}

function ofRules(
  play: PreparedPlay,
  fitted: FittedDynamics,
  tally: RunTally,
  runs: number,
): readonly Sensitivity[] {
  const { restraints, responses } = fitted.dynamics;
  const variants = [
    ...restraints.map(({ id, name }, r) => ({
      id,
      says: `whether "${name}" restrains`,
      play: withoutRestraint(play, r),
    })),
    ...responses.map(({ id, name }, r) => ({
      id,
      says: `whether "${name}" is made`,
      play: withoutResponse(play, r),
    })),
  ];
  const base = playRuns(play, 0, runs);
  return variants.flatMap((variant) => {
    const without = playRuns(variant.play, 0, runs);
    return play.outcomes.map(({ id }, o) => {
      const value = valueOf(play, tally, o);
      const [low, high] = ends([value, value + valueOf(play, without, o) - valueOf(play, base, o)]);
      return { assumption: variant.id, says: variant.says, outcome: id, low, high };
    });
  });
}

/** Which assumption moves each outcome how far, each alone to its ends; the widest first within an outcome. */
export function findSensitivity(
  play: PreparedPlay,
  tally: RunTally,
  { fitted, playbook }: { readonly fitted: FittedDynamics; readonly playbook: Playbook },
  runs: number,
): readonly Sensitivity[] {
  const plain = play.outcomes.flatMap(({ id }, o): readonly Sensitivity[] => {
    const { fromHypotheses, fromParameters } = toEstimate(play, tally, o);
    return [
      {
        assumption: 'hypotheses',
        says: 'which theory of motive is held, all weight on one',
        outcome: id,
        low: fromHypotheses[0],
        high: fromHypotheses[1],
      },
      {
        assumption: 'parameters',
        says: 'the doubt of the fitted rates, eight in ten',
        outcome: id,
        low: fromParameters[0],
        high: fromParameters[1],
      },
    ];
  });
  const all = [...plain, ...ofJudgements(play, runs, playbook), ...ofRules(play, fitted, tally, runs)];
  const order = new Map(play.outcomes.map(({ id }, o) => [id, o]));
  return all.sort(
    (a, b) => (order.get(a.outcome) ?? 0) - (order.get(b.outcome) ?? 0) || b.high - b.low - (a.high - a.low),
  );
}
