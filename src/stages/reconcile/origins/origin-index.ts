import { hashWords } from '../wording/hash-words.ts';
import { compareProfiles, sketchLikeness } from './compare-profiles.ts';
import { SKETCH } from './profile-report.ts';
import type { ReportProfile } from './profile-report.ts';
import { RankedLists } from './ranked-lists.ts';
import type { Ordered } from './ranked-lists.ts';

/** Rows of a band: two texts with a third of their stems in common meet in some band with 0.75, with a half 0.99. */
const ROWS = 3;
/** Least estimated share of common stems, or least number of common anchors, that is worth a close look. */
const LEAST_SKETCH = 0.2;
const LEAST_ANCHORS = 3;
/** An anchor that more reports hold tells nothing to the later ones. */
const COMMON = 60;
/** A band shared by more reports than this is a commonplace of vocabulary; anchors and shingles find the rest. */
const CROWDED = 400;

/** A report in the order of publication, with what it is compared by. */
export interface Held extends Ordered {
  readonly profile: ReportProfile;
  readonly bands: Uint32Array;
}

/** An unknown time comes last: an undated copy does not lead. */
const timeOf = ({ report }: ReportProfile): string => report.publishedAt?.at ?? '\u{10FFFF}';

function bandsOf({ sketch }: ReportProfile): Uint32Array {
  const bands = new Uint32Array(SKETCH / ROWS);
  for (let row = 0; row < SKETCH; row += ROWS)
    bands[row / ROWS] = hashWords(`${row} ${sketch.subarray(row, row + ROWS).join(' ')}`);
  return bands;
}

export const toHeld = (profile: ReportProfile): Held => ({
  profile,
  order: `${timeOf(profile)}${profile.report.id}`,
  bands: bandsOf(profile),
});

interface Way {
  readonly lists: RankedLists<Held>;
  readonly keysOf: (held: Held) => Uint32Array;
  /** The later of two reports meets the earlier where at most so many stand before it. */
  readonly most: number;
}

/**
 * Which reports are one text, found without comparing all with all: locality-sensitive hashing (Indyk and Motwani 1998)
 * over stems, and an index of neighbouring names and numbers; each hit is then verified. Reports may come and go in any
 * order: what is crowded is judged in the order of publication.
 */
export class OriginIndex {
  private readonly bands: Way = { lists: new RankedLists(), keysOf: ({ bands }) => bands, most: CROWDED };
  private readonly anchors: Way = {
    lists: new RankedLists(),
    keysOf: ({ profile }) => profile.anchors,
    most: COMMON,
  };
  private readonly same = new Map<Held, Set<Held>>();

  /** Reports that are one text with this one, as far as they met. */
  sameAs(held: Held): ReadonlySet<Held> {
    return this.same.get(held) ?? new Set();
  }

  /** Takes a report in; gives the reports whose relations changed, itself left out. */
  add(held: Held): ReadonlySet<Held> {
    const others = new Set<Held>();
    const shifted = new Set<Held>();
    this.same.set(held, new Set());
    for (const { lists, keysOf, most } of [this.bands, this.anchors]) {
      for (const key of keysOf(held)) {
        const rank = lists.put(key, held);
        if (rank > most) continue;
        for (const other of lists.slice(key, 0, most + 1)) if (other !== held) others.add(other);
        const out = lists.at(key, most + 1);
        if (out !== undefined) shifted.add(out);
      }
    }
    const changed = new Set<Held>();
    for (const other of this.worthALook(held, others)) if (this.relate(held, other)) changed.add(other);
    for (const out of shifted)
      for (const other of this.sameAs(out))
        if (!this.meet(out, other)) {
          this.part(out, other);
          changed.add(out).add(other);
        }
    return changed;
  }

  /** Takes a report out; gives the reports whose relations changed. */
  remove(held: Held): ReadonlySet<Held> {
    const changed = new Set(this.sameAs(held));
    for (const other of changed) this.part(held, other);
    this.same.delete(held);
    const shifted = new Map<Held, Set<Held>>();
    for (const { lists, keysOf, most } of [this.bands, this.anchors]) {
      for (const key of keysOf(held)) {
        if (lists.take(key, held) > most) continue;
        const entering = lists.at(key, most);
        if (entering === undefined) continue;
        const others = shifted.get(entering) ?? new Set();
        for (const other of lists.slice(key, 0, most)) others.add(other);
        shifted.set(entering, others);
      }
    }
    for (const [entering, others] of shifted)
      for (const other of others)
        if (!this.sameAs(entering).has(other) && this.meet(entering, other) && this.relate(entering, other))
          changed.add(entering).add(other);
    return changed;
  }

  /** Of reports that share a key with this one, those that meet it: cheaper than asking each by itself. */
  private worthALook(held: Held, others: ReadonlySet<Held>): readonly Held[] {
    const shared = new Map<Held, number>();
    const { lists, keysOf, most } = this.anchors;
    for (const key of keysOf(held)) {
      const rank = lists.rank(key, held);
      if (rank > most) continue;
      for (const other of lists.slice(key, 0, most + 1)) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    return [...others].filter(
      (other) => (shared.get(other) ?? 0) >= LEAST_ANCHORS || this.meetInBands(held, other),
    );
  }

  private relate(a: Held, b: Held): boolean {
    const [earlier, later] = a.order < b.order ? [a, b] : [b, a];
    if (!compareProfiles(earlier.profile, later.profile).isSame) return false;
    this.same.get(a)?.add(b);
    this.same.get(b)?.add(a);
    return true;
  }

  private part(a: Held, b: Held): void {
    this.same.get(a)?.delete(b);
    this.same.get(b)?.delete(a);
  }

  private meet(a: Held, b: Held): boolean {
    return this.meetInBands(a, b) || this.countShared(this.anchors, a, b) >= LEAST_ANCHORS;
  }

  private meetInBands(a: Held, b: Held): boolean {
    if (sketchLikeness(a.profile.sketch, b.profile.sketch) < LEAST_SKETCH) return false;
    return this.countShared(this.bands, a, b) > 0;
  }

  /** Keys of both under which the later one is not lost in the crowd. */
  private countShared({ lists, keysOf, most }: Way, a: Held, b: Held): number {
    const later = a.order < b.order ? b : a;
    const theirs = new Set(keysOf(b));
    let count = 0;
    for (const key of keysOf(a)) if (theirs.has(key) && lists.rank(key, later) <= most) count++;
    return count;
  }
}
