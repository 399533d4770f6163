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

type Of<K extends ClaimKind> = KnownClaim & { readonly claim: Extract<Claim, { kind: K }> };

/** Places of the claims known by a day, the newest two thousand of them, in a list that is oldest first. */
function lookBack(
  list: readonly KnownClaim[],
  knownAt: number,
): { readonly from: number; readonly until: number } {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].known <= knownAt) low = middle + 1;
    else high = middle;
  }
  return { from: Math.max(0, low - MOST), until: low };
}

/** Claims of a kind that were known by a day, the newest two thousand of them, oldest first. */
export function claimsBy<K extends ClaimKind>(index: ClaimIndex, kind: K, knownAt: number): readonly Of<K>[] {
  const list = index.ofKind(kind);
  const { from, until } = lookBack(list, knownAt);
  return list.slice(from, until).filter((one): one is Of<K> => one.claim.kind === kind);
}

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

const [UNASKED, YES, NO] = [0, 1, 2];

/** Whether each claim of a kind is one that an entry can lean on; found out once. */
class Answers {
  private readonly answers = new WeakMap<ClaimRecogniser, Map<ClaimKind, Uint8Array>>();

  /** The entry's claims among those of a kind from one place up to (not with) another. */
  among(list: readonly KnownClaim[], told: ClaimRecogniser, kind: ClaimKind, { from, until }: ReturnType<typeof lookBack>): readonly KnownClaim[] {
    const kinds = this.answers.get(told) ?? new Map<ClaimKind, Uint8Array>();
    this.answers.set(told, kinds);
    const known = kinds.get(kind) ?? new Uint8Array(list.length);
    kinds.set(kind, known);
    const found: KnownClaim[] = [];
    for (let i = from; i < until; i++) {
      if (known[i] === UNASKED) known[i] = isTold(list[i], told) ? YES : NO;
      if (known[i] === YES) found.push(list[i]);
    }
    return found;
  } // prettier-ignore
}

const answers = new WeakMap<ClaimIndex, Answers>();

/** The claims known by a day that the entry can lean on. */
export function claimsTold(
  index: ClaimIndex,
  told: ClaimRecogniser | undefined,
  knownAt: number,
): readonly KnownClaim[] {
  if (told === undefined) return [];
  const known = answers.get(index) ?? new Answers();
  answers.set(index, known);
  const kinds = told.kinds.length > 0 ? told.kinds : ALL_KINDS;
  return kinds.flatMap((kind) => {
    const list = index.ofKind(kind);
    return known.among(list, told, kind, lookBack(list, knownAt));
  });
}
