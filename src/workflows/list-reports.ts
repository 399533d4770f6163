import type { CopyKind } from '../model/fact.ts';
import type { AsOf } from '../model/ledger.ts';
import type { Report } from '../model/report.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

export interface ReportRow {
  readonly report: Report;
  readonly originId: string;
  readonly how: CopyKind;
  readonly claims: number;
}

/** Reports in the order of publication, each with its origin. */
export const listReports = (session: Session, asOf: AsOf = {}): readonly ReportRow[] =>
  reportsOf(session.state(asOf));

export function reportsOf({ readings, reconciled }: State): readonly ReportRow[] {
  const memberOf = new Map(
    reconciled.origins.flatMap(({ id, members }) =>
      members.map((member) => [member.reportId, { id, how: member.how }] as const),
    ),
  );
  return [...readings]
    .sort((a, b) => (a.knownFrom < b.knownFrom ? -1 : 1))
    .map(({ reading: { report, claims } }) => {
      const member = memberOf.get(report.id);
      return { report, originId: member?.id ?? '', how: member?.how ?? 'first', claims: claims.length };
    });
}
