import type { Claim, ClaimKind } from '../../model/claim.ts';
import { once } from '../../model/once.ts';
import type { ClaimRecogniser } from '../../model/playbook.ts';
import type { Reading } from '../../model/reading.ts';
import { contains, quote } from '../../model/span.ts';
import type { Instant } from '../../model/time.ts';
import { sidesOf } from './claim-parties.ts';
import { firstDay } from './day-number.ts';
import { isTold } from './match-claim.ts';
import { changeSorted, countBefore } from '../../model/sorted-list.ts';

/** A reading with the day from which it counts as known. */
export interface KnownReading {
  readonly reading: Reading;
  readonly knownFrom: Instant;
}

export interface KnownClaim {
  readonly claim: Claim;
  readonly words: string;
  /** Day number from which it was known. */
  readonly known: number;
  readonly knownFrom: Instant;
  /** Its number among all claims of its kind that were ever indexed together. */
  readonly number: number;
}

const byKnownFrom = (a: KnownReading, b: KnownReading): number => {
  if (a.knownFrom !== b.knownFrom) return a.knownFrom < b.knownFrom ? -1 : 1;
  return a.reading.report.id < b.reading.report.id ? -1 : 1;
};

/** Within one reading, numbers rise with the places of the claims. */
function byPlace(a: KnownClaim, b: KnownClaim): number {
  if (a.knownFrom !== b.knownFrom) return a.knownFrom < b.knownFrom ? -1 : 1;
  if (a.claim.reportId !== b.claim.reportId) return a.claim.reportId < b.claim.reportId ? -1 : 1;
  return a.number - b.number;
}

function groupBy<K, T>(list: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** The most claims of one kind that a situation looks back at. */
const MOST = 2000;

const ALL_KINDS: readonly ClaimKind[] = [
  'move', 'statement', 'condition', 'assessment', 'outlook', 'lever', 'relation',
  'contact', 'capability', 'legal', 'process', 'goal', 'mechanism',
]; // prettier-ignore

/** The claims of one reading, ready to be found. */
interface Shelf {
  readonly known: KnownReading;
  readonly claims: readonly KnownClaim[];
  readonly sentences: () => ReadonlyMap<number, readonly Claim[]>;
}

const [UNASKED, YES, NO] = [0, 1, 2];

/** What holds for every index made of the same readings: their claims, and which entries can lean on which. */
class ClaimBook {
  private readonly shelves = new WeakMap<KnownReading, Shelf>();
  /** The report of each claim. */
  private readonly reports = new Map<string, string>();
  private readonly counts = new Map<ClaimKind, number>();
  private readonly answers = new WeakMap<ClaimRecogniser, Map<ClaimKind, Uint8Array>>();

  shelfOf(known: KnownReading): Shelf {
    const shelf = this.shelves.get(known) ?? this.fill(known);
    this.shelves.set(known, shelf);
    return shelf;
  }

  reportOf(claimId: string): string | undefined {
    return this.reports.get(claimId);
  }

  /** Which of these claims of a kind the entry can lean on; found out once for each. */
  among(claims: readonly KnownClaim[], told: ClaimRecogniser, kind: ClaimKind): readonly KnownClaim[] {
    const answers = this.answersTo(told, kind);
    return claims.filter((one) => {
      if (answers[one.number] === UNASKED) answers[one.number] = isTold(one, told) ? YES : NO;
      return answers[one.number] === YES;
    });
  }

  private answersTo(told: ClaimRecogniser, kind: ClaimKind): Uint8Array {
    const kinds = this.answers.get(told) ?? new Map<ClaimKind, Uint8Array>();
    this.answers.set(told, kinds);
    const [known, count] = [kinds.get(kind), this.counts.get(kind) ?? 0];
    if (known && known.length >= count) return known;
    const answers = new Uint8Array(known === undefined ? count : 2 * count);
    if (known) answers.set(known);
    kinds.set(kind, answers);
    return answers;
  }

  private fill(known: KnownReading): Shelf {
    const { reading, knownFrom } = known;
    const day = firstDay(knownFrom);
    const claims = reading.claims.map((claim): KnownClaim => {
      const number = this.counts.get(claim.kind) ?? 0;
      this.counts.set(claim.kind, number + 1);
      this.reports.set(claim.id, reading.report.id);
      return { claim, words: quote(reading.report.text, claim.clause), known: day, knownFrom, number };
    });
    return { known, claims, sentences: once(() => groupBy(reading.claims, ({ sentence }) => sentence)) };
  }
}

interface Shelved {
  readonly book: ClaimBook;
  /** In the order in which they became known. */
  readonly readings: readonly KnownReading[];
  readonly byReport: ReadonlyMap<string, KnownReading>;
  /** In the order in which they became known. */
  readonly kinds: ReadonlyMap<ClaimKind, readonly KnownClaim[]>;
}

/** The claims of readings, to be found by id, by kind, and by what is told beside them. */
export class ClaimIndex {
  /** In the order in which they became known. */
  readonly readings: readonly KnownReading[];
  private readonly book: ClaimBook;
  private readonly byReport: ReadonlyMap<string, KnownReading>;
  private readonly kinds: ReadonlyMap<ClaimKind, readonly KnownClaim[]>;

  private constructor({ book, readings, byReport, kinds }: Shelved) {
    this.book = book;
    this.readings = readings;
    this.byReport = byReport;
    this.kinds = kinds;
  }

  static of(readings: readonly KnownReading[]): ClaimIndex {
    return new ClaimIndex({
      book: new ClaimBook(),
      readings: [],
      byReport: new Map(),
      kinds: new Map(),
    }).change(readings);
  }

  /** How many readings would come or go. */
  distance(readings: readonly KnownReading[]): number {
    const shared = readings.filter((known) => this.holds(known));
    return this.readings.length + readings.length - 2 * shared.length;
  }

  /** An index of other readings; the work is that of the readings that differ. */
  change(readings: readonly KnownReading[]): ClaimIndex {
    const after = new Set(readings);
    const gone = this.readings.filter((known) => !after.has(known));
    const come = readings.filter((known) => !this.holds(known)).sort(byKnownFrom);
    const without = this.claimsByKind(gone);
    const more = this.claimsByKind(come);
    const kinds = new Map(this.kinds);
    for (const kind of new Set([...without.keys(), ...more.keys()])) {
      const change = { gone: without.get(kind) ?? [], come: more.get(kind) ?? [] };
      kinds.set(kind, changeSorted(kinds.get(kind) ?? [], change, byPlace));
    }
    const byReport = new Map(this.byReport);
    for (const { reading } of gone) byReport.delete(reading.report.id);
    for (const known of come) byReport.set(known.reading.report.id, known);
    const sorted = changeSorted(this.readings, { gone, come }, byKnownFrom);
    return new ClaimIndex({ book: this.book, readings: sorted, byReport, kinds });
  }

  claimOf(id: string): KnownClaim | undefined {
    const known = this.byReport.get(this.book.reportOf(id) ?? '');
    return known && this.book.shelfOf(known).claims.find(({ claim }) => claim.id === id);
  }

  /** All claims of the same sentence. */
  beside({ reportId, sentence }: Claim): readonly Claim[] {
    const known = this.byReport.get(reportId);
    return (known && this.book.shelfOf(known).sentences().get(sentence)) ?? [];
  }

  /** Sides named in the claim's clause, in their order. */
  sidesIn({ reportId, clause }: Claim): readonly string[] {
    const mentions = this.byReport.get(reportId)?.reading.mentions ?? [];
    const inside = mentions.filter(({ party }) => contains(clause, party.span));
    const ordered = inside.toSorted((a, b) => a.party.span.start - b.party.span.start);
    return sidesOf(ordered.map(({ party }) => party));
  }

  /** Claims of a kind that were known by a day, the newest two thousand of them, oldest first. */
  newest(kind: ClaimKind, knownAt: number): readonly KnownClaim[] {
    const list = this.kinds.get(kind) ?? [];
    const until = countBefore(list, ({ known }) => known <= knownAt);
    return list.slice(Math.max(0, until - MOST), until);
  }

  told(told: ClaimRecogniser, knownAt: number): readonly KnownClaim[] {
    const kinds = told.kinds.length > 0 ? told.kinds : ALL_KINDS;
    return kinds.flatMap((kind) => this.book.among(this.newest(kind, knownAt), told, kind));
  }

  private holds(known: KnownReading): boolean {
    return this.byReport.get(known.reading.report.id) === known;
  }

  private claimsByKind(readings: readonly KnownReading[]): ReadonlyMap<ClaimKind, readonly KnownClaim[]> {
    const claims = readings.flatMap((known) => this.book.shelfOf(known).claims);
    return groupBy(claims, ({ claim }) => claim.kind);
  }
}

type Of<K extends ClaimKind> = KnownClaim & { readonly claim: Extract<Claim, { kind: K }> };

/** Claims of a kind that were known by a day, the newest two thousand of them, oldest first. */
export const claimsBy = <K extends ClaimKind>(
  index: ClaimIndex,
  kind: K,
  knownAt: number,
): readonly Of<K>[] => index.newest(kind, knownAt).filter((one): one is Of<K> => one.claim.kind === kind);

/** The claims known by a day that the entry can lean on. */
export const claimsTold = (
  index: ClaimIndex,
  told: ClaimRecogniser | undefined,
  knownAt: number,
): readonly KnownClaim[] => (told === undefined ? [] : index.told(told, knownAt));
