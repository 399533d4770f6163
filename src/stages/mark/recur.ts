import { squash } from './network.ts';
import type { Network } from './network.ts';

/**
 * Runs one direction of a simple recurrent unit (Lei et al. 2018, https://arxiv.org/abs/1709.02755) over the tokens
 * `first` to `last` of one sentence: the candidates and gates of all tokens are already there as matrix products.
 */
const recurOneWay = (
  network: Network,
  layer: number,
  backward: boolean,
  first: number,
  last: number,
): void => {
  const hidden = network.sizes.hidden;
  const gates = network.gates[layer].data;
  const input = network.values[layer].data;
  const output = network.values[layer + 1].data;
  const bias = network.weight(`b${layer}`).data;
  const memory = network.weight(`v${layer}`).data;
  const inputWidth = layer === 0 ? hidden : 2 * hidden;
  const inputOffset = layer === 0 || !backward ? 0 : hidden;
  const side = backward ? 1 : 0;
  const cell = new Float32Array(hidden);
  const step = backward ? -1 : 1;
  for (let token = backward ? last : first; token >= first && token <= last; token += step) {
    const at = token * 6 * hidden + side * 3 * hidden;
    const from = token * inputWidth + inputOffset;
    const to = token * 2 * hidden + side * hidden;
    for (let unit = 0; unit < hidden; unit++) {
      const before = cell[unit];
      const b = side * 3 * hidden + unit;
      const v = side * 2 * hidden + unit;
      const forget =
        0.5 + 0.5 * squash(0.5 * (gates[at + hidden + unit] + bias[b + hidden] + memory[v] * before));
      const reset =
        0.5 +
        0.5 *
          squash(0.5 * (gates[at + 2 * hidden + unit] + bias[b + 2 * hidden] + memory[v + hidden] * before));
      const candidate = gates[at + unit] + bias[b];
      const now = candidate + forget * (before - candidate);
      cell[unit] = now;
      const passed = input[from + unit];
      output[to + unit] = passed + reset * (now - passed);
    }
  }
};

const EVEN = 1e-6;

/** Brings each row to a mean square of one (Zhang & Sennrich 2019); the divisors go into `scales` where given. */
export const normalize = (data: Float32Array, width: number, rows: number, scales?: Float32Array): void => {
  for (let row = 0; row < rows; row++) {
    const at = row * width;
    let square = 0;
    for (let unit = 0; unit < width; unit++) square += data[at + unit] * data[at + unit];
    const scale = 1 / Math.sqrt(square / width + EVEN);
    if (scales !== undefined) scales[row] = scale;
    for (let unit = 0; unit < width; unit++) data[at + unit] *= scale;
  }
};

/** Runs all recurrent layers over `count` tokens whose word vectors lie in `values[0]`; `starts` are sentence starts and the end. */
export const encode = (network: Network, starts: ArrayLike<number>, count: number): void => {
  const { hidden, layers } = network.sizes;
  normalize(network.values[0].data, hidden, count);
  for (let layer = 0; layer < layers; layer++) {
    network.project(
      network.values[layer],
      `w${layer}`,
      network.gates[layer],
      count,
      layer === 0 ? hidden : 2 * hidden,
    );
    for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
      recurOneWay(network, layer, false, starts[sentence], starts[sentence + 1] - 1);
      recurOneWay(network, layer, true, starts[sentence], starts[sentence + 1] - 1);
    }
    normalize(network.values[layer + 1].data, 2 * hidden, count);
  }
};
