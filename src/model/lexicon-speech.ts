/** What a cue does: its content is said, asked, promised, thought, shown … */
export const SPEECH_ACTS = [
  'say', 'tell', 'answer', 'ask', 'announce', 'write', 'report', 'speak', 'argue', 'explain', 'suggest', 'predict',
  'promise', 'threaten', 'demand', 'refuse', 'deny', 'admit', 'confirm', 'accuse', 'criticise', 'praise',
  'think', 'know', 'want', 'hope', 'fear', 'seem', 'show', 'according',
] as const; // prettier-ignore

export type SpeechAct = (typeof SPEECH_ACTS)[number];

export const SPEECH_TERMS = [
  'terms.anonymous', 'terms.collective', 'terms.document', 'terms.outlet', 'terms.title-only',
  'terms.occasion', 'terms.body',
] as const; // prettier-ignore

export type SpeechTerms = (typeof SPEECH_TERMS)[number];

/** One entry of data/lexicon/speech.yml. */
export interface SpeechEntry {
  readonly id: string;
  readonly gives: SpeechAct | SpeechTerms;
  readonly pos: 'verb' | 'noun' | 'adjective' | 'phrase';
  /** Lemmas; for phrases, words in a row. */
  readonly words: readonly string[];
}

/** Speech lexicon, looked up by lemma. The first entry that has a word wins. */
export interface SpeechLexicon {
  readonly entries: readonly SpeechEntry[];
  readonly verbs: ReadonlyMap<string, SpeechEntry>;
  readonly nouns: ReadonlyMap<string, SpeechEntry>;
  readonly adjectives: ReadonlyMap<string, SpeechEntry>;
  /** Lower-case phrases by their first word. */
  readonly phrases: ReadonlyMap<
    string,
    readonly { readonly words: readonly string[]; readonly entry: SpeechEntry }[]
  >;
  /** What kind of speaker a noun makes, by lemma. */
  readonly speakers: ReadonlyMap<string, ReadonlySet<SpeechTerms>>;
}

/**
 * Trained weights of the statement finder: linear models over hashed features, 8 bits a weight.
 * Logit = scale × sum of the weights of the features present.
 */
export interface LinearWeights {
  /** Number of slots a label has; a power of two. */
  readonly slots: number;
  readonly labels: number;
  readonly scale: number;
  /** `weights[slot * labels + label]`. */
  readonly weights: Int8Array;
}

/** Points (score, probability), both rising; between them linear. */
export type Calibration = readonly (readonly [number, number])[];

export interface StatementModel {
  /** Is this token the cue of an attribution? One label. */
  readonly cue: LinearWeights;
  /** What is this part of the sentence to the cue: nothing, source or content? Three labels. */
  readonly part: LinearWeights;
  /** Is this candidate, cue with source and content, an outermost attribution? One label. */
  readonly judge: LinearWeights;
  /** Least probability of a cue for it to be looked at. */
  readonly threshold: number;
  /** Least judged probability of a candidate for it to stand. */
  readonly standing: number;
  /** Least probability of a cue in the words of another statement. */
  readonly nested: number;
  readonly calibration: Calibration;
}

/** All that finding statements needs to know. */
export interface StatementKnowledge {
  readonly speech: SpeechLexicon;
  readonly model: StatementModel;
}
