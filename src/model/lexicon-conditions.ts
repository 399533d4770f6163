import type { Connective } from './claim.ts';
import type { LinearWeights } from './lexicon-speech.ts';

/** How the words of a connective stand in a sentence. */
export type ConnectiveForm = 'conjunction' | 'inversion' | 'preposition' | 'adverb' | 'noun' | 'predicate';

/** One connective: words that tie what must hold to what then follows. */
export interface ConnectiveEntry {
  readonly id: string;
  readonly gives: Connective;
  /** Words in order, parted by blanks; lower case, lemmas or forms. */
  readonly words: readonly string[];
  readonly form: ConnectiveForm;
  /** What stands after the words: the condition itself, or what hangs on it. */
  readonly leads: 'protasis' | 'apodosis';
  /** Only where the other side is negated, refused or lies in the future ("not … until"). */
  readonly wants?: 'refusal' | 'modal';
  readonly why: string;
  readonly hit: readonly string[];
  readonly miss: readonly string[];
}

/** Trained weights of the clause labeller: what a word, a gap between words and a whole sentence speak for. */
export interface ClauseModel {
  readonly word: LinearWeights;
  readonly gap: LinearWeights;
  readonly order: LinearWeights;
  /** What a whole way to see a sentence speaks for, beside what its words and gaps do. */
  readonly pair: LinearWeights;
  /** Weight of what words and gaps say when whole ways are weighed. */
  readonly trust: number;
}

/** Clause labellers: for a connective that is given, and for a counterfactual whose words must be sought. */
export interface ClauseModels {
  readonly given: ClauseModel;
  readonly sought: ClauseModel;
}

/** Words by which a conditional's reading, holder, polarity and evidentiality are told. */
export interface ConditionLexicon {
  readonly connectives: readonly ConnectiveEntry[];
  /** Governors that make an "if" a question ("ask", "know", "see"). */
  readonly questions: ReadonlySet<string>;
  /** Words before "if" that make it a comparison or concession, with what it then is. */
  readonly concessive: ReadonlySet<string>;
  /** Adjectives and particles after "if" that make it a set phrase ("if possible", "if any"). */
  readonly setPhrases: ReadonlySet<string>;
  readonly threats: ReadonlySet<string>;
  readonly refusals: ReadonlySet<string>;
  readonly promises: ReadonlySet<string>;
  readonly proposals: ReadonlySet<string>;
  readonly tacit: ReadonlySet<string>;
  readonly appearances: ReadonlySet<string>;
  /** Nouns that announce a bargain before a colon. */
  readonly bargains: ReadonlySet<string>;
  /** Verbs whose object or clause is what a holder says ("say", "warn"): an if-clause skips past them. */
  readonly reporting: ReadonlySet<string>;
  /** What places the ends of the two clauses; without it the tree alone decides. */
  readonly clauses: ClauseModels | undefined;
}
