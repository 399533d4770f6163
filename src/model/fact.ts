import type { Certitude } from './claim.ts';
import type { Act, MoveType, Status } from './move-type.ts';
import type { When } from './time.ts';

/** A value with the claims that say so. Several values of one attribute are a disagreement, shown, never averaged. */
export interface Supported<T> {
  readonly value: T;
  readonly claimIds: readonly string[];
}

/** How a report relates to the first report of its origin. */
export type CopyKind = 'first' | 'near-copy' | 'cut' | 'reworded' | 'retranslated';

export interface OriginMember {
  readonly reportId: string;
  readonly how: CopyKind;
  /** 0 to 1, with the first report. */
  readonly similarity: number;
}

/** The first report of which others are copies, reprints, translations: the unit that corroborates. */
export interface Origin {
  readonly id: string;
  readonly members: readonly OriginMember[];
  /** Origins or outlets that this one merely cites ("AP reported"). */
  readonly leansOn: readonly string[];
}

/** A deed of an actor, as supported by one or more claims. */
export interface Move {
  readonly id: string;
  readonly type: MoveType;
  readonly mode?: string;
  readonly act?: Act;
  /** Actor ids; empty when unknown. */
  readonly actorIds: readonly string[];
  readonly targetIds: readonly string[];
  /** The sides (states, organisations) the actors and targets belong to. */
  readonly sideIds: readonly string[];
  readonly targetSideIds: readonly string[];
  readonly status: Status;
  readonly time: 'current' | 'background';
  readonly happenedOn?: When;
  readonly place?: string;
  readonly classId?: string;
  readonly count?: number;
  readonly claimIds: readonly string[];
  readonly originIds: readonly string[];
  /** Attributes on which claims differ, each value with its claims: `happenedOn`, `count`, `classId`, `motive` … */
  readonly disagreements: Readonly<Record<string, readonly Supported<string>[]>>;
  /** Instant from which it was known: the earliest publication among its claims. */
  readonly knownFrom: string;
}

export interface Wording {
  readonly words: string;
  readonly claimId: string;
  readonly reportId: string;
  readonly originId: string;
  readonly form: 'direct' | 'mixed' | 'indirect';
  readonly certitude?: Certitude;
  /** Says it more or less strongly than the best attested wording. */
  readonly strength?: 'stronger' | 'weaker';
}

/** An utterance: one act of saying, many wordings. (`statement` in the glossary; reconciled form.) */
export interface Utterance {
  readonly id: string;
  readonly speakerIds: readonly string[];
  readonly sideIds: readonly string[];
  readonly addresseeIds: readonly string[];
  readonly saidOn?: When;
  readonly wordings: readonly Wording[];
  /** Index of the best attested wording: verbatim in the most independent origins. */
  readonly best: number;
  readonly originIds: readonly string[];
  readonly knownFrom: string;
}

export type LinkKind =
  | 'corroborates'
  | 'repeats'
  | 'refines'
  | 'succession'
  | 'contradiction'
  | 'scope'
  | 'strength'
  | 'attribution';

/** An entry of the playbook that a claim is held against: a fact of its chronicle or a clause of law. */
export interface RecordEntry {
  readonly kind: 'fact' | 'clause';
  readonly says: string;
  readonly source: string;
  /** Whether somebody has checked it against the source. */
  readonly checked: boolean;
}

/** A typed relation between two claims, or between a claim and an entry of the record. */
export interface ClaimLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly left: string;
  /** Id of a claim; where `record` is given, id of that entry. */
  readonly right: string;
  readonly record?: RecordEntry;
  /** Id of the rule that says so. */
  readonly rule: string;
  /** For people, e.g. "overtaken on 2021-03-25". */
  readonly why: string;
  /** For successions: the day from which the left no longer held. */
  readonly overtakenOn?: string;
}

/** The whole of what reconciling makes of a set of readings; moves and utterances in the order of their ids. */
export interface Reconciled {
  readonly origins: readonly Origin[];
  readonly moves: readonly Move[];
  readonly utterances: readonly Utterance[];
  readonly links: readonly ClaimLink[];
}
