import type {
  AssessmentClaim, CapabilityClaim, ChannelState, ContactClaim, GoalClaim, LegalClaim, LeverClaim, MechanismClaim,
  OutlookClaim, ProcessClaim, RelationClaim,
} from './claim.ts'; // prettier-ignore
import type { Frame } from './lexicon-frames.ts';

export type AssessmentGives = Pick<AssessmentClaim, 'dimension' | 'polarity'>;
export type OutlookGives = Pick<OutlookClaim, 'mood'>;
/** Lever class; the side a stance verb gives is read from the text. */
export type LeverGives = Pick<LeverClaim, 'lever'>;
export type RelationGives = Pick<RelationClaim, 'relation' | 'sign'>;
export interface ContactGives {
  readonly state: ChannelState;
  readonly medium?: ContactClaim['medium'];
}
/** Class of the thing, used where no object of the knowledge of actors covers the words. */
export interface CapabilityGives {
  readonly stage: CapabilityClaim['stage'];
  readonly classId?: string;
}
export type LegalGives = Pick<LegalClaim, 'verdict'>;
export type ProcessGives = Pick<ProcessClaim, 'process' | 'phase'>;
export type GoalGives = Pick<GoalClaim, 'basis'>;
export interface MechanismGives {
  readonly direction: MechanismClaim['direction'];
  /** One deed answers another: what is answered is the cause. */
  readonly answers?: boolean | undefined;
}

/** The frames of every kind of claim that is found by frames alone. */
export interface AssertionLexicon {
  readonly assessments: readonly Frame<AssessmentGives>[];
  readonly outlooks: readonly Frame<OutlookGives>[];
  readonly levers: readonly Frame<LeverGives>[];
  readonly relations: readonly Frame<RelationGives>[];
  readonly contacts: readonly Frame<ContactGives>[];
  readonly capabilities: readonly Frame<CapabilityGives>[];
  readonly legal: readonly Frame<LegalGives>[];
  readonly processes: readonly Frame<ProcessGives>[];
  readonly goals: readonly Frame<GoalGives>[];
  readonly mechanisms: readonly Frame<MechanismGives>[];
}
