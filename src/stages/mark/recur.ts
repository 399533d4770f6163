import type { Network } from './network.ts';
import type { Floats, Run } from './kernel.ts';
import { recurrenceModule } from './recurrence-code.ts';

/** One direction of one layer over the tokens from `first` on, backward where the step is -1. */
interface Pass {
  readonly layer: number;
  readonly step: 1 | -1;
  readonly first: number;
  readonly count: number;
}

/** Runs a network's recurrent layers: all matrix products of a batch at once, then an elementwise recurrence. */
export class Encoder {
  private readonly network: Network;
  private readonly run: Run;
  private readonly cell: Floats;

  constructor(network: Network) {
    this.network = network;
    this.run = network.kernel.compile(recurrenceModule(network.sizes.hidden));
    this.cell = network.kernel.take(network.sizes.hidden);
  }

  /**
   * Runs one direction of a simple recurrent unit (Lei et al. 2018, https://arxiv.org/abs/1709.02755) over a sentence:
   * the candidates and gates of all its tokens are already there as matrix products.
   */
  private recur({ layer, step, first, count }: Pass): void {
    const { network } = this;
    const width = 4 * network.sizes.hidden;
    const side = step === 1 ? 0 : 1;
    const inputWidth = layer === 0 ? width : 2 * width;
    this.cell.data.fill(0);
    this.run(
      network.gates[layer].at + (6 * first + 3 * side) * width,
      network.values[layer].at + first * inputWidth + (layer === 0 ? 0 : side * width),
      network.values[layer + 1].at + (2 * first + side) * width,
      network.weight(`b${layer}`).at + 3 * side * width,
      network.weight(`v${layer}`).at + 2 * side * width,
      this.cell.at,
      6 * width * step,
      inputWidth * step,
      2 * width * step,
      count,
    );
  }

  /**
   * Runs all layers over tokens whose even word vectors lie in `values[0]`, and the products with them in `gates[0]`
   * (see `FirstLayer`); `starts` are sentence starts and the end.
   */
  encode(starts: ArrayLike<number>): void {
    const { network } = this;
    const { hidden, layers } = network.sizes;
    const tokens = starts[starts.length - 1];
    for (let layer = 0; layer < layers; layer++) {
      if (layer > 0)
        network.project(network.values[layer], `w${layer}`, network.gates[layer], tokens, 2 * hidden);
      for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
        const count = starts[sentence + 1] - starts[sentence];
        if (count === 0) continue;
        this.recur({ layer, step: 1, first: starts[sentence], count });
        this.recur({ layer, step: -1, first: starts[sentence + 1] - 1, count });
      }
      network.even(network.values[layer + 1], 2 * hidden, tokens);
    }
  }
}
