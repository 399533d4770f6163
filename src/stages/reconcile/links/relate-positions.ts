import type { Certitude, Claim } from '../../../model/claim.ts';
import type { LinkKind } from '../../../model/fact.ts';
import type { Party } from '../../../model/party.ts';
import { quote } from '../../../model/span.ts';
import type { ClassTree } from '../moves/class-tree.ts';
import { daysOfWhen, fitDays } from '../moves/fit-times.ts';
import type { LinkedClaim } from './about-claim.ts';
import type { Position } from './positions-of.ts';

/** How two claims on one topic relate, by which rule. */
export interface Relation {
  readonly kind: LinkKind;
  readonly rule: string;
  readonly why: string;
  readonly overtakenOn?: string;
}

/** A claim with one of its positions. */
export interface Held {
  readonly said: LinkedClaim;
  readonly position: Position;
}

export const relate = (kind: LinkKind, rule: string, why: string): Relation => ({
  kind,
  rule: `link.${rule}`,
  why,
});

/** Answers that cannot both hold. */
const OPPOSED: readonly (readonly [string, string])[] = [
  ['violates', 'not-covered'], ['violates', 'permitted'],
  ['open', 'closed'], ['refused', 'silent'], ['open', 'refused'], ['open', 'destroyed'],
  ['good', 'bad'], ['mixed', 'bad'], ['strong', 'weak'], ['yes', 'no'],
  ['give-up', 'keep'], ['give-up', 'build'], ['works', 'fails'],
]; // prettier-ignore

/** Answers that do not exclude each other, with in what they differ. */
const APART: readonly (readonly [string, string, LinkKind, rule: string, why: string])[] = [
  ['patron', 'trade-partner', 'corroborates', 'same-function', 'one keeps the other going, in two ways'],
  ['good', 'mixed', 'corroborates', 'same-sign', 'both see ground in common'],
  ['old', 'new-thing', 'scope', 'another-subject', 'the thing is new, the conduct is not'],
  ['old', 'new', 'contradiction', 'opposed', 'one finds it new, the other old'],
  ['normal', 'new', 'contradiction', 'opposed', 'one finds it unusual, the other normal'],
  ['answers', 'holds-back', 'scope', 'on-condition', 'holds back now, answers if it comes to that'],
  ['first', 'end', 'scope', 'another-form', 'what comes first in one stands at the end in the other'],
  ['cost', 'lowers', 'scope', 'another-effect', 'one names a cost, the other a gain, of one lever'],
  ['cost', 'raises', 'scope', 'another-effect', 'one names a cost, the other another effect, of one lever'],
]; // prettier-ignore

const isPair = (a: string, b: string, one: string, other: string): boolean =>
  (a === one && b === other) || (a === other && b === one);

const nameOf = ({ actorId, span }: Party, text: string): string =>
  actorId ?? quote(text, span).toLowerCase().replace(/^the /u, '');

/** On whose word it stands; nobody's but the report's own where it is empty. */
export function authorityOf({ claim, text }: LinkedClaim): string {
  const source = claim.attribution.at(0);
  if (source !== undefined) return nameOf(source.speaker, text);
  if (claim.kind !== 'assessment') return '';
  const judge = claim.assessor ?? (claim.dimension === 'purpose' ? claim.actors.at(0) : undefined);
  return judge === undefined ? '' : nameOf(judge, text);
}

/** Two that cannot both hold: on two authorities each keeps its own, otherwise they contradict. */
function oppose(a: Held, b: Held, ours: string, theirs: string): Relation {
  const [one, other] = [authorityOf(a.said), authorityOf(b.said)];
  return one !== '' && other !== '' && one !== other
    ? relate('attribution', 'two-authorities', `${ours} on one word, ${theirs} on another`)
    : relate('contradiction', 'opposed', `one says ${ours}, the other ${theirs}`);
}

const fitsClass = (a: string | undefined, b: string | undefined, classes: ClassTree): boolean =>
  a === undefined ||
  b === undefined ||
  a === b ||
  (classes[a] ?? []).includes(b) ||
  (classes[b] ?? []).includes(a);

/** How far a hedge leaves what it hedges standing, 0 to 3. */
const FIRMNESS: Readonly<Record<Certitude, number>> = {
  certain: 3, likely: 2, expected: 2, appears: 1, possible: 1, doubtful: 0, unclear: 0,
}; // prettier-ignore

const firmness = ({ hedge }: Claim): number => (hedge === undefined ? 3 : FIRMNESS[hedge.certitude]);

function agree(a: Held, b: Held): Relation {
  const [ours, theirs] = [a.said.claim.hedge?.certitude, b.said.claim.hedge?.certitude];
  if (firmness(a.said.claim) !== firmness(b.said.claim))
    return relate(
      'strength',
      'another-hedge',
      `one ${ours ?? 'unhedged'}, the other ${theirs ?? 'unhedged'}`,
    );
  return relate('corroborates', 'same-answer', 'both answer it alike');
}

const STANCE: Readonly<Record<string, number>> = { against: -1, reports: 0, lists: 1, for: 2 };

/** Levers of one family that pull the other way. */
const LOOSENS = new Set([
  'ease-sanctions',
  'lift-sanctions',
  'pause-exercises',
  'freeze-tests',
  'withdraw-forces',
]);

function relateLevers(a: Held, b: Held, classes: ClassTree): Relation | undefined {
  if (datedApart(a.said.claim, b.said.claim)) return undefined;
  const [lever, stance = ''] = a.position.value.split(' ');
  const [other, second = ''] = b.position.value.split(' ');
  if (lever !== other) {
    if (stance === 'reports' && second === 'reports') return undefined;
    if (LOOSENS.has(lever) === LOOSENS.has(other))
      return relate('scope', 'another-lever', `of another act: ${lever} and ${other}`);
    return stance === 'for' && second === 'for'
      ? oppose(a, b, lever, other)
      : relate('scope', 'another-lever', `of the opposite act: ${lever} and ${other}`);
  }
  if (!fitsClass(a.position.classId, b.position.classId, classes))
    return relate(
      'scope',
      'another-class',
      `of another class: ${a.position.classId} and ${b.position.classId}`,
    );
  if (isPair(stance, second, 'for', 'against')) return oppose(a, b, `for ${lever}`, `against ${lever}`);
  const [ours, theirs] = [STANCE[stance] ?? 0, STANCE[second] ?? 0];
  if (ours < 0 !== theirs < 0) return undefined;
  if (ours > 0 && theirs > 0 && ours !== theirs)
    return relate('strength', 'another-stance', 'one urges it, the other lists it among others');
  return agree(a, b);
}

/** Motives: two authorities each have their own; one authority may have several. */
function relateMotives(a: Held, b: Held): Relation | undefined {
  const [one, other] = [authorityOf(a.said), authorityOf(b.said)];
  if (one === other) return undefined;
  return relate('attribution', 'two-motives', 'two authorities give two motives');
}

function relateThreats(a: Held, b: Held): Relation | undefined {
  const [ours, of = ''] = a.position.value.split(' ');
  const [theirs, second = ''] = b.position.value.split(' ');
  if (ours === theirs) return agree(a, b);
  if (of !== second)
    return relate('scope', 'another-subject', 'one is of a single deed, the other of what lasts');
  return oppose(a, b, ours, theirs);
}

/** Law: a verdict holds of a class; where only one names it, how far the other reaches is open. */
function relateLaw(a: Held, b: Held, classes: ClassTree): Relation | undefined {
  const [ours, theirs] = [a.position, b.position];
  if (ours.value === theirs.value)
    return fitsClass(ours.classId, theirs.classId, classes) ? agree(a, b) : undefined;
  if (!fitsClass(ours.classId, theirs.classId, classes))
    return relate('scope', 'another-class', `of another class: ${ours.classId} and ${theirs.classId}`);
  if ((ours.classId === undefined) !== (theirs.classId === undefined))
    return relate(
      'scope',
      'class-unnamed',
      `one is of ${ours.classId ?? theirs.classId}, the other names no class`,
    );
  return relateValues(a, b);
}

function relateValues(a: Held, b: Held): Relation | undefined {
  const [ours, theirs] = [a.position.value, b.position.value];
  if (ours === theirs) return agree(a, b);
  if (OPPOSED.some(([one, other]) => isPair(ours, theirs, one, other))) return oppose(a, b, ours, theirs);
  const apart = APART.find(([one, other]) => isPair(ours, theirs, one, other));
  return apart === undefined ? undefined : relate(apart[2], apart[3], apart[4]);
}

const datedApart = (a: Claim, b: Claim): boolean => !fitDays(daysOfWhen(a.when), daysOfWhen(b.when));
const isDated = ({ when }: Claim): boolean => when?.from !== undefined;

/** Meetings: the same sides on days that fit; a plan for the same days at another place is another plan. */
function relateMeetings(a: Held, b: Held): Relation | undefined {
  const [one, other] = [a.said.claim, b.said.claim];
  if (datedApart(one, other) || !isDated(one) || !isDated(other)) return undefined;
  if (a.position.value === b.position.value) return agree(a, b);
  return relate('succession', 'carried-out', 'planned in one, held in the other');
}

/** Summits of the same two: one that is dated refines a mere count of them. */
function relateSummits(a: Held, b: Held): Relation | undefined {
  const [one, other] = [a.said.claim, b.said.claim];
  if (a.position.value !== 'summit' && b.position.value !== 'summit') return undefined;
  if (isDated(one) !== isDated(other))
    return relate('refines', 'names-one', 'one names a day or place, the other only that they met');
  return datedApart(one, other) ? undefined : agree(a, b);
}

/** How two positions on one topic relate; the first was known first. Nothing where they only stand side by side. */
export function relatePositions(a: Held, b: Held, classes: ClassTree = {}): Relation | undefined {
  const [family] = a.position.topic.split(' ', 1);
  switch (family) {
    case 'lever':
      return relateLevers(a, b, classes);
    case 'motive':
      return relateMotives(a, b);
    case 'threat':
      return relateThreats(a, b);
    case 'legal':
      return relateLaw(a, b, classes);
    case 'meeting':
      return relateMeetings(a, b);
    case 'summit':
      return relateSummits(a, b);
    case 'process':
      return a.position.value === b.position.value
        ? agree(a, b)
        : relate('scope', 'another-phase', `one says ${a.position.value}, the other ${b.position.value}`);
    case 'group':
      return relate('corroborates', 'same-group', 'the same sides consult');
    case 'thing':
      return relate('corroborates', 'same-thing', 'both speak of the same thing');
    case 'novelty':
      return a.position.value === b.position.value ? undefined : relateValues(a, b);
    case 'brings':
    case 'terms':
    case 'escalation':
      return a.position.value === b.position.value ? undefined : relateValues(a, b);
    default:
      return relateValues(a, b);
  }
}
