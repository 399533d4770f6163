import type { AsOf, LedgerEntry } from '../model/ledger.ts';
import type { RecordedCorrection } from '../stages/reconcile/apply-corrections.ts';
import type { KnownReading } from '../stages/reconcile/known-reading.ts';
import { toInstant } from '../store/ledger.ts';
import type { Ledger } from '../store/ledger.ts';

interface Taken<T> {
  readonly subject: string;
  readonly knownFrom: string;
  readonly recordedAt: string;
  readonly value: T;
}

/** What stands as of a question: one reading a report, and the corrections. */
export interface Standing {
  /** By report id, in the order of recording. */
  readonly readings: ReadonlyMap<string, KnownReading>;
  readonly corrections: readonly RecordedCorrection[];
}

/** A correction; one of the program itself is marked. */
function* toCorrection({ id, body, madeBy }: LedgerEntry): Generator<RecordedCorrection> {
  if (body.kind !== 'correction') return;
  yield { id, correction: body.correction, ...(madeBy.kind === 'reader' && { isProgram: true }) };
}

/** Corrections in the order of recording. */
export const toCorrections = (entries: Iterable<LedgerEntry>): readonly RecordedCorrection[] =>
  [...entries].flatMap((entry) => [...toCorrection(entry)]);

/** The readings and corrections of a ledger, loaded once; what is appended later is added. */
export class LedgerReadings {
  private readonly ledger: Ledger;
  private readonly readings: Taken<KnownReading>[] = [];
  private readonly corrections: Taken<RecordedCorrection>[] = [];
  private last = 0;
  private latestKnown = '';
  private latestRecorded = '';

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  /** Takes in what came since; gives how each question that is asked was touched by it. */
  refresh(): (asOf: AsOf) => boolean {
    const until = this.ledger.lastSequence();
    if (until === this.last) return () => false;
    const [first, second] = [this.readings.length, this.corrections.length];
    for (const entry of this.ledger.entries({ kind: 'reading', after: this.last })) this.take(entry);
    for (const entry of this.ledger.entries({ kind: 'correction', after: this.last })) this.take(entry);
    this.last = until;
    const [readings, corrections] = [this.readings.slice(first), this.corrections.slice(second)];
    return (asOf) =>
      corrections.some((one) => isRecordedBy(one, asOf)) ||
      readings.some((one) => isRecordedBy(one, asOf) && isKnownAt(one, asOf));
  }

  private take(entry: LedgerEntry): void {
    const { subject, knownFrom, recordedAt, body } = entry;
    const about = { subject, knownFrom, recordedAt };
    if (recordedAt > this.latestRecorded) this.latestRecorded = recordedAt;
    if (body.kind === 'reading' && knownFrom > this.latestKnown) this.latestKnown = knownFrom;
    if (body.kind === 'reading')
      this.readings.push({ ...about, value: { reading: body.reading, knownFrom } });
    for (const value of toCorrection(entry)) this.corrections.push({ ...about, value });
  }

  /**
   * A correction is about our reading, not about the world: it counts whatever day `knownAt` asks about, and only
   * `recordedBy` (what this ledger had itself taken down by then) can hide it.
   */
  standing(asOf: AsOf): Standing {
    const readings = new Map<string, KnownReading>();
    for (const one of this.readings) {
      if (!isKnownAt(one, asOf) || !isRecordedBy(one, asOf)) continue;
      readings.delete(one.subject);
      readings.set(one.subject, one.value);
    }
    const corrections = this.corrections.filter((one) => isRecordedBy(one, asOf));
    return { readings, corrections: corrections.map(({ value }) => value) };
  }

  /** Whether everything recorded was known by then, so that the question needs no state of its own. */
  knowsAll({ knownAt, recordedBy }: AsOf): boolean {
    return this.latestKnown <= toInstant(knownAt) && this.latestRecorded <= toInstant(recordedBy);
  }
}

const isKnownAt = ({ knownFrom }: Taken<unknown>, { knownAt }: AsOf): boolean =>
  knownAt === undefined || knownFrom <= toInstant(knownAt);

const isRecordedBy = ({ recordedAt }: Taken<unknown>, { recordedBy }: AsOf): boolean =>
  recordedBy === undefined || recordedAt <= toInstant(recordedBy);
