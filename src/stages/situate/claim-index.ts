import type { Claim, ClaimKind } from '../../model/claim.ts';
import type { Party } from '../../model/party.ts';
import type { ClaimRecogniser } from '../../model/playbook.ts';
import type { Reading } from '../../model/reading.ts';
import { contains, quote } from '../../model/span.ts';
import type { Instant } from '../../model/time.ts';
import { firstDay } from './day-number.ts';

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
}

export interface ClaimIndex {
  readonly readings: readonly KnownReading[];
  readonly byId: ReadonlyMap<string, KnownClaim>;
  /** Claims of a kind, oldest first. */
  readonly ofKind: (kind: ClaimKind) => readonly KnownClaim[];
  /** All claims of the same sentence. */
  readonly beside: (claim: Claim) => readonly Claim[];
  /** Sides named in the claim's clause, in their order. */
  readonly sidesIn: (claim: Claim) => readonly string[];
}

function toBeside(readings: readonly KnownReading[]): ClaimIndex['beside'] {
  const sentences = new Map<string, Claim[]>();
  for (const { reading } of readings) {
    for (const claim of reading.claims) {
      const key = `${claim.reportId}/${claim.sentence}`;
      const list = sentences.get(key);
      if (list) list.push(claim);
      else sentences.set(key, [claim]);
    }
  }
  return (claim) => sentences.get(`${claim.reportId}/${claim.sentence}`) ?? [];
}

function toSidesIn(readings: readonly KnownReading[]): ClaimIndex['sidesIn'] {
  const mentions = new Map(readings.map(({ reading }) => [reading.report.id, reading.mentions]));
  return (claim) => {
    const inside = (mentions.get(claim.reportId) ?? []).filter(({ party }) =>
      contains(claim.clause, party.span),
    );
    const ordered = inside.toSorted((a, b) => a.party.span.start - b.party.span.start);
    return sidesOf(ordered.map(({ party }) => party));
  };
}

export function toClaimIndex(readings: readonly KnownReading[]): ClaimIndex {
  const byId = new Map<string, KnownClaim>();
  const kinds = new Map<ClaimKind, KnownClaim[]>();
  const sorted = [...readings].sort((a, b) =>
    a.knownFrom < b.knownFrom ? -1 : a.knownFrom > b.knownFrom ? 1 : 0,
  );
  for (const { reading, knownFrom } of sorted) {
    const known = firstDay(knownFrom);
    for (const claim of reading.claims) {
      const one: KnownClaim = { claim, words: quote(reading.report.text, claim.clause), known };
      byId.set(claim.id, one);
      const list = kinds.get(claim.kind);
      if (list) list.push(one);
      else kinds.set(claim.kind, [one]);
    }
  }
  const beside = toBeside(sorted);
  return {
    readings: sorted,
    byId,
    ofKind: (kind) => kinds.get(kind) ?? [],
    beside,
    sidesIn: toSidesIn(sorted),
  };
}

/** The most claims of one kind that a situation looks back at. */
const MOST = 2000;

/** Claims of a kind that were known by a day, the newest two thousand of them, oldest first. */
export function claimsBy<K extends ClaimKind>(
  index: ClaimIndex,
  kind: K,
  knownAt: number,
): readonly {
  readonly claim: Extract<Claim, { kind: K }>;
  readonly words: string;
  readonly known: number;
}[] {
  const found = [];
  const list = index.ofKind(kind);
  for (let i = list.length - 1; i >= 0 && found.length < MOST; i--) {
    const one = list[i];
    if (one.known <= knownAt && hasKind(one.claim, kind)) found.push({ ...one, claim: one.claim });
  }
  return found.reverse();
}

const hasKind = <K extends ClaimKind>(claim: Claim, kind: K): claim is Extract<Claim, { kind: K }> =>
  claim.kind === kind;

/** Actor and side ids of a party. */
export const idsOf = (party: Party | undefined): readonly string[] =>
  party === undefined ? [] : [party.sideId, party.actorId].flatMap((id) => id ?? []);

/** The side a party stands for, else the actor himself. */
export const sidesOf = (parties: readonly (Party | undefined)[]): readonly string[] => [
  ...new Set(parties.flatMap((party) => party?.sideId ?? party?.actorId ?? [])),
];

/** Who says it: the last link that is named or has a side; empty when the outlet itself says it. */
export function speakersOf(claim: Claim): readonly string[] {
  const speakers = claim.attribution.map((source) => source.speaker);
  return [...new Set(speakers.flatMap((party) => party.actorId ?? party.officeId ?? party.sideId ?? []))];
}

function partiesOf(claim: Claim): readonly string[] {
  const own = [...claim.actors, ...claim.targets, ...claim.attribution.map((source) => source.speaker)];
  return own.flatMap(idsOf);
}

const isLetter = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}]/u.test(unit);

/** Whole words; a word that ends in `*` may go on. */
export function hasWord(words: string, wanted: string): boolean {
  const stem = wanted.endsWith('*');
  const needle = stem ? wanted.slice(0, -1) : wanted;
  for (let at = words.indexOf(needle); at >= 0; at = words.indexOf(needle, at + 1)) {
    const ends = stem || !isLetter(words.at(at + needle.length));
    if (ends && (at === 0 || !isLetter(words.at(at - 1)))) return true;
  }
  return false;
}

/** Whether a claim is one that the entry can lean on. */
export function isTold(
  known: { readonly claim: Claim; readonly words: string },
  told: ClaimRecogniser,
): boolean {
  if (told.kinds.length > 0 && !told.kinds.includes(known.claim.kind)) return false;
  const words = known.words.toLowerCase();
  if (!told.words.every((group) => group.some((word) => hasWord(words, word)))) return false;
  return told.parties.length === 0 || partiesOf(known.claim).some((id) => told.parties.includes(id));
}

const ALL_KINDS: readonly ClaimKind[] = [
  'move', 'statement', 'condition', 'assessment', 'outlook', 'lever', 'relation',
  'contact', 'capability', 'legal', 'process', 'goal', 'mechanism',
]; // prettier-ignore

/** Ids of the claims known by a day that the entry can lean on. */
export function claimsTold(
  index: ClaimIndex,
  told: ClaimRecogniser | undefined,
  knownAt: number,
): readonly KnownClaim[] {
  if (told === undefined) return [];
  const kinds = told.kinds.length > 0 ? told.kinds : ALL_KINDS;
  return kinds.flatMap((kind) => claimsBy(index, kind, knownAt).filter((known) => isTold(known, told)));
}
