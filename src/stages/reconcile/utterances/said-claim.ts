import type { StatementClaim } from '../../../model/claim.ts';
import { quote } from '../../../model/span.ts';
import type { Sourced } from '../sourced.ts';

/** A statement claim with the text it stands in. */
export interface SaidClaim extends Sourced<StatementClaim> {
  readonly text: string;
}

/** What is said, its parts joined by an ellipsis. */
export const wordsOf = ({ claim, text }: SaidClaim): string =>
  claim.content.map((span) => quote(text, span)).join(' … ');
