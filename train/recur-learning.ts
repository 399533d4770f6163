import { squash } from '../src/stages/mark/network.ts';
import type { Network } from '../src/stages/mark/network.ts';

/** What one direction of one layer needs to run forward with its traces and backward again. */
export interface Pass {
  readonly network: Network;
  readonly layer: number;
  readonly backward: boolean;
  readonly first: number;
  readonly last: number;
  /** Cells of all tokens, 2 × hidden each, and slopes of the gates, 4 × hidden each. */
  readonly cells: Float32Array;
  readonly slopes: Float32Array;
}

/** Slope of the gate 0.5 + 0.5 · squash(x / 2). */
const gateSlope = (x: number): number => {
  const y = 0.5 * x;
  if (y >= 3 || y <= -3) return 0;
  const square = y * y;
  const part = (9 - square) / (3 * (3 + square));
  return 0.25 * part * part;
};

interface Places {
  readonly hidden: number;
  readonly side: number;
  readonly inputWidth: number;
  readonly inputOffset: number;
}

const placesOf = (pass: Pass): Places => {
  const hidden = pass.network.sizes.hidden;
  return {
    hidden,
    side: pass.backward ? 1 : 0,
    inputWidth: pass.layer === 0 ? hidden : 2 * hidden,
    inputOffset: pass.layer === 0 || !pass.backward ? 0 : hidden,
  };
};

const zeros = new Float32Array(1024);

/** As the stage's recurrence, but leaves candidate, gates, their slopes and the cells behind. */
export const runForward = (pass: Pass): void => {
  const { network, layer, backward, first, last, cells, slopes } = pass;
  const { hidden, side, inputWidth, inputOffset } = placesOf(pass);
  const gates = network.gates[layer].data;
  const input = network.values[layer].data;
  const output = network.values[layer + 1].data;
  const bias = network.weight(`b${layer}`).data;
  const memory = network.weight(`v${layer}`).data;
  const step = backward ? -1 : 1;
  for (let token = backward ? last : first; token >= first && token <= last; token += step) {
    const at = (token * 6 + side * 3) * hidden;
    const isFirst = token === (backward ? last : first);
    const before = isFirst ? zeros : cells;
    const beforeAt = isFirst ? 0 : ((token - step) * 2 + side) * hidden;
    const cellAt = (token * 2 + side) * hidden;
    const slopeAt = (token * 4 + side * 2) * hidden;
    const from = token * inputWidth + inputOffset;
    for (let unit = 0; unit < hidden; unit++) {
      const b = side * 3 * hidden + unit;
      const v = side * 2 * hidden + unit;
      const old = before[beforeAt + unit];
      const f = gates[at + hidden + unit] + bias[b + hidden] + memory[v] * old;
      const r = gates[at + 2 * hidden + unit] + bias[b + 2 * hidden] + memory[v + hidden] * old;
      const forget = 0.5 + 0.5 * squash(0.5 * f);
      const reset = 0.5 + 0.5 * squash(0.5 * r);
      const candidate = gates[at + unit] + bias[b];
      const now = candidate + forget * (old - candidate);
      gates[at + unit] = candidate;
      gates[at + hidden + unit] = forget;
      gates[at + 2 * hidden + unit] = reset;
      slopes[slopeAt + unit] = gateSlope(f);
      slopes[slopeAt + hidden + unit] = gateSlope(r);
      cells[cellAt + unit] = now;
      const passed = input[from + unit];
      output[cellAt + unit] = passed + reset * (now - passed);
    }
  }
};

/** Gradients that one backward pass reads and adds to. */
export interface PassGradients {
  readonly output: Float32Array;
  readonly input: Float32Array;
  readonly gates: Float32Array;
  readonly bias: Float32Array;
  readonly memory: Float32Array;
}

export const runBackward = (pass: Pass, gradients: PassGradients): void => {
  const { network, layer, backward, first, last, cells, slopes } = pass;
  const { hidden, side, inputWidth, inputOffset } = placesOf(pass);
  const gates = network.gates[layer].data;
  const input = network.values[layer].data;
  const memory = network.weight(`v${layer}`).data;
  const carry = new Float32Array(hidden);
  const step = backward ? -1 : 1;
  for (let token = backward ? first : last; token >= first && token <= last; token -= step) {
    const at = (token * 6 + side * 3) * hidden;
    const isFirst = token === (backward ? last : first);
    const before = isFirst ? zeros : cells;
    const beforeAt = isFirst ? 0 : ((token - step) * 2 + side) * hidden;
    const cellAt = (token * 2 + side) * hidden;
    const slopeAt = (token * 4 + side * 2) * hidden;
    const from = token * inputWidth + inputOffset;
    for (let unit = 0; unit < hidden; unit++) {
      const b = side * 3 * hidden + unit;
      const v = side * 2 * hidden + unit;
      const old = before[beforeAt + unit];
      const candidate = gates[at + unit];
      const forget = gates[at + hidden + unit];
      const reset = gates[at + 2 * hidden + unit];
      const g = gradients.output[cellAt + unit];
      const dr = g * (cells[cellAt + unit] - input[from + unit]) * slopes[slopeAt + hidden + unit];
      const dc = carry[unit] + g * reset;
      const df = dc * (old - candidate) * slopes[slopeAt + unit];
      const dz = dc * (1 - forget);
      gradients.input[from + unit] += g * (1 - reset);
      carry[unit] = dc * forget + dr * memory[v + hidden] + df * memory[v];
      gradients.memory[v] += df * old;
      gradients.memory[v + hidden] += dr * old;
      gradients.gates[at + unit] = dz;
      gradients.gates[at + hidden + unit] = df;
      gradients.gates[at + 2 * hidden + unit] = dr;
      gradients.bias[b] += dz;
      gradients.bias[b + hidden] += df;
      gradients.bias[b + 2 * hidden] += dr;
    }
  }
};
