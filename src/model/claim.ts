import type { Act, MoveType, Status } from './move-type.ts';
import type { Note } from './note.ts';
import type { Party } from './party.ts';
import type { Span } from './span.ts';
import type { When } from './time.ts';

export type Certitude = 'certain' | 'likely' | 'expected' | 'appears' | 'possible' | 'doubtful' | 'unclear';

/** Words that weaken or strengthen ("perhaps", "appears", "it is certain that"). */
export interface Hedge {
  readonly certitude: Certitude;
  readonly span: Span;
  readonly entry: string;
}

/** One link of the chain of who says it; the first link is the one the report itself quotes. */
export interface Source {
  readonly speaker: Party;
  readonly terms: 'named' | 'title-only' | 'anonymous' | 'collective' | 'document' | 'outlet';
  readonly onRecord: boolean;
  readonly cue?: Span;
  readonly to?: Party;
  readonly place?: string;
}

/** A thing acted with or on: weapon, treaty, exercise; from data/actors object classes. */
export interface ObjectRef {
  readonly classId: string;
  readonly span: Span;
  readonly count?: number;
  /** "a new type of", "untested", "improved". */
  readonly novelty?: 'new' | 'improved' | 'known';
}

/** What one report says, tied to its exact words. Never merged, never edited. */
export interface ClaimBase {
  /** From content: report id, kind, span, entry. */
  readonly id: string;
  readonly reportId: string;
  /** The words that triggered it. */
  readonly span: Span;
  /** The clause that carries it; contains `span`. */
  readonly clause: Span;
  readonly sentence: number;
  readonly actors: readonly Party[];
  readonly targets: readonly Party[];
  readonly status: Status;
  /** News of this report, or background it recalls. */
  readonly time: 'current' | 'background';
  readonly when?: When;
  /** Place id from data/actors (places), where the text gives one. */
  readonly place?: string;
  /** Outermost speaker first; empty when the outlet itself says it. */
  readonly attribution: readonly Source[];
  readonly hedge?: Hedge;
  /** Id of the lexicon entry or rule that found it. */
  readonly entry: string;
  /** Calibrated probability, 0 to 1, that the claim is read rightly. */
  readonly confidence: number;
  /** Ids of repairs to garbled words inside its clause, on which it rests. */
  readonly repairs?: readonly string[];
  readonly notes: readonly Note[];
}

export interface MoveClaim extends ClaimBase {
  readonly kind: 'move';
  readonly type: MoveType;
  readonly mode?: string;
  readonly act?: Act;
  readonly object?: ObjectRef;
}

export interface StatementClaim extends ClaimBase {
  readonly kind: 'statement';
  readonly form: 'direct' | 'mixed' | 'indirect';
  /** In order; a quotation split by its cue has two. `actors` holds the speaker. */
  readonly content: readonly Span[];
  readonly cue?: Span;
  readonly addressees: readonly Party[];
  readonly occasion?: Span;
  /** Who says the content, on what terms; absent where the text names nobody. `attribution` has who reports that. */
  readonly source?: Source;
}

export type Connective =
  | 'if'
  | 'unless'
  | 'until'
  | 'only-if'
  | 'as-long-as'
  | 'provided'
  | 'inversion'
  | 'in-exchange'
  | 'in-return'
  | 'conditioned-on'
  | 'price'
  | 'without'
  | 'response-to';

/** Who owes what to whom under a bargain. */
export interface Term {
  readonly side: 'protasis' | 'apodosis';
  readonly by?: Party;
  readonly to?: Party;
  readonly span: Span;
}

export interface ConditionClaim extends ClaimBase {
  readonly kind: 'condition';
  readonly connective: Connective;
  /** What must (or must not) hold. */
  readonly protasis: Span;
  /** What is promised, threatened or refused then. */
  readonly apodosis: Span;
  readonly holder?: Party;
  readonly polarity: 'promise' | 'threat' | 'refusal' | 'claim';
  readonly evidentiality: 'declared' | 'proposed' | 'reported' | 'tacit' | 'appears';
  readonly terms: readonly Term[];
}

export interface AssessmentClaim extends ClaimBase {
  readonly kind: 'assessment';
  readonly assessor?: Party;
  readonly dimension: 'security' | 'expectedness' | 'purpose' | 'trend' | 'leverage' | 'effect' | 'general';
  readonly polarity: 'positive' | 'negative' | 'neutral';
}

export interface OutlookClaim extends ClaimBase {
  readonly kind: 'outlook';
  readonly mood: 'plan' | 'expectation' | 'commitment' | 'possibility' | 'open-question';
  readonly due?: When;
}

export interface LeverClaim extends ClaimBase {
  readonly kind: 'lever';
  /** Id of the lever class in the lexicon: enforce-sanctions, restore-exercises … */
  readonly lever: string;
  readonly proposer?: Party;
  readonly stance: 'for' | 'against' | 'lists' | 'reports';
  readonly costs: readonly Span[];
  readonly benefits: readonly Span[];
}

export interface RelationClaim extends ClaimBase {
  readonly kind: 'relation';
  readonly relation:
    'ally' | 'patron' | 'trade-partner' | 'rival' | 'leverage' | 'neighbour' | 'partner' | 'dyad-temper';
  readonly sign: 'good' | 'bad' | 'mixed' | 'neutral';
}

export type ChannelState =
  'open' | 'attempted' | 'used' | 'refused' | 'silent' | 'closed' | 'destroyed' | 'planned' | 'wished';

export interface ContactClaim extends ClaimBase {
  readonly kind: 'contact';
  readonly state: ChannelState;
  readonly medium?:
    | 'meeting'
    | 'summit'
    | 'call'
    | 'letter'
    | 'hotline'
    | 'office'
    | 'back-channel'
    | 'press'
    | 'unspecified';
}

export interface CapabilityClaim extends ClaimBase {
  readonly kind: 'capability';
  readonly object: ObjectRef;
  readonly stage: 'pledged' | 'developed' | 'shown' | 'tested' | 'held' | 'deployed' | 'mentioned';
}

export interface LegalClaim extends ClaimBase {
  readonly kind: 'legal';
  readonly verdict: 'violates' | 'not-covered' | 'disputed' | 'in-force' | 'penalised' | 'permitted';
  /** Words naming the rule ("the resolution of that number"). */
  readonly rule?: Span;
  readonly ruleId?: string;
}

export interface ProcessClaim extends ClaimBase {
  readonly kind: 'process';
  readonly process:
    | 'review'
    | 'exercise-cycle'
    | 'consultation'
    | 'legislation'
    | 'party-meeting'
    | 'negotiation'
    | 'posture'
    | 'information';
  readonly phase: 'begun' | 'in-progress' | 'due' | 'completed' | 'recurring';
}

export interface GoalClaim extends ClaimBase {
  readonly kind: 'goal';
  readonly aim: Span;
  readonly basis: 'declared' | 'ascribed';
}

export interface MechanismClaim extends ClaimBase {
  readonly kind: 'mechanism';
  readonly cause?: Span;
  readonly effect?: Span;
  readonly direction: 'raises' | 'lowers' | 'leads-to' | 'not';
}

export type Claim =
  | MoveClaim
  | StatementClaim
  | ConditionClaim
  | AssessmentClaim
  | OutlookClaim
  | LeverClaim
  | RelationClaim
  | ContactClaim
  | CapabilityClaim
  | LegalClaim
  | ProcessClaim
  | GoalClaim
  | MechanismClaim;

export type ClaimKind = Claim['kind'];

export const CLAIM_KINDS = [
  'move', 'statement', 'condition', 'assessment', 'outlook', 'lever', 'relation',
  'contact', 'capability', 'legal', 'process', 'goal', 'mechanism',
] as const satisfies readonly ClaimKind[]; // prettier-ignore
