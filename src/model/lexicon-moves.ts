import type { StatusForm } from './lexicon-status.ts';
import type { Act, MoveType } from './move-type.ts';

/** Words, in order, of which `words[head]` is the one that a trigger token must be (lower-case lemmas). */
export interface TriggerPhrase {
  readonly words: readonly string[];
  readonly head: number;
}

/** What words mean as a move: the type it gives and what must stand around the trigger. */
export interface MoveFrame {
  readonly id: string;
  readonly type: MoveType;
  readonly mode?: string;
  readonly act?: Act;
  readonly verbs: readonly TriggerPhrase[];
  readonly nouns: readonly TriggerPhrase[];
  readonly adjectives: readonly TriggerPhrase[];
  /** Lemmas or phrases of which the subject must be headed by one. */
  readonly subject?: ReadonlySet<string>;
  /** The same for the object, the complement's verb, or an oblique led in by one of `targets`. */
  readonly object?: ReadonlySet<string>;
  /** The same for the subject or the object. */
  readonly either?: ReadonlySet<string>;
  /** The same for what "with" leads in. */
  readonly means?: ReadonlySet<string>;
  /** Lemmas of which one must stand among the object's modifiers. */
  readonly modifier?: ReadonlySet<string>;
  /** Words of which one must have stood earlier in the report: the noun speaks of them again. */
  readonly recalls?: ReadonlySet<string>;
  /** What may stand before a noun at all: any other adjective or compound speaks of something else. */
  readonly only?: ReadonlySet<string>;
  /** How a clause that completes the trigger may stand (`none`: there is no such clause); without it, any way. */
  readonly forms?: readonly (StatusForm | 'none')[];
  /** Words that, soon after the trigger, turn its meaning: "called for sanctions to be eased". */
  readonly bars?: ReadonlySet<string>;
  /** Prepositions of which one must lead in something. */
  readonly leads?: readonly string[];
  /** The parts without which it is no move. */
  readonly needs?: readonly 'target'[];
  /** A thing, too, may be the subject of a verb that else wants somebody who acts. */
  readonly inanimate?: boolean;
  /** Holds only where the trigger is negated. */
  readonly negated?: boolean;
  /** Where the target stands: `obj`, `subj`, `that` (subject of the complement clause) or a preposition. */
  readonly targets: readonly string[];
  /** Place in the lexicon: earlier wins a tie. */
  readonly rank: number;
  readonly why: string;
  readonly hit: readonly string[];
  readonly miss: readonly string[];
}

/** One way in which a frame can be triggered. */
export interface MoveTrigger {
  readonly frame: MoveFrame;
  readonly phrase: TriggerPhrase;
}

export type TriggersByLemma = ReadonlyMap<string, readonly MoveTrigger[]>;

/** Every frame, indexed by the lemma of its trigger. */
export interface MoveLexicon {
  readonly frames: readonly MoveFrame[];
  readonly verbs: TriggersByLemma;
  readonly nouns: TriggersByLemma;
  readonly adjectives: TriggersByLemma;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
}
