import type { Traits } from './agreement.ts';
import type { Chains } from './chains.ts';

/** Which noun phrases speak of the same. */
export interface Coreference {
  readonly chains: Chains;
  /** Phrase index → the phrase before it that it was joined to, or -1. */
  readonly antecedentOf: Int32Array;
  /** Pronoun → a second phrase that fits it as well, or -1. */
  readonly rivalOf: Int32Array;
  /** Pronoun of speech inside a quotation → the phrase that speaks, or -1. */
  readonly speakerOf: Int32Array;
  readonly traits: readonly Traits[];
}
