import type { CopyKind, Origin } from '../model/fact.ts';
import type { AsOf } from '../model/ledger.ts';
import type { Report } from '../model/report.ts';
import type { KnownReading } from '../stages/reconcile/reconcile.ts';
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

/** A report in a list: without its text. */
export interface ReportItem {
  readonly id: string;
  /** Headline, or the first words. */
  readonly title: string;
  readonly outlet?: string;
  readonly publishedAt?: Report['publishedAt'];
  readonly how: CopyKind;
  /** First report of the same origin; itself, where it is the first. */
  readonly firstId: string;
  /** 0 to 1, with the first report of its origin. */
  readonly similarity: number;
  readonly claims: number;
}

export interface ReportPage {
  readonly total: number;
  readonly reports: readonly ReportItem[];
}

/** Most reports in one list. */
const MOST = 200;
const OPENING = 90;

function toItem({ reading: { report, claims } }: KnownReading, origin: Origin | undefined): ReportItem {
  const member = origin?.members.find(({ reportId }) => reportId === report.id);
  return {
    id: report.id,
    title: report.title ?? report.text.slice(0, OPENING),
    ...(report.outlet && { outlet: report.outlet }),
    ...(report.publishedAt && { publishedAt: report.publishedAt }),
    how: member?.how ?? 'first',
    firstId: origin?.members.find(({ how }) => how === 'first')?.reportId ?? report.id,
    similarity: member?.similarity ?? 1,
    claims: claims.length,
  };
}

const originsByReport = ({ reconciled }: State): ReadonlyMap<string, Origin> =>
  new Map(
    reconciled.origins.flatMap((origin) => origin.members.map(({ reportId }) => [reportId, origin] as const)),
  );

/** The newest reports whose headline, outlet or text holds these words; those of no known day last. */
export function selectReports(state: State, sought = ''): ReportPage {
  const words = sought.toLowerCase();
  const found = state.readings.filter(
    ({ reading: { report } }) =>
      words === '' || `${report.outlet ?? ''} ${report.text}`.toLowerCase().includes(words),
  );
  const isDated = ({ reading }: KnownReading): number => (reading.report.publishedAt === undefined ? 0 : 1);
  const newest = [...found]
    .sort((a, b) => isDated(b) - isDated(a) || (a.knownFrom < b.knownFrom ? 1 : -1))
    .slice(0, MOST);
  const origins = originsByReport(state);
  return {
    total: found.length,
    reports: newest.map((known) => toItem(known, origins.get(known.reading.report.id))),
  };
}

/** All reports of the origin of this one, the first one first. */
export function copiesOf(state: State, reportId: string): readonly ReportItem[] {
  const origin = originsByReport(state).get(reportId);
  const ids = new Set(origin?.members.map((member) => member.reportId));
  return state.readings
    .filter(({ reading }) => ids.has(reading.report.id))
    .map((known) => toItem(known, origin))
    .sort((a, b) => (a.how === 'first' ? -1 : b.how === 'first' ? 1 : b.similarity - a.similarity));
}
