import { DEPREL, FEATURE, UPOS, XPOS } from '../../model/marks.ts';

/** The columns of one report's syntax that morphology is read from. */
export interface TaggedWords {
  readonly count: number;
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly head: Int32Array;
  readonly deprel: Uint8Array;
  readonly lowered: readonly string[];
}

const bits = (...names: readonly (keyof typeof FEATURE)[]): number =>
  names.reduce((sum, name) => sum | FEATURE[name], 0);

const OF_XPOS: ReadonlyMap<string, number> = new Map([
  ['VBD', bits('past', 'finite')],
  ['VBZ', bits('present', 'finite', 'singular', 'thirdPerson')],
  ['VBP', bits('present', 'finite')],
  ['MD', bits('finite')],
  ['NN', bits('singular')],
  ['NNP', bits('singular')],
  ['NNS', bits('plural')],
  ['NNPS', bits('plural')],
]);

const OF_WORD: ReadonlyMap<string, number> = new Map([
  ...'i me my mine myself'.split(' ').map((word) => [word, bits('firstPerson', 'singular')] as const),
  ...'we us our ours ourselves'.split(' ').map((word) => [word, bits('firstPerson', 'plural')] as const),
  ...'you your yours yourself yourselves'.split(' ').map((word) => [word, bits('secondPerson')] as const),
  ...'he him his himself'
    .split(' ')
    .map((word) => [word, bits('thirdPerson', 'singular', 'masculine')] as const),
  ...'she her hers herself'
    .split(' ')
    .map((word) => [word, bits('thirdPerson', 'singular', 'feminine')] as const),
  ...'it its itself'.split(' ').map((word) => [word, bits('thirdPerson', 'singular')] as const),
  ...'they them their theirs themselves'
    .split(' ')
    .map((word) => [word, bits('thirdPerson', 'plural')] as const),
  ...'this that'.split(' ').map((word) => [word, bits('singular')] as const),
  ...'these those'.split(' ').map((word) => [word, bits('plural')] as const),
]);

const NEGATIVE = new Set("not n't n’t n‘t nt no none nobody nothing neither nor never nowhere".split(' '));

const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'nsubj:outer', 'csubj', 'csubj:pass', 'expl']);
const PRONOUNS = new Set(['PRON', 'DET']);
const NOUNS = new Set(['NOUN', 'PROPN', 'SYM']);

/** What the dependents of a token say about its verb form. */
const SIGN = { passive: 1, auxiliary: 2, subject: 4, to: 8 } as const;

const signOf = (label: string, word: string): number => {
  if (label === 'aux:pass') return SIGN.passive;
  if (label === 'aux') return SIGN.auxiliary;
  if (SUBJECTS.has(label)) return SIGN.subject;
  return label === 'mark' && word === 'to' ? SIGN.to : 0;
};

const signsOfDependents = (words: TaggedWords): Uint8Array => {
  const signs = new Uint8Array(words.count);
  for (let token = 0; token < words.count; token++) {
    const head = words.head[token];
    if (head >= 0) signs[head] |= signOf(DEPREL[words.deprel[token]], words.lowered[token]);
  }
  return signs;
};

const UNDER_INFINITIVE = new Set(['xcomp', 'advcl', 'acl', 'ccomp', 'csubj', 'aux', 'aux:pass', 'cop']);

/** The bits of a bare verb (VB): an order, or an infinitive. */
const ofBareVerb = (sign: number, label: string): number =>
  sign !== 0 || UNDER_INFINITIVE.has(label) ? FEATURE.infinitive : bits('imperative', 'finite');

/** Places in which the treebanks call a form in -ing a gerund rather than a present participle. */
const GERUND_LABELS = new Set(['acl', 'amod', 'xcomp', 'csubj', 'obl', 'nmod']);

const ofVerb = (words: TaggedWords, token: number, signs: Uint8Array): number => {
  const xpos = XPOS[words.xpos[token]];
  const label = DEPREL[words.deprel[token]];
  const sign = signs[token];
  const isJoined = label === 'conj' && words.head[token] >= 0 && (sign & ~SIGN.subject) === 0;
  const leader = isJoined ? words.head[token] : token;
  const isSame = words.xpos[leader] === words.xpos[token];
  switch (xpos) {
    case 'VB':
      return ofBareVerb(isSame ? sign | signs[leader] : sign, label);
    case 'VBN': {
      const isPerfect =
        ((isSame ? signs[leader] : sign) & (SIGN.auxiliary | SIGN.passive)) === SIGN.auxiliary;
      const isPassive = UPOS[words.upos[token]] === 'VERB' && !isPerfect;
      return bits('past', 'participle') | (isPassive ? FEATURE.passive : 0);
    }
    case 'VBG':
      return GERUND_LABELS.has(label) ? FEATURE.gerund : bits('present', 'participle');
    default:
      return OF_XPOS.get(xpos) ?? 0;
  }
};

const featuresOf = (words: TaggedWords, token: number, signs: Uint8Array): number => {
  const upos = UPOS[words.upos[token]];
  let features = NEGATIVE.has(words.lowered[token]) ? FEATURE.negative : 0;
  if (upos === 'VERB' || upos === 'AUX') features |= ofVerb(words, token, signs);
  else if (NOUNS.has(upos)) features |= OF_XPOS.get(XPOS[words.xpos[token]]) ?? 0;
  else if (PRONOUNS.has(upos)) features |= OF_WORD.get(words.lowered[token]) ?? 0;
  return features;
};

/** Tense, number, voice, mood, person and the like of every token, as a set of `FEATURE` bits. */
export const deriveFeatures = (words: TaggedWords): Uint16Array => {
  const signs = signsOfDependents(words);
  return Uint16Array.from({ length: words.count }, (_, token) => featuresOf(words, token, signs));
};
