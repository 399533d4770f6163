import type { StatementClaim } from './claim.ts';
import type { Marks } from './marks.ts';
import type { Mention, Quantity, Repair, TimeExpression } from './reading.ts';
import type { Report } from './report.ts';

/**
 * A report on its way through `extract`: syntax first, then who and when, then who said what.
 * Each finder takes what stands so far; later fields are empty until their finder has run.
 * Order: repairs, mentions, times, quantities, statements, then every other claim.
 */
export interface MarkedReport {
  readonly report: Report;
  readonly marks: Marks;
  readonly repairs: readonly Repair[];
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
  readonly statements: readonly StatementClaim[];
}
