import type { Floats } from './kernel.ts';
import type { Network } from './network.ts';

/** Words kept at a time. */
const KEPT = 4096;

/** Floats that a network must leave room for in its kernel for one `FirstLayer`. */
export const firstLayerFloats = (hidden: number): number => KEPT * 7 * hidden;

/**
 * The first recurrent layer's input and the product of its weights with it, for each token of a batch. Both depend on
 * the word alone, so they are kept for words already met: the same numbers, without the product.
 */
export class FirstLayer {
  private readonly network: Network;
  private readonly vectorOf: (form: string) => Float32Array;
  private readonly slots = new Map<string, number>();
  private readonly values: Floats;
  private readonly gates: Floats;

  constructor(network: Network, vectorOf: (form: string) => Float32Array) {
    const { hidden } = network.sizes;
    this.network = network;
    this.vectorOf = vectorOf;
    this.values = network.kernel.take(KEPT * hidden);
    this.gates = network.kernel.take(KEPT * 6 * hidden);
  }

  /** Fills rows 0 to `count` of the layer's values and gates for the forms from `base` on. */
  fill(forms: readonly string[], base: number, count: number): void {
    const { network, slots } = this;
    const { kernel } = network;
    this.learn(forms, base, count);
    const width = network.sizes.hidden;
    for (let token = 0; token < count; token++) {
      const slot = slots.get(forms[base + token]) ?? 0;
      kernel.copy(this.values.at + 4 * slot * width, network.values[0].at + 4 * token * width, width);
      kernel.copy(this.gates.at + 24 * slot * width, network.gates[0].at + 24 * token * width, 6 * width);
    }
  }

  /** Works the rows of words not met before out, in the network's own rows, and keeps them. */
  private learn(forms: readonly string[], base: number, count: number): void {
    const { network, slots } = this;
    const width = network.sizes.hidden;
    if (slots.size + count > KEPT) slots.clear();
    const first = slots.size;
    for (let token = base; token < base + count; token++) {
      const form = forms[token];
      if (slots.has(form)) continue;
      network.values[0].data.set(this.vectorOf(form), (slots.size - first) * width);
      slots.set(form, slots.size);
    }
    const fresh = slots.size - first;
    if (fresh === 0) return;
    network.even(network.values[0], width, fresh);
    network.project(network.values[0], 'w0', network.gates[0], fresh, width);
    network.kernel.copy(network.values[0].at, this.values.at + 4 * first * width, fresh * width);
    network.kernel.copy(network.gates[0].at, this.gates.at + 24 * first * width, 6 * fresh * width);
  }
}
