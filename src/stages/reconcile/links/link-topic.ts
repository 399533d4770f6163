import type { LinkKind, ClaimLink } from '../../../model/fact.ts';
import { overlaps } from '../../../model/span.ts';
import type { ClassTree } from '../moves/class-tree.ts';
import type { LinkedClaim } from './about-claim.ts';
import { relateDeeds, toDeed } from './relate-deeds.ts';
import { relate, relatePositions } from './relate-positions.ts';
import type { Held, Relation } from './relate-positions.ts';
import { byKnown, toLink } from './to-link.ts';

/** A claim is held against so many reports on its topic that were known just before it. */
const REPORTS_BEFORE = 10;
/** Of each of them, with so many of its claims, the most alike. */
const CLAIMS_EACH = 3;
/** What was said longer ago than this many days is another matter; denials stand until overtaken. */
const DAYS_BEFORE = 60;

/** Relations that make sense inside one report: it sets two things against each other. */
const WITHIN = new Set<LinkKind>(['contradiction', 'attribution', 'scope', 'succession']);
const NOT_WITHIN = new Set(['link.another-lever', 'link.another-phase', 'link.another-class']);

const daysBetween = (a: LinkedClaim, b: LinkedClaim): number =>
  Math.abs(Date.parse(b.knownFrom) - Date.parse(a.knownFrom)) / 86_400_000;

/** As far as both name sides: one that is the only one, or two of them, are the same. */
function fitSides(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const shared = a.filter((side) => b.includes(side)).length;
  return shared >= Math.min(2, a.length, b.length);
}

function sharedStems(a: LinkedClaim, b: LinkedClaim): number {
  let shared = 0;
  for (const stem of a.about.stems) if (b.about.stems.has(stem)) shared++;
  return shared;
}

/** Two positions on one topic are of one matter when sides and words fit. */
function fit(a: Held, b: Held): boolean {
  const common = sharedStems(a.said, b.said);
  const [ours, theirs] = [a.position.sides ?? [], b.position.sides ?? []];
  const isSameReport = a.said.claim.reportId === b.said.claim.reportId;
  if (!isSameReport && common < Math.min(a.position.common ?? 0, b.position.common ?? 0)) return false;
  const [subject, other] = [a.position.subject, b.position.subject];
  if (subject !== undefined && other !== undefined && subject !== other) return false;
  if (fitSides(ours, theirs)) return true;
  return common > 1 && a.said.about.concerned.some((side) => b.said.about.concerned.includes(side));
}

function relateHeld(a: Held, b: Held, classes: ClassTree): Relation | undefined {
  const [deed, other] = [toDeed(a.said), toDeed(b.said)];
  if (deed !== undefined && other !== undefined) return relateDeeds(deed, other, classes);
  if (daysBetween(a.said, b.said) > DAYS_BEFORE || !fit(a, b)) return undefined;
  return relatePositions(a, b, classes);
}

const likeness = (a: LinkedClaim, b: LinkedClaim): number =>
  sharedStems(a, b) / Math.max(1, Math.min(a.about.stems.size, b.about.stems.size));

interface Candidate {
  readonly left: Held;
  readonly relation: Relation;
  readonly likeness: number;
}

/** Of one earlier report, the claims most alike in words for each kind of relation. */
function bestByKind(lefts: readonly Held[], right: Held, classes: ClassTree): readonly Candidate[] {
  const byKind = new Map<LinkKind, Candidate[]>();
  for (const left of lefts) {
    const relation = toRelation(left, right, classes);
    if (relation === undefined) continue;
    const candidate = { left, relation, likeness: likeness(left.said, right.said) };
    const list = byKind.get(relation.kind);
    if (list) list.push(candidate);
    else byKind.set(relation.kind, [candidate]);
  }
  return [...byKind.values()].flatMap((list) =>
    list
      .toSorted((a, b) => b.likeness - a.likeness || byKnown(a.left.said, b.left.said))
      .slice(0, CLAIMS_EACH),
  );
}

/** Copies only repeat; inside one report only what is set against each other is a relation. */
function toRelation(left: Held, right: Held, classes: ClassTree): Relation | undefined {
  const relation = relateHeld(left, right, classes);
  if (relation === undefined) return undefined;
  if (left.said.claim.reportId === right.said.claim.reportId) {
    if (overlaps(left.said.claim.span, right.said.claim.span)) return undefined;
    return WITHIN.has(relation.kind) && !NOT_WITHIN.has(relation.rule) ? relation : undefined;
  }
  if (left.said.originId !== right.said.originId) return relation;
  return relation.kind === 'corroborates'
    ? relate('repeats', 'same-origin', 'both come from one origin')
    : undefined;
}

/** Links the claims that answer one question, each with those known just before it. */
export function linkTopic(
  held: readonly Held[],
  fact: ReadonlyMap<string, string>,
  classes: ClassTree,
): readonly ClaimLink[] {
  const sorted = held.toSorted((a, b) => byKnown(a.said, b.said));
  const reports: Held[][] = [];
  const links: ClaimLink[] = [];
  for (const right of sorted) {
    const { reportId, id } = right.said.claim;
    const home = fact.get(id);
    for (const report of reports.slice(-REPORTS_BEFORE)) {
      const lefts = report.filter(({ said }) => home === undefined || fact.get(said.claim.id) !== home);
      for (const { left, relation } of bestByKind(lefts, right, classes))
        links.push(toLink(left.said, id, relation));
    }
    const last = reports.find((report) => report[0].said.claim.reportId === reportId);
    if (last) last.push(right);
    else reports.push([right]);
  }
  return links;
}
