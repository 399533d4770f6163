import { contentId } from '../../../model/content-id.ts';
import type { Origin, OriginMember } from '../../../model/fact.ts';
import type { Reading } from '../../../model/reading.ts';
import type { Report } from '../../../model/report.ts';
import { quote } from '../../../model/span.ts';
import { JoinedSets } from '../join-sets.ts';
import { applyRulings, NO_RULINGS } from '../rulings.ts';
import type { Rulings } from '../rulings.ts';
import { compareProfiles, copyKind } from './compare-profiles.ts';
import { OriginIndex } from './origin-index.ts';
import { profileReport } from './profile-report.ts';
import type { ReportProfile } from './profile-report.ts';

/** An unknown time comes last: an undated copy does not lead. */
const timeOf = (report: Report): string => report.publishedAt?.at ?? '\u{10FFFF}';
const byTime = (a: ReportProfile, b: ReportProfile): number =>
  timeOf(a.report) + a.report.id < timeOf(b.report) + b.report.id ? -1 : 1;

const fold = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A correction names what it corrects by id or by headline. */
function joinCorrections(profiles: readonly ReportProfile[], sets: JoinedSets<ReportProfile>): void {
  const byName = new Map<string, ReportProfile>();
  for (const profile of profiles) {
    byName.set(fold(profile.report.id), profile);
    if (profile.report.title !== undefined) byName.set(fold(profile.report.title), profile);
  }
  for (const profile of profiles) {
    const { corrects, outlet } = profile.report;
    const earlier = corrects === undefined ? undefined : byName.get(fold(corrects));
    if (earlier !== undefined && earlier !== profile && earlier.report.outlet === outlet)
      sets.join(earlier, profile);
  }
}

const originId = (group: readonly ReportProfile[]): string =>
  contentId('origin', group.toSorted(byTime)[0].report.id);

const NAMING = { memberId: ({ report }: ReportProfile) => report.id, groupId: originId };

function toOrigin(group: readonly ReportProfile[]): Origin {
  const [first, ...copies] = group.toSorted(byTime);
  const members: readonly OriginMember[] = copies.map((copy) => ({
    reportId: copy.report.id,
    how: copyKind(first, copy),
    similarity: Math.round(compareProfiles(first, copy).likeness * 1000) / 1000,
  }));
  return {
    id: contentId('origin', first.report.id),
    members: [{ reportId: first.report.id, how: 'first', similarity: 1 }, ...members],
    leansOn: [],
  };
}

/** Groups reports of one text: the first published leads, the others are copies of it. Any order gives the same. */
export function groupOrigins(reports: readonly Report[], rulings: Rulings = NO_RULINGS): readonly Origin[] {
  const profiles = reports.map(profileReport).toSorted(byTime);
  const index = new OriginIndex();
  const sets = new JoinedSets<ReportProfile>();
  for (const profile of profiles) {
    sets.add(profile);
    for (const same of index.findSame(profile)) sets.join(same, profile);
    index.add(profile);
  }
  joinCorrections(profiles, sets);
  return applyRulings(sets.groups(), rulings, NAMING)
    .map(toOrigin)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Outlets that the claims of a report are ascribed to, as the text names them. */
const outletsCited = ({ report, claims }: Reading): readonly string[] => [
  ...new Set(
    claims.flatMap(({ attribution }) =>
      attribution
        .filter(({ terms }) => terms === 'outlet')
        .map(({ speaker }) => speaker.actorId ?? fold(quote(report.text, speaker.span))),
    ),
  ),
];

/**
 * Says on whom each origin leans: the outlets it cites, or, where we hold what they published earlier, that origin.
 */
export function linkCitations(origins: readonly Origin[], readings: readonly Reading[]): readonly Origin[] {
  const byReport = new Map(readings.map((reading) => [reading.report.id, reading]));
  const outlets = new Map<string, string>();
  for (const { id, members } of origins) {
    const outlet = byReport.get(members[0].reportId)?.report.outlet;
    if (outlet !== undefined) outlets.set(fold(outlet), id);
  }
  return origins.map((origin) => {
    const first = byReport.get(origin.members[0].reportId);
    const cited = (first === undefined ? [] : outletsCited(first)).map((name) => outlets.get(name) ?? name);
    return { ...origin, leansOn: [...new Set(cited)].filter((id) => id !== origin.id).toSorted() };
  });
}
