import type { ClaimKind, ChannelState } from './claim.ts';
import type { Dynamics } from './dynamics.ts';
import type { MovePattern, Test } from './move-pattern.ts';
import type { Entry, GivenMove } from './playbook-entry.ts';

export type { Entry, GivenMove, PlaybookCase } from './playbook-entry.ts';

export interface Pair {
  readonly id: string;
  readonly sides: readonly [string, string];
  /** Sides whose deeds without a target count for this pair. */
  readonly untargeted: readonly string[];
}

export interface Rung {
  readonly id: string;
  /** Negative: co-operation; 0: calm; positive: the higher, the more tense. */
  readonly level: number;
  readonly name: string;
  readonly why: string;
  readonly source: string;
}

/** What puts a pair on a rung, and for how long. */
export interface LadderEntry extends Entry {
  readonly rung: string;
  readonly move: MovePattern;
  /** Only these pairs; without it, all. */
  readonly pairs?: readonly string[];
  readonly holdsDays: number;
  /** A move that takes the pair down: what raised it before no longer counts. */
  readonly lowers: boolean;
}

export interface Ladder {
  readonly rungs: readonly Rung[];
  readonly rest: string;
  readonly pairs: readonly Pair[];
  readonly entries: readonly LadderEntry[];
  /** Falls one rung in this many days once what held it has run out. */
  readonly decayDays: number;
}

export type ClauseKind =
  'prohibition' | 'demand' | 'obligation' | 'obligation-third' | 'embargo' | 'export-ban' | 'cap' | 'asset-freeze'
  | 'travel-ban' | 'inspection' | 'service-ban' | 'financial' | 'labour' | 'maritime' | 'designation' | 'institution'
  | 'review' | 'trigger' | 'call' | 'pledge'; // prettier-ignore

/** A clause of law. */
export interface Clause extends Entry {
  /** The text of law it stands in, e.g. a resolution's number, and its place there. */
  readonly instrument: string;
  readonly paragraph: string;
  readonly issuer: string;
  readonly kind: ClauseKind;
  readonly says: string;
  /** Actor ids; empty: everybody. */
  readonly binds: readonly string[];
  readonly from: string;
  readonly until?: string;
  readonly supersededBy?: string;
  readonly prohibits: readonly MovePattern[];
  /** Acts of which it is disputed whether the clause reaches them. */
  readonly disputes: readonly MovePattern[];
  /** Acts that belong to what the clause is about without breaking it. */
  readonly relates: readonly MovePattern[];
  /** Acts upon which the clause promises something. */
  readonly triggers: readonly MovePattern[];
  readonly exempts: readonly MovePattern[];
  readonly quantities: readonly { readonly value: number; readonly unit: string }[];
}

export interface ChannelEntry extends Entry {
  readonly name: string;
  readonly sides: readonly string[];
  /** Condition of things → moves that bring it about. */
  readonly moves: readonly { readonly state: ChannelState; readonly move: MovePattern }[];
  /** Direct contact, for counting the days without. */
  readonly contact: readonly MovePattern[];
  /** Claims of contact with these sides belong to it. */
  readonly kind: 'direct' | 'consultation' | 'third-party';
}

export interface ExerciseEntry extends Entry {
  readonly name: string;
  readonly sides: readonly string[];
  readonly against: readonly string[];
  readonly classes: readonly string[];
  /** Months (1–12) in which it is usually held. */
  readonly months: readonly number[];
}

export interface ProgrammeEntry extends Entry {
  readonly name: string;
  readonly owner: string;
  readonly classes: readonly string[];
  readonly notClasses: readonly string[];
}

export interface MoratoriumEntry extends Entry {
  readonly name: string;
  readonly holder: string;
  readonly declared: MovePattern;
  readonly covers: MovePattern;
  readonly ends: readonly MovePattern[];
}

export interface BargainTerm {
  readonly id: string;
  readonly says: string;
  readonly by: string;
  readonly to?: string;
  /** Whose gift it is: who alone can deliver it. */
  readonly gift: readonly string[];
  readonly met?: Test;
  readonly broken?: Test;
}

export interface BargainEntry extends Entry {
  readonly name: string;
  readonly form: 'demand' | 'offer' | 'exchange' | 'threat' | 'tacit' | 'claim' | 'precondition' | 'open';
  readonly holder: string;
  readonly partner?: string;
  readonly connective: string;
  readonly evidentiality: 'declared' | 'proposed' | 'reported' | 'tacit' | 'appears';
  /** Day from which it stands. */
  readonly from: string;
  readonly until?: string;
  readonly terms: readonly BargainTerm[];
  /** What would set it off. */
  readonly trigger?: Test;
  /** After the trigger: what shows that it failed, or held. */
  readonly failed?: Test;
  readonly met?: Test;
  readonly lapsed?: Test;
  readonly broken?: Test;
  readonly told?: ClaimRecogniser;
}

/** Picks claims of a report as evidence for an entry: by kind, parties and words of their clause. */
export interface ClaimRecogniser {
  readonly kinds: readonly ClaimKind[];
  readonly parties: readonly string[];
  /** Each group needs one of its words (lower case, whole words or stems ending in `*`) in the clause. */
  readonly words: readonly (readonly string[])[];
}

export interface LeverEntry extends Entry {
  readonly name: string;
  readonly holder: readonly string[];
  /** Classes of the lever lexicon that name it. */
  readonly classes: readonly string[];
  readonly costs: readonly string[];
  readonly presupposes: readonly string[];
  readonly used: readonly MovePattern[];
}

export interface ProcessEntry extends Entry {
  readonly name: string;
  readonly owner: string;
  readonly begun: readonly MovePattern[];
  readonly completed: readonly MovePattern[];
  /** Days after the beginning when it falls due, where nobody has said. */
  readonly dueAfterDays?: number;
  readonly told?: ClaimRecogniser;
}

export interface RelationEntry extends Entry {
  readonly sides: readonly [string, string];
  readonly relation: 'ally' | 'patron' | 'trade-partner' | 'rival' | 'leverage' | 'neighbour' | 'partner';
  readonly from: string;
  readonly until?: string;
  readonly says: string;
}

/** Whom somebody might recruit to weigh on a third. */
export interface ThirdParty extends Entry {
  readonly holder: string;
  readonly over: string;
  readonly seeker: string;
  readonly says: string;
  readonly told?: ClaimRecogniser;
}

export interface HypothesisEntry extends Entry {
  readonly name: string;
  readonly about: string;
  readonly says: string;
  readonly told: ClaimRecogniser;
}

/** A subject that the situation keeps claims of, e.g. humanitarian effects. */
export interface TopicEntry extends Entry {
  readonly name: string;
  readonly part: 'externality' | 'aim' | 'track';
  readonly told: ClaimRecogniser;
}

/** A pair on its own track inside the theatre, with who brokers. */
export interface TrackEntry extends Entry {
  readonly name: string;
  readonly sides: readonly [string, string];
  readonly broker?: string;
  readonly told?: ClaimRecogniser;
}

/** An expectation with what would resolve it. */
export interface OutlookEntry extends Entry {
  readonly name: string;
  readonly saidOn: string;
  readonly due: string;
  readonly yes?: Test;
  readonly no?: Test;
  readonly partly?: Test;
  readonly told?: ClaimRecogniser;
}

/** A dated fact with its source. A fact with a type is a move; without one it is a milestone. */
export interface ChronicleFact {
  readonly id: string;
  readonly on: string;
  readonly until?: string;
  readonly says: string;
  readonly source: string;
  readonly checked: boolean;
  /** Day from which the world could know it; without it, the day it happened. */
  readonly knownFrom?: string;
  readonly move?: GivenMove;
  readonly place?: string;
  /** Ids of earlier facts that this one answers. */
  readonly answers: readonly string[];
  /** By which words reports retell it, in the month after; for deeds that reports tell without a day. */
  readonly told?: ClaimRecogniser;
  readonly tags: readonly string[];
}

/** The knowledge of one theatre. */
export interface Playbook {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** From the content of its files: a change of any entry changes it. */
  readonly version: string;
  readonly sides: readonly string[];
  readonly ladder: Ladder;
  readonly clauses: readonly Clause[];
  /** Moves that the clauses are applied to, so that what they do not cover is said as well. */
  readonly judged: readonly MovePattern[];
  readonly channels: readonly ChannelEntry[];
  readonly exercises: readonly ExerciseEntry[];
  readonly programmes: readonly ProgrammeEntry[];
  readonly moratoria: readonly MoratoriumEntry[];
  readonly bargains: readonly BargainEntry[];
  readonly levers: readonly LeverEntry[];
  readonly processes: readonly ProcessEntry[];
  readonly relations: readonly RelationEntry[];
  readonly thirdParties: readonly ThirdParty[];
  readonly hypotheses: readonly HypothesisEntry[];
  readonly topics: readonly TopicEntry[];
  readonly tracks: readonly TrackEntry[];
  readonly outlooks: readonly OutlookEntry[];
  readonly chronicle: readonly ChronicleFact[];
  /** Object class → itself and all its ancestors. */
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** What may happen and what drives it, where somebody has written it down. */
  readonly dynamics?: Dynamics;
}
