import type { Claim } from '../model/claim.ts';
import type { AsOf } from '../model/ledger.ts';
import type { Party } from '../model/party.ts';
import { quote } from '../model/span.ts';
import { UserError } from '../model/user-error.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

/** What claims are wanted; every part is optional. */
export interface ClaimFilter extends AsOf {
  readonly kind?: Claim['kind'];
  /** Actor id, or words of a name ("marania"). */
  readonly actor?: string;
  readonly target?: string;
  readonly type?: string;
  readonly status?: string;
  /** First and last day, inclusive, of when it happened. */
  readonly from?: string;
  readonly until?: string;
  /** Report id, or the beginning of one. */
  readonly report?: string;
}

/** A claim with its report and its words. */
export interface ClaimRow {
  readonly claim: Claim;
  readonly outlet: string | undefined;
  readonly publishedAt: string | undefined;
  readonly foundAt: string;
  /** The words of its clause. */
  readonly words: string;
}

const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/u;

function checkDay(name: string, value: string | undefined): void {
  if (value === undefined || DAY.test(value)) return;
  throw new UserError(`--${name}: "${value}" is no day`, {
    hint: 'Write it as 2021-03-25, 2021-03 or 2021.',
  });
}

const namesOf = (party: Party, text: string): readonly string[] => [
  party.actorId ?? '',
  party.sideId ?? '',
  quote(text, party.span).toLowerCase(),
];

function isAmong(parties: readonly Party[], wanted: string | undefined, text: string): boolean {
  if (wanted === undefined) return true;
  const sought = wanted.toLowerCase();
  return parties.some((party) => {
    const [actorId, sideId, words] = namesOf(party, text);
    return actorId === sought || sideId === sought || words.includes(sought);
  });
}

function isWithin(claim: Claim, { from, until }: ClaimFilter): boolean {
  if (from === undefined && until === undefined) return true;
  const start = claim.when?.from;
  if (start === undefined) return false;
  const end = claim.when?.until ?? start;
  return (from === undefined || `${end}~` >= from) && (until === undefined || start <= `${until}~`);
}

function typeOf(claim: Claim): readonly string[] {
  switch (claim.kind) {
    case 'move':
      return [claim.type, claim.act ?? '', claim.mode ?? ''];
    case 'condition':
      return [claim.connective, claim.polarity];
    case 'statement':
      return [claim.form];
    case 'lever':
      return [claim.lever];
    case 'relation':
      return [claim.relation];
    default:
      return [claim.kind];
  }
}

function fits(claim: Claim, text: string, filter: ClaimFilter): boolean {
  return (
    (filter.kind === undefined || claim.kind === filter.kind) &&
    (filter.status === undefined || claim.status === filter.status) &&
    (filter.type === undefined || typeOf(claim).includes(filter.type)) &&
    (filter.report === undefined || claim.reportId.startsWith(filter.report)) &&
    isAmong(claim.actors, filter.actor, text) &&
    isAmong(claim.targets, filter.target, text) &&
    isWithin(claim, filter)
  );
}

/** Claims of a state that fit, in the order of publication. */
export function selectClaims(state: State, filter: ClaimFilter): readonly ClaimRow[] {
  checkDay('from', filter.from);
  checkDay('until', filter.until);
  const readings = [...state.readings].sort((a, b) => (a.knownFrom < b.knownFrom ? -1 : 1));
  return readings.flatMap(({ reading: { report, claims } }) =>
    claims
      .filter((claim) => fits(claim, report.text, filter))
      .map((claim) => ({
        claim,
        outlet: report.outlet,
        publishedAt: report.publishedAt?.at,
        foundAt: report.foundAt,
        words: quote(report.text, claim.clause),
      })),
  );
}

export const listClaims = (session: Session, filter: ClaimFilter): readonly ClaimRow[] =>
  selectClaims(session.state(filter), filter);
