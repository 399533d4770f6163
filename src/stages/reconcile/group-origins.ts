import { contentId } from '../../model/content-id.ts';
import type { CopyKind, Origin, OriginMember } from '../../model/fact.ts';
import type { Report } from '../../model/report.ts';

/** Words per shingle. */
const SHINGLE = 4;
/** Share of the shorter text's shingles found in the longer one, from which two texts are one origin. */
const SAME = 0.5;
const NEAR = 0.85;

interface Shingled {
  readonly report: Report;
  readonly shingles: ReadonlySet<string>;
}

function toShingles(report: Report): Shingled {
  const words = report.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE <= words.length; i++) shingles.add(words.slice(i, i + SHINGLE).join(' '));
  return { report, shingles };
}

/** Share of the smaller set that the larger one holds, 0 to 1. */
function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return shared / small.size;
}

const timeOf = (report: Report): string => report.publishedAt?.at ?? '\u{10FFFF}';

function memberOf(first: Shingled, copy: Shingled): OriginMember {
  const similarity = containment(first.shingles, copy.shingles);
  const shorter = copy.shingles.size < first.shingles.size * 0.9;
  const how: CopyKind = similarity < NEAR ? 'reworded' : shorter ? 'cut' : 'near-copy';
  return { reportId: copy.report.id, how, similarity };
}

/** Groups reports of one text: the first published leads, the others are copies of it. */
export function groupOrigins(reports: readonly Report[]): readonly Origin[] {
  const sorted = [...reports].sort((a, b) => (timeOf(a) + a.id < timeOf(b) + b.id ? -1 : 1)).map(toShingles);
  const groups: { readonly first: Shingled; readonly members: OriginMember[] }[] = [];
  for (const report of sorted) {
    const group = groups.find(({ first }) => containment(first.shingles, report.shingles) >= SAME);
    if (group) group.members.push(memberOf(group.first, report));
    else
      groups.push({ first: report, members: [{ reportId: report.report.id, how: 'first', similarity: 1 }] });
  }
  return groups.map(({ first, members }) => ({
    id: contentId('origin', first.report.id),
    members,
    leansOn: [],
  }));
}
