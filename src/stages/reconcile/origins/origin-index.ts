import { compareProfiles, sketchLikeness } from './compare-profiles.ts';
import { SKETCH } from './profile-report.ts';
import type { ReportProfile } from './profile-report.ts';
import { hashWords } from '../wording/hash-words.ts';

/** Rows of a band: two texts with a third of their stems in common meet in some band with 0.75, with a half 0.99. */
const ROWS = 3;
/** Least estimated share of common stems, or least number of common anchors, that is worth a close look. */
const LEAST_SKETCH = 0.2;
const LEAST_ANCHORS = 3;
/** An anchor that more reports hold tells nothing. */
const COMMON = 60;
/** A band shared by more reports than this is a commonplace of vocabulary; anchors and shingles find the rest. */
const CROWDED = 400;

/**
 * Finds the reports that are one text with a given one, without comparing it with all: locality-sensitive hashing
 * (Indyk and Motwani 1998) over stems, and an index of neighbouring names and numbers; each hit is then verified.
 */
export class OriginIndex {
  private readonly bands = new Map<number, ReportProfile[]>();
  private readonly anchors = new Map<number, ReportProfile[]>();

  private static *bandsOf({ sketch }: ReportProfile): Generator<number> {
    for (let row = 0; row < SKETCH; row += ROWS)
      yield hashWords(`${row} ${sketch.subarray(row, row + ROWS).join(' ')}`);
  }

  private candidates(profile: ReportProfile): ReadonlySet<ReportProfile> {
    const found = new Set<ReportProfile>();
    for (const band of OriginIndex.bandsOf(profile)) {
      const others = this.bands.get(band) ?? [];
      if (others.length <= CROWDED) for (const other of others) found.add(other);
    }
    for (const other of found)
      if (sketchLikeness(profile.sketch, other.sketch) < LEAST_SKETCH) found.delete(other);
    const shared = new Map<ReportProfile, number>();
    for (const anchor of profile.anchors) {
      const others = this.anchors.get(anchor) ?? [];
      if (others.length <= COMMON)
        for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) if (count >= LEAST_ANCHORS) found.add(other);
    return found;
  }

  /** The reports added before that are one text with this one. */
  findSame(profile: ReportProfile): readonly ReportProfile[] {
    return [...this.candidates(profile)].filter((other) => compareProfiles(other, profile).isSame);
  }

  add(profile: ReportProfile): void {
    for (const band of OriginIndex.bandsOf(profile)) append(this.bands, band, profile);
    for (const anchor of profile.anchors) append(this.anchors, anchor, profile);
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
