/**
 * Syntax of one report as parallel typed arrays: token `i` of every array is the same token.
 * Tag and label numbers index the lists in `UPOS` and `DEPREL`; `xpos` indexes `XPOS`.
 * Annotation scheme: Universal Dependencies 2 (https://universaldependencies.org/guidelines.html), English.
 */
export interface Marks {
  readonly text: string;
  readonly tokenCount: number;
  readonly sentenceCount: number;
  /** Offset of the token's first UTF-16 unit in `text`. */
  readonly start: Int32Array;
  /** Offset just past the token's last UTF-16 unit. Clitics are tokens of their own: do|n't, Kim|’s. */
  readonly end: Int32Array;
  /** Index of each sentence's first token; one more entry than sentences, the last being `tokenCount`. */
  readonly sentenceStart: Int32Array;
  /** Sentence number of each token. */
  readonly sentenceOf: Int32Array;
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** The token's words as they stand in the text. */
  readonly word: readonly string[];
  readonly lemma: readonly string[];
  /** Word and lemma in small letters, by which lexicons are asked. */
  readonly lowerWord: readonly string[];
  readonly lowerLemma: readonly string[];
  /** Bit set of morphology, see `FEATURE`. */
  readonly features: Uint16Array;
  /** Token index of the governor in the whole report, or -1 for the root of a sentence. */
  readonly head: Int32Array;
  readonly deprel: Uint8Array;
  /** Calibrated probability, 0 to 1, that the tag is right. */
  readonly tagProbability: Float32Array;
  /** Calibrated probability, 0 to 1, that head and label are right. */
  readonly arcProbability: Float32Array;
}

/** UD universal part-of-speech tags; the array index is the number stored in `Marks.upos`. */
export const UPOS = [
  'ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM',
  'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X',
] as const; // prettier-ignore

export type Upos = (typeof UPOS)[number];

/** Penn Treebank tags as used by the English UD treebanks; the index is stored in `Marks.xpos`. */
export const XPOS = [
  '$', "''", ',', '-LRB-', '-RRB-', '.', ':', 'ADD', 'AFX', 'CC', 'CD', 'DT', 'EX', 'FW', 'GW', 'HYPH', 'IN',
  'JJ', 'JJR', 'JJS', 'LS', 'MD', 'NFP', 'NN', 'NNP', 'NNPS', 'NNS', 'PDT', 'POS', 'PRP', 'PRP$', 'RB', 'RBR',
  'RBS', 'RP', 'SYM', 'TO', 'UH', 'VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'WDT', 'WP', 'WP$', 'WRB', 'XX', '``',
] as const; // prettier-ignore

export type Xpos = (typeof XPOS)[number];

/** English UD relations with subtypes; the index is stored in `Marks.deprel`. */
export const DEPREL = [
  'acl', 'acl:relcl', 'advcl', 'advcl:relcl', 'advmod', 'amod', 'appos', 'aux', 'aux:pass', 'case', 'cc',
  'cc:preconj', 'ccomp', 'compound', 'compound:prt', 'conj', 'cop', 'csubj', 'csubj:outer', 'csubj:pass', 'dep',
  'det', 'det:predet', 'discourse', 'dislocated', 'expl', 'fixed', 'flat', 'goeswith', 'iobj', 'list', 'mark',
  'nmod', 'nmod:desc', 'nmod:poss', 'nmod:unmarked', 'nsubj', 'nsubj:outer', 'nsubj:pass', 'nummod', 'obj', 'obl',
  'obl:agent', 'obl:unmarked', 'orphan', 'parataxis', 'punct', 'reparandum', 'root', 'vocative', 'xcomp',
] as const; // prettier-ignore

export type Deprel = (typeof DEPREL)[number];

/** Bits of `Marks.features`. */
export const FEATURE = {
  past: 1,
  present: 2,
  plural: 4,
  singular: 8,
  passive: 16,
  finite: 32,
  infinitive: 64,
  participle: 128,
  gerund: 256,
  imperative: 512,
  negative: 1024,
  firstPerson: 2048,
  secondPerson: 4096,
  thirdPerson: 8192,
  feminine: 16384,
  masculine: 32768,
} as const;

export const uposOf = (marks: Marks, token: number): Upos => UPOS[marks.upos[token]];
export const xposOf = (marks: Marks, token: number): Xpos => XPOS[marks.xpos[token]];
export const deprelOf = (marks: Marks, token: number): Deprel => DEPREL[marks.deprel[token]];

/** The token's words as they stand in the text. */
export const wordOf = (marks: Marks, token: number): string => marks.word[token];

export const hasFeature = (marks: Marks, token: number, bit: number): boolean =>
  (marks.features[token] & bit) !== 0;
