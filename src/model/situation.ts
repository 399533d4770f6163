import type { ChannelState, Certitude } from './claim.ts';
import type { CopyKind, Supported } from './fact.ts';
import type { Act, MoveType, Status } from './move-type.ts';
import type { BargainEntry, ClauseKind } from './playbook.ts';
import type { When } from './time.ts';

/** What a line of the situation rests on; from here the chain goes down to the words. */
export interface Because {
  /** Ids of the playbook entries that say so. */
  readonly rules: readonly string[];
  readonly moveIds: readonly string[];
  readonly claimIds: readonly string[];
  /** Ids of chronicle facts. */
  readonly factIds: readonly string[];
}

interface Line {
  /** From content: part and subject. The same subject has the same id on every day. */
  readonly id: string;
  readonly because: Because;
}

/** T1: a pair's place on the ladder. */
export interface LadderLine extends Line {
  readonly pair: string;
  readonly rung: string;
  readonly level: number;
  readonly direction: 'rising' | 'falling' | 'steady';
  readonly since?: string;
  /** Each side's own rung from its own deeds. */
  readonly bySide: readonly {
    readonly side: string;
    readonly rung: string;
    readonly level: number;
    readonly moveIds: readonly string[];
  }[];
  /** Ladder entries that one more move would fire, upwards and downwards. */
  readonly raisedBy: readonly string[];
  readonly loweredBy: readonly string[];
  /** When it falls, if nothing else happens. */
  readonly fallsOn?: string;
}

/** T2: one act with sanctions. */
export interface SanctionLine extends Line {
  readonly act: 'imposed' | 'enforced' | 'evaded' | 'eased' | 'lifted';
  readonly status: Status;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly when?: When;
}

export interface MeasureLine extends Line {
  readonly clause: string;
  readonly kind: ClauseKind;
  readonly from: string;
}

export type ClauseOutcome =
  | 'violated'
  | 'disputed'
  | 'related'
  | 'not-matched'
  | 'not-in-force'
  | 'superseded'
  | 'exempt'
  | 'not-bound'
  | 'fires'
  | 'arguably-fires';

export interface ClauseTrace {
  readonly clause: string;
  readonly outcome: ClauseOutcome;
  /** For `not-in-force`: the day from which it is. */
  readonly from?: string;
}

export type Verdict = 'violates' | 'not-covered' | 'disputed' | 'not-yet-in-force';

/** An assessment or legal word by somebody, kept apart from what the rule says. */
export interface Said {
  readonly by: readonly string[];
  readonly value: string;
  readonly claimId: string;
}

/** T3: a rule applied to a move. Law, security and expectedness are three fields, never one. */
export interface LegalFinding extends Line {
  readonly moveId: string;
  readonly act?: Act;
  readonly classId?: string;
  readonly by: readonly string[];
  readonly when?: When;
  readonly lawAt: string;
  readonly verdict: Verdict;
  readonly trace: readonly ClauseTrace[];
  /** Trigger clauses that this act sets off. */
  readonly triggers: readonly string[];
  /** Own pledges and agreements that it goes against; no verdict of law. */
  readonly pledges: readonly string[];
  /** What the issuer of the law did in answer, and what states did. */
  readonly issuerDid: readonly string[];
  readonly statesDid: readonly string[];
  readonly legalSaid: readonly Said[];
  readonly securitySaid: readonly Said[];
  readonly expectedSaid: readonly Said[];
}

/** T4: a way in which sides talk. */
export interface ChannelLine extends Line {
  readonly channel: string;
  readonly sides: readonly string[];
  readonly state: ChannelState;
  readonly since?: string;
  readonly lastContact?: string;
  readonly daysWithout?: number;
  readonly attempts: number;
  readonly refusals: number;
  /** Reports differ: refused, or left without an answer. */
  readonly disagreement: readonly Supported<string>[];
}

/** T5: allies consult. */
export interface ConsultationLine extends Line {
  readonly sides: readonly string[];
  readonly phase: 'held' | 'due';
  readonly when?: When;
}

/** T6: who could weigh on whom. */
export interface LeverageLine extends Line {
  readonly holder: string;
  readonly over: string;
  readonly seeker: string;
  readonly basis: 'playbook' | 'claim';
  readonly sign?: 'good' | 'bad' | 'mixed' | 'neutral';
  readonly relation?: string;
  /** Terms of bargains that are not in the holder's gift. */
  readonly notInGift: readonly string[];
}

/** T7: an exercise series. */
export interface PostureLine extends Line {
  readonly exercise: string;
  readonly state:
    'held' | 'scaled-back' | 'postponed' | 'enlarged' | 'restored' | 'paused' | 'planned' | 'unknown';
  readonly since?: string;
  readonly running: boolean;
  readonly nextMonth?: number;
}

/** T8: a programme of weapons. */
export interface ProgrammeLine extends Line {
  readonly programme: string;
  readonly owner: string;
  readonly stage: 'pledged' | 'shown' | 'tested' | 'none';
  readonly pledgedOn?: string;
  readonly shownOn?: string;
  readonly testedOn?: string;
  readonly daysSince?: number;
  readonly testsLastYear: number;
  readonly novelty?: 'new' | 'improved' | 'known';
}

export interface MoratoriumLine extends Line {
  readonly moratorium: string;
  readonly holder: string;
  readonly state: 'kept' | 'broken' | 'ended' | 'none';
  readonly since?: string;
  readonly brokenOn?: string;
}

/** Somebody says that nothing was done since; true until overtaken. */
export interface PauseLine extends Line {
  readonly by: readonly string[];
  readonly act?: Act;
  readonly classId?: string;
  readonly since?: string;
  readonly heldUntil?: string;
  readonly overtakenBy?: string;
  /** Moves of the record inside the pause that go against it, at least in its wording. */
  readonly against: readonly string[];
}

/** T9: a process with its clock. */
export interface ProcessLine extends Line {
  readonly process: string;
  readonly owner: string;
  readonly state: 'not-begun' | 'in-progress' | 'due' | 'done' | 'overdue';
  readonly begun?: string;
  readonly due?: string;
  readonly completed?: string;
}

export interface TermLine {
  readonly term: string;
  readonly by: string;
  readonly gift: readonly string[];
  readonly state: 'open' | 'met' | 'broken';
}

/** T10: a bargain. */
export interface BargainLine extends Line {
  readonly bargain?: string;
  readonly form: BargainEntry['form'] | 'told';
  readonly holder?: string;
  readonly partner?: string;
  readonly connective: string;
  readonly evidentiality: string;
  readonly polarity?: string;
  readonly state: 'standing' | 'triggered' | 'met' | 'broken' | 'failed' | 'lapsed';
  readonly terms: readonly TermLine[];
}

/** T11: a reading of motive or threat, by whom. */
export interface AttributionLine extends Line {
  readonly dimension: string;
  readonly assessor: readonly string[];
  readonly polarity: string;
  readonly certitude?: Certitude;
  readonly aboutMoves: readonly string[];
  readonly hypotheses: readonly string[];
}

/** T12, T13 and other subjects: what is said of them. */
export interface TopicLine extends Line {
  readonly topic: string;
  readonly saidBy: readonly string[];
}

/** T13: a pair's own track. */
export interface TrackLine extends Line {
  readonly track: string;
  readonly lastMove?: string;
  readonly lastOn?: string;
  readonly temper: 'talks' | 'silence' | 'hostile' | 'none';
}

/** T14: an aim. */
export interface AimLine extends Line {
  readonly holder: readonly string[];
  readonly basis: 'declared' | 'ascribed';
  readonly saidBy: readonly string[];
}

/** T15: how a report reached us. */
export interface InformationLine extends Line {
  readonly reportId: string;
  readonly originId?: string;
  readonly copy?: CopyKind;
  readonly copies: number;
  readonly claims: number;
  readonly onRecord: number;
  readonly anonymous: number;
  readonly collective: number;
  readonly longestChain: number;
  readonly repairs: number;
}

/** T16: an earlier time that ran like this one. */
export interface CycleLine extends Line {
  readonly from: string;
  readonly until: string;
  /** 0 to 1. */
  readonly similarity: number;
  readonly shared: readonly string[];
  readonly followedBy: readonly {
    readonly moveId: string;
    readonly on: string;
    readonly afterDays: number;
  }[];
}

export interface OutlookLine extends Line {
  readonly outlook?: string;
  readonly mood?: string;
  readonly due?: string;
  readonly state: 'open' | 'true' | 'false' | 'partly' | 'fallen-due';
  readonly resolvedOn?: string;
}

/** An option somebody names. */
export interface LeverLine extends Line {
  readonly lever: string;
  readonly holder: readonly string[];
  readonly stances: readonly Said[];
  readonly costs: readonly string[];
  readonly lastUsed?: string;
}

/** A move as the situation knows it: reported, recorded in the chronicle, or both. */
export interface KnownMove {
  readonly id: string;
  readonly type: MoveType;
  readonly act?: Act;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly on: string;
  readonly until: string;
  readonly classId?: string;
  readonly count?: number;
  readonly status: Status;
  readonly claimIds: readonly string[];
  readonly factIds: readonly string[];
}

export const PARTS = [
  'ladder', 'sanctions', 'measures', 'legal', 'channels', 'consultations', 'leverage', 'posture', 'programmes',
  'moratoria', 'pauses', 'processes', 'bargains', 'attributions', 'externalities', 'tracks', 'trackSaid', 'aims', 'information',
  'cycles', 'outlooks', 'levers',
] as const; // prettier-ignore

export type Part = (typeof PARTS)[number];

/** What the rules make of the ledger at `validAt`, from what was known by `knownAt`. */
export interface Situation {
  readonly playbook: string;
  readonly playbookVersion: string;
  readonly validAt: string;
  readonly knownAt: string;
  readonly lawAt?: string;
  readonly ladder: readonly LadderLine[];
  readonly sanctions: readonly SanctionLine[];
  readonly measures: readonly MeasureLine[];
  readonly legal: readonly LegalFinding[];
  readonly channels: readonly ChannelLine[];
  readonly consultations: readonly ConsultationLine[];
  readonly leverage: readonly LeverageLine[];
  readonly posture: readonly PostureLine[];
  readonly programmes: readonly ProgrammeLine[];
  readonly moratoria: readonly MoratoriumLine[];
  readonly pauses: readonly PauseLine[];
  readonly processes: readonly ProcessLine[];
  readonly bargains: readonly BargainLine[];
  readonly attributions: readonly AttributionLine[];
  readonly externalities: readonly TopicLine[];
  readonly tracks: readonly TrackLine[];
  readonly trackSaid: readonly TopicLine[];
  readonly aims: readonly AimLine[];
  readonly information: readonly InformationLine[];
  readonly cycles: readonly CycleLine[];
  readonly outlooks: readonly OutlookLine[];
  readonly levers: readonly LeverLine[];
  /** The moves that the lines above name. */
  readonly moves: readonly KnownMove[];
}

/** The difference between two situations, one line. */
export interface Change {
  readonly part: Part;
  readonly lineId: string;
  readonly kind: 'new' | 'gone' | 'changed';
  /** The fields that differ: old and new value. */
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  readonly because: Because;
}

/** What a single further move would set off. */
export interface WatchItem {
  readonly id: string;
  /** Playbook entry that would fire. */
  readonly rule: string;
  readonly part: Part;
  /** The move that would do it. */
  readonly move: {
    readonly type?: MoveType;
    readonly act?: Act;
    readonly by: readonly string[];
    readonly to: readonly string[];
    readonly classId?: string;
  };
  readonly fields: Change['fields'];
}
