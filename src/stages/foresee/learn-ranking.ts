import type { ActorTraits, History } from '../../model/forecast.ts';
import type { Examples } from './examples.ts';
import { fitScorecard } from './fit-scorecard.ts';
import type { Scorecard } from './fit-scorecard.ts';
import { fitTrees } from './fit-trees.ts';
import type { RankingModel } from './score-objects.ts';
import { Sweep } from './sweep.ts';

export interface RankingSettings {
  readonly seed?: number;
  /** Questions to fit the scorecard and the trees on, about. */
  readonly cardQuestions?: number;
  readonly treeQuestions?: number;
  readonly trees?: number;
  readonly treeRate?: number;
  readonly shortlist?: number;
}

export const RANKING_DEFAULTS = {
  seed: 1,
  cardQuestions: 7000,
  treeQuestions: 12_000,
  trees: 100,
  treeRate: 0.15,
  shortlist: 48,
} as const;

/** Which days serve what: the earliest only fill the past, the next fit the scorecard, the last grow the trees. */
export interface Plan {
  readonly cardFrom: number;
  readonly treesFrom: number;
  readonly until: number;
  readonly cardShare: number;
  readonly treeShare: number;
}

/** Of the questions of a day, about this many are left when same subject and relation are taken as one. */
const DISTINCT = 0.75;

/** Cuts the first `until` day slices of the sweep. */
export function planLearning(
  slices: readonly { readonly from: number; readonly until: number }[],
  settings: Required<RankingSettings>,
): Plan {
  const until = slices.length;
  const cardFrom = Math.floor(until * 0.35);
  const treesFrom = Math.floor(until * 0.65);
  const moves = (from: number, to: number): number =>
    slices.slice(from, to).reduce((sum, slice) => sum + slice.until - slice.from, 0) * DISTINCT + 1;
  return {
    cardFrom,
    treesFrom,
    until,
    cardShare: Math.min(1, settings.cardQuestions / moves(cardFrom, treesFrom)),
    treeShare: Math.min(1, settings.treeQuestions / moves(treesFrom, until)),
  };
}

/** Learns from the mirrored moves before day `before`; gives the sweep as well, standing at that day. */
export function learnRanking(
  mirrored: History,
  traits: ActorTraits,
  before: number,
  settings: RankingSettings = {},
): { readonly model: RankingModel; readonly sweep: Sweep } {
  // prettier-ignore
  const all = { ...RANKING_DEFAULTS, ...settings };
  const sweep = new Sweep(mirrored, traits, { seed: all.seed, owns: () => true, shortlist: all.shortlist });
  const plan = planLearning(
    sweep.slices.filter((slice) => slice.day < before),
    all,
  );
  sweep.pass(plan.cardFrom);
  const card = fitCard(sweep.sample(plan.treesFrom, plan.cardShare), mirrored.relationCount);
  const trees = growTrees(sweep.shortlisted(plan.until, plan.treeShare, card), all);
  return { model: { card, trees, shortlist: all.shortlist }, sweep };
}

export const fitCard = (examples: Examples, relationCount: number): Scorecard =>
  fitScorecard(examples, relationCount, { epochs: 6 });

export const growTrees = (examples: Examples, settings: Required<RankingSettings>): RankingModel['trees'] =>
  fitTrees(examples, { trees: settings.trees, rate: settings.treeRate, seed: settings.seed });
