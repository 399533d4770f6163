import type { Claim } from '../../model/claim.ts';

/** A claim with what its report tells about it. */
export interface Sourced<C extends Claim> {
  readonly claim: C;
  readonly originId: string;
  readonly knownFrom: string;
}
