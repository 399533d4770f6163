import type { ClauseModel } from '../../src/model/lexicon-conditions.ts';
import { PLACES } from '../../src/stages/extract/conditions/clause-chains.ts';
import { addPairFeatures } from '../../src/stages/extract/conditions/clause-pair-features.ts';
import type { ClauseView } from '../../src/stages/extract/conditions/clause-view.ts';
import { labelClauses } from '../../src/stages/extract/conditions/label-clauses.ts';
import type { ClausePair } from '../../src/stages/extract/conditions/label-clauses.ts';
import type { Stretch } from '../../src/stages/extract/conditions/stretch.ts';
import { FeatureList } from '../../src/stages/extract/statements/hashed-features.ts';
import type { ClauseExample } from './clause-examples.ts';
import { shuffled } from './shuffle.ts';

type Side = 'protasis' | 'apodosis';

const isSpelt = (view: ClauseView, i: number): boolean => /[\p{L}\p{N}]/u.test(view.words[i]);

/** Words of one side by the gold; those of the other side do not count. */
function goldWords({ view, places }: ClauseExample, side: Side): ReadonlySet<number> {
  return new Set(places.flatMap((place, i) => (PLACES[place].part === side && isSpelt(view, i) ? [i] : [])));
}

function foundWords(
  view: ClauseView,
  stretch: Stretch | undefined,
  other: Stretch | undefined,
): ReadonlySet<number> {
  const found = new Set<number>();
  if (stretch === undefined) return found;
  for (let t = stretch.first; t <= stretch.last; t++) {
    const isOther = other !== undefined && t >= other.first && t <= other.last;
    if (!isOther && isSpelt(view, t - view.from)) found.add(t - view.from);
  }
  return found;
}

function sameShare(found: ReadonlySet<number>, gold: ReadonlySet<number>): number {
  if (found.size + gold.size === 0) return 1;
  return (2 * [...found].filter((i) => gold.has(i)).length) / (found.size + gold.size);
}

/** How good a way is: words in common with the gold; where a connective is given, mostly whether they are the same. */
function gainOf(example: ClauseExample, pair: ClausePair): number {
  const { view } = example;
  const sides: readonly (readonly [Side, Stretch | undefined, Stretch | undefined])[] = [
    ['protasis', pair.protasis, undefined],
    ['apodosis', pair.apodosis, pair.protasis],
  ];
  const gains = sides.map(([side, stretch, other]) => {
    const share = sameShare(foundWords(view, stretch, other), goldWords(example, side));
    return view.anchored ? 0.8 * (share === 1 ? 1 : 0) + 0.2 * share : share;
  });
  return (gains[0] + gains[1]) / 2;
}

/** The ways of one text, their features and what each is worth. */
export interface Contest {
  /** Whether the connective was given. */
  readonly isGiven: boolean;
  readonly slots: readonly Int32Array[];
  readonly logs: readonly number[];
  readonly gains: readonly number[];
}

/** The likeliest ways of a text by a labeller that has not seen it. */
export function toContest(
  example: ClauseExample,
  model: Pick<ClauseModel, 'word' | 'gap' | 'order'>,
  slots: number,
): Contest {
  const { view } = example;
  const first = view.from + example.places.findIndex((place) => PLACES[place].part === 'protasis');
  const reach = Math.min(view.from + view.cue.at + 1, view.from + view.count - 1);
  const pairs = labelClauses(
    view,
    model,
    view.anchored ? { best: 10, bounds: { first, reach } } : { best: 40 },
  );
  const list = new FeatureList();
  return {
    isGiven: view.anchored,
    slots: pairs.map((pair) => {
      list.clear();
      addPairFeatures(view, pair, list);
      return list.hashes.slice(0, list.count).map((hash) => hash & (slots - 1));
    }),
    logs: pairs.map((pair) => pair.log - pairs[0].log),
    gains: pairs.map((pair) => gainOf(example, pair)),
  };
}

export interface PairSettings {
  readonly rounds: number;
  readonly rate: number;
  readonly pull: number;
  readonly slots: number;
}

/** Shares of the ways by their weights. */
function sharesOf({ slots, logs }: Contest, weights: Float64Array, trust: number): readonly number[] {
  const scores = slots.map((own, i) => own.reduce((sum, slot) => sum + weights[slot], trust * logs[i]));
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const total = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / total);
}

/** Learns to weigh whole ways: the logarithm of the expected gain, by AdaGrad with a pull towards zero. */
export function learnPairs(
  contests: readonly Contest[],
  { rounds, rate, pull, slots }: PairSettings,
  report: (line: string) => void,
): { readonly weights: Float64Array; readonly trust: number } {
  const weights = new Float64Array(slots);
  const squares = new Float64Array(slots).fill(0.01);
  let trust = 1;
  let trustSquares = 10;
  for (let round = 0; round < rounds; round++) {
    let loss = 0;
    for (const contest of shuffled(contests, round)) {
      const shares = sharesOf(contest, weights, trust);
      const gain = shares.reduce((sum, share, i) => sum + share * contest.gains[i], 0);
      if (gain < 1e-6) continue;
      loss -= Math.log(gain);
      const slopes = new Map<number, number>();
      let slopeOfTrust = 0;
      for (const [i, share] of shares.entries()) {
        const by = share - (share * contest.gains[i]) / gain;
        slopeOfTrust += by * contest.logs[i];
        for (const slot of contest.slots[i]) slopes.set(slot, (slopes.get(slot) ?? 0) + by);
      }
      for (const [slot, by] of slopes) {
        if (Math.abs(by) < 1e-5) continue;
        const slope = by + pull * weights[slot];
        squares[slot] += slope * slope;
        weights[slot] -= (rate * slope) / Math.sqrt(squares[slot]);
      }
      trustSquares += slopeOfTrust * slopeOfTrust;
      trust -= (rate * slopeOfTrust) / Math.sqrt(trustSquares);
    }
    report(
      `pairs, round ${round + 1}: mean loss ${(loss / contests.length).toFixed(4)}, trust ${trust.toFixed(3)}`,
    );
  }
  return { weights, trust };
}
