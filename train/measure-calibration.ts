import type { Marker } from '../src/playbook/marker.ts';
import { CURVE_POINTS, placeOf, STEPS } from '../src/stages/mark/calibrate.ts';
import type { Sentence } from './read-conllu.ts';
import { DEPREL } from '../src/model/marks.ts';
import { markGold } from '../eval/syntax/score.ts';

/** How often tags, and heads with labels, were right, by the share that the network gave them. */
export interface Curves {
  readonly tagCurve: Float32Array;
  readonly arcCurve: Float32Array;
}

/** Weight of the share itself, as a number of tokens, in bins where few were seen. */
const PRIOR = 10;

class Bins {
  private readonly right = new Float64Array(CURVE_POINTS);
  private readonly seen = new Float64Array(CURVE_POINTS);
  private readonly share = new Float64Array(CURVE_POINTS);

  add(share: number, right: boolean): void {
    const bin = Math.min(Math.round(placeOf(share)), CURVE_POINTS - 1);
    this.seen[bin]++;
    this.share[bin] += share;
    if (right) this.right[bin]++;
  }

  /** Never falling: neighbours that would fall are pooled (isotonic regression). */
  curve(): Float32Array {
    const curve = Float32Array.from(this.seen, (seen, bin) => {
      const middle = 1 - 2 ** (-bin / STEPS);
      return (this.right[bin] + PRIOR * middle) / (seen + PRIOR);
    });
    for (let bin = 1; bin < curve.length; bin++) {
      for (let before = bin; before > 0 && curve[before] < curve[before - 1]; before--) {
        const weights = [this.seen[before - 1] + PRIOR, this.seen[before] + PRIOR];
        const pooled =
          (curve[before - 1] * weights[0] + curve[before] * weights[1]) / (weights[0] + weights[1]);
        curve[before - 1] = pooled;
        curve[before] = pooled;
      }
    }
    return curve;
  }
}

const universal = (deprel: number): string => DEPREL[deprel].replace(/:.*$/u, '');

/** Measures both curves on sentences that were not learnt from; the marker's own curves must be the identity. */
export const measureCalibration = (marker: Marker, sentences: readonly Sentence[]): Curves => {
  const tags = new Bins();
  const arcs = new Bins();
  for (const sentence of sentences) {
    const marks = markGold(sentence, marker);
    for (let token = 0; token < marks.tokenCount; token++) {
      tags.add(marks.tagProbability[token], marks.upos[token] === sentence.upos[token]);
      const right =
        marks.head[token] === sentence.head[token] &&
        universal(marks.deprel[token]) === universal(sentence.deprel[token]);
      arcs.add(marks.arcProbability[token], right);
    }
  }
  return { tagCurve: tags.curve(), arcCurve: arcs.curve() };
};

/** The curve that leaves every share as it is. */
export const identityCurve = (): Float32Array =>
  Float32Array.from({ length: CURVE_POINTS }, (_, at) => 1 - 2 ** (-at / STEPS));
