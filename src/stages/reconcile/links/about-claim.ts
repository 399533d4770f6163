import type { Claim } from '../../../model/claim.ts';
import type { Act } from '../../../model/move-type.ts';
import type { Party } from '../../../model/party.ts';
import type { Mention, Reading, Repair } from '../../../model/reading.ts';
import { contains, overlaps, quote } from '../../../model/span.ts';
import type { Span } from '../../../model/span.ts';
import type { ClassTree } from '../moves/class-tree.ts';
import type { Sourced } from '../sourced.ts';
import { toWords } from '../wording/to-words.ts';

interface Person {
  readonly id: string;
  readonly side: string;
}

/** What a claim is about, as far as its words and the words around them tell. */
export interface About {
  /** Sides named in the claim's words, else in its clause, else in its sentence; nearest first, at most two. */
  readonly pair: readonly string[];
  /** Sides named in the claim's own words, and as its actors and targets. */
  readonly named: readonly string[];
  /** Sides named in the clause. */
  readonly sides: readonly string[];
  /** Sides named in the sentence. */
  readonly around: readonly string[];
  /** The side of which it is said: that acts or stands first in the words, or before them. */
  readonly subject?: string;
  /** The same, and the sides of those on whose word it stands. */
  readonly concerned: readonly string[];
  /** Persons named in the sentence, each with his side. */
  readonly persons: readonly Person[];
  /** The act spoken of in the same clause, and nearest by in the same sentence. */
  readonly act?: Act;
  readonly actNear?: Act;
  /** The claim of the deed spoken of in the same clause. */
  readonly deedId?: string;
  /** The class of weapon spoken of nearest by in the same clause. */
  readonly classId?: string;
  /** Levers named in its clause; where its words only point back, those that they mean. */
  readonly levers: readonly string[];
  readonly pointsBack: boolean;
  /** Telling words of its clause, as stems. */
  readonly stems: ReadonlySet<string>;
  /** Garbled words in its clause, each with its reading. */
  readonly repairs: readonly Repair[];
}

/** A claim with what reconciling needs of its report. */
export interface LinkedClaim extends Sourced<Claim> {
  readonly text: string;
  readonly about: About;
}

const sideOf = ({ sideId, actorId }: Party): string | undefined => sideId ?? actorId;
const unique = (ids: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

const gap = (a: Span, b: Span): number =>
  a.end <= b.start ? b.start - a.end : b.end <= a.start ? a.start - b.end : 0;

const near = (words: Span, items: readonly Mention[]): readonly Mention[] =>
  items.toSorted((a, b) => gap(a.party.span, words) - gap(b.party.span, words));

/** What the neighbours of a claim in its report are: its sentence and the one before. */
interface Report {
  readonly text: string;
  readonly mentions: ReadonlyMap<number, readonly Mention[]>;
  readonly claims: ReadonlyMap<number, readonly Claim[]>;
  readonly repairs: readonly Repair[];
  readonly classes: ClassTree;
}

function groupBySentence<T extends { readonly sentence: number }>(
  items: readonly T[],
): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.sentence);
    if (group) group.push(item);
    else groups.set(item.sentence, [item]);
  }
  return groups;
}

/** Whoever is only the one who says it is not what is spoken of. */
const isSpoken = (claim: Claim, { party }: Mention, text: string): boolean =>
  !claim.attribution.some(
    ({ speaker }) => overlaps(speaker.span, party.span) || quote(text, party.span) === 'I',
  );

/** The side of which it is said: its actor, else the nearest named before it, else the first in its words. */
function findSubject(claim: Claim, mentions: readonly Mention[]): string | undefined {
  const [actor] = unique(claim.actors.map(sideOf));
  if (actor !== undefined && claim.kind !== 'relation') return actor;
  const known = mentions.filter(({ party }) => sideOf(party) !== undefined);
  const before = known.filter(({ party }) => party.span.start <= claim.span.start + 1).at(-1);
  const chosen = before ?? known.find(({ party }) => contains(claim.span, party.span));
  return chosen === undefined ? actor : sideOf(chosen.party);
}

/** "The one that …: NAME" names it behind a colon; "It …" takes up the first side of the sentence before. */
function findSubjectFarther(claim: Claim, report: Report): string | undefined {
  const here = report.mentions.get(claim.sentence) ?? [];
  const behind = here.find(({ party }) =>
    /:\s$/u.test(report.text.slice(Math.max(0, party.span.start - 2), party.span.start)),
  );
  if (behind !== undefined) return sideOf(behind.party);
  const takesUp = here.some(
    ({ party }) =>
      party.naming === 'pronoun' && sideOf(party) === undefined && overlaps(claim.clause, party.span),
  );
  const before = report.mentions.get(claim.sentence - 1) ?? [];
  return takesUp ? unique(before.map(({ party }) => sideOf(party))).at(0) : undefined;
}

/** The nearest of the claims around of which something can be told; equals: the first. */
function nearestOf<T>(
  claim: Claim,
  around: readonly Claim[],
  pick: (one: Claim) => T | undefined,
): T | undefined {
  const own = pick(claim);
  if (own !== undefined) return own;
  let best: T | undefined;
  let least = Infinity;
  for (const one of around) {
    const value = pick(one);
    const distance = gap(one.span, claim.span);
    if (value === undefined || distance >= least) continue;
    [best, least] = [value, distance];
  }
  return best;
}

const actOf = (claim: Claim): Act | undefined => (claim.kind === 'move' ? claim.act : undefined);
const deedOf = (claim: Claim): string | undefined => (actOf(claim) === undefined ? undefined : claim.id);
const leverOf = (claim: Claim): string | undefined => (claim.kind === 'lever' ? claim.lever : undefined);

const isWeapon = (classId: string, classes: ClassTree): boolean =>
  classId.endsWith('-program') ||
  (classes[classId] ?? []).some((wider) => wider === 'weapon' || wider === 'weapons-test');

function weaponOf(claim: Claim, classes: ClassTree): string | undefined {
  if (claim.kind !== 'move' && claim.kind !== 'capability') return undefined;
  const classId = claim.object?.classId;
  return classId !== undefined && isWeapon(classId, classes) ? classId : undefined;
}

/** "on that front", "this would", "doing so": words that say nothing of what they point to. */
const POINTS_BACK =
  /^["“‘]?(?:(?:that|this|it|both|either) (?:would|could|might|may|will|is|was|has)\b|doing so )|\b(?:on|in) (?:this|that) (?:front|score|point|respect|issue|matter|regard)\b|\bdo(?:ing)? so\b/iu;

const pointsBack = ({ clause }: Claim, { text }: Report): boolean =>
  POINTS_BACK.test(quote(text, clause).replace(/^[–—-] /u, ''));

function findLevers(claim: Claim, report: Report): readonly string[] {
  const here = report.claims.get(claim.sentence) ?? [];
  const own = here.filter((one) => overlaps(one.span, claim.clause)).flatMap((one) => leverOf(one) ?? []);
  if (!pointsBack(claim, report)) return unique(own);
  const before = here.filter((one) => one.span.end <= claim.span.start).flatMap((one) => leverOf(one) ?? []);
  if (before.length > 0) return unique([...before, ...own]);
  return unique((report.claims.get(claim.sentence - 1) ?? []).map(leverOf).concat(own));
}

const sidesOf = (mentions: readonly Mention[]): readonly string[] =>
  unique(mentions.map(({ party }) => sideOf(party)));

function personsOf(mentions: readonly Mention[]): readonly Person[] {
  const persons = mentions.flatMap(({ party: { actorId, sideId } }) =>
    actorId === undefined || sideId === undefined || actorId === sideId ? [] : [[actorId, sideId] as const],
  );
  return [...new Map(persons)].map(([id, side]) => ({ id, side })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function findSides(
  claim: Claim,
  report: Report,
): Pick<About, 'pair' | 'named' | 'sides' | 'around' | 'concerned' | 'subject' | 'persons'> {
  const sentence = (report.mentions.get(claim.sentence) ?? []).filter((one) =>
    isSpoken(claim, one, report.text),
  );
  const clause = sentence.filter(({ party }) => overlaps(claim.clause, party.span));
  const words = clause.filter(({ party }) => overlaps(claim.span, party.span));
  const parts = [...claim.actors, ...claim.targets];
  const inside = [
    ...words.map(({ party }) => party),
    ...parts.filter(({ span }) => overlaps(span, claim.span)),
  ];
  const named = unique([...inside.toSorted((a, b) => a.span.start - b.span.start), ...parts].map(sideOf));
  const pair = unique([
    ...named,
    ...sidesOf(near(claim.span, clause)),
    ...sidesOf(near(claim.span, sentence)),
  ]);
  const subject =
    findSubject(claim, clause) ?? findSubjectFarther(claim, report) ?? findSubject(claim, sentence);
  return {
    pair: pair.slice(0, 2).toSorted(),
    named,
    sides: unique([...named, ...sidesOf(clause)]).toSorted(),
    around: sidesOf(sentence),
    ...(subject === undefined ? {} : { subject }),
    concerned: unique([...sidesOf(sentence), ...claim.attribution.map(({ speaker }) => sideOf(speaker))]),
    persons: personsOf(sentence),
  };
}

function aboutClaim(claim: Claim, report: Report): About {
  const around = report.claims.get(claim.sentence) ?? [];
  const clause = around.filter((one) => overlaps(one.span, claim.clause));
  const others = clause.filter((one) => actOf(one) !== 'sanction-evaded');
  const deeds = claim.kind === 'legal' && others.some((one) => actOf(one) !== undefined) ? others : clause;
  const act = nearestOf(claim, deeds, actOf);
  const actNear = act ?? nearestOf(claim, around, actOf);
  const deedId = nearestOf(claim, deeds, deedOf);
  const classId = nearestOf(claim, clause, (one) => weaponOf(one, report.classes));
  return {
    ...findSides(claim, report),
    ...(act === undefined ? {} : { act }),
    ...(actNear === undefined ? {} : { actNear }),
    ...(deedId === undefined ? {} : { deedId }),
    ...(classId === undefined ? {} : { classId }),
    levers: findLevers(claim, report),
    pointsBack: pointsBack(claim, report),
    stems: stemsOf(quote(report.text, claim.clause)),
    repairs: report.repairs.filter(({ span }) => overlaps(span, claim.clause)),
  };
}

const stemsOf = (words: string): ReadonlySet<string> =>
  new Set(toWords(words).flatMap(({ stem, kind }) => (kind === 'link' ? [] : [stem])));

/** The claims of a reading made ready for linking; needs nothing but the reading. */
export function toLinkedClaims(
  { report, claims, mentions, repairs }: Reading,
  known: { readonly originId: string; readonly knownFrom: string },
  classes: ClassTree = {},
): readonly LinkedClaim[] {
  const around: Report = {
    text: report.text,
    mentions: groupBySentence(mentions),
    claims: groupBySentence(claims),
    repairs,
    classes,
  };
  return claims.map((claim) => ({ claim, ...known, text: report.text, about: aboutClaim(claim, around) }));
}
