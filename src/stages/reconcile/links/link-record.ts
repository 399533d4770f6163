import type { ClaimLink } from '../../../model/fact.ts';
import type { ChronicleFact } from '../../../model/playbook.ts';
import { quote } from '../../../model/span.ts';
import type { ClassTree } from '../moves/class-tree.ts';
import { daysOfWhen } from '../moves/fit-times.ts';
import type { LinkedClaim } from './about-claim.ts';
import type { KnownRecord } from './known-record.ts';
import { relateDeeds, toDeed } from './relate-deeds.ts';
import type { Deed } from './relate-deeds.ts';
import { relate } from './relate-positions.ts';
import { toLink } from './to-link.ts';

/** Of the facts that contradict or overtake one claim, the first so many. */
const FACTS = 4;

const byDay = (a: ChronicleFact, b: ChronicleFact): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
const sideOf = (id: string): string => id.split('.')[0];

function factDeed({ move, on, until = on, knownFrom = on, place }: ChronicleFact): Deed | undefined {
  if (move === undefined) return undefined;
  const parties = [...new Set([...move.by, ...move.to].map(sideOf))];
  return {
    sides: [...new Set(move.by.map(sideOf))],
    parties,
    named: parties,
    status: move.status,
    ...(move.class === undefined ? {} : { classId: move.class }),
    ...(place === undefined ? {} : { place }),
    on,
    days: daysOfWhen({ from: on, until, certainty: 'certain' }),
    knownFrom,
  };
}

/** Facts of the record that a claim of a deed is at odds with, up to the first that overtakes it or carries it out. */
function* linkToFacts(
  said: LinkedClaim,
  { chronicle }: KnownRecord,
  classes: ClassTree,
): Generator<ClaimLink> {
  const { claim } = said;
  const told = toDeed(said);
  if (claim.kind !== 'move' || told === undefined || told.status === 'actual') return;
  for (const fact of chronicle.toSorted(byDay)) {
    if (fact.move?.act !== claim.act) continue;
    const deed = factDeed(fact);
    const relation = deed === undefined ? undefined : relateDeeds(told, deed, classes);
    if (relation === undefined) continue;
    const { says, source, checked } = fact;
    yield toLink(said, fact.id, relation, { kind: 'fact', says, source, checked });
    if (relation.kind === 'succession') return;
  }
}

/** A law by the number it goes under: where the words give it to another issuer, the clause says whose it is. */
function* linkToClauses(said: LinkedClaim, { clauses }: KnownRecord): Generator<ClaimLink> {
  const { claim, about, text } = said;
  if (claim.kind !== 'legal') return;
  for (const { span, reading, basis } of about.repairs) {
    const clause = clauses.find(({ instrument }) => reading.split(/\W+/u).includes(instrument));
    if (clause === undefined || basis !== 'object-class') continue;
    const { id, says, source, checked = false } = clause;
    const why = `the words say “${quote(text, span)}”; that number is “${reading}”`;
    yield toLink(said, id, relate('contradiction', 'another-issuer', why), {
      kind: 'clause',
      says,
      source: source ?? '',
      checked,
    });
  }
}

/** What the record says against a claim, or to carry it out. */
export const linkToRecord = (
  said: LinkedClaim,
  record: KnownRecord,
  classes: ClassTree,
): readonly ClaimLink[] => [
  ...[...linkToFacts(said, record, classes)].slice(0, FACTS),
  ...linkToClauses(said, record),
];
