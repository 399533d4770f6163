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
  ['VBN', bits('past', 'participle')],
  ['VBG', bits('present', 'participle')],
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

const NEGATIVE = new Set(
  "not n't n’t n‘t nt no none nobody nothing neither nor never nowhere without-".split(' '),
);

const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'nsubj:outer', 'csubj', 'csubj:pass', 'expl']);
const PRONOUNS = new Set(['PRON', 'DET']);

/** What the dependents of each token say about its verb form. */
const signsOfDependents = (words: TaggedWords): Uint8Array => {
  const signs = new Uint8Array(words.count);
  for (let token = 0; token < words.count; token++) {
    const head = words.head[token];
    if (head < 0) continue;
    const label = DEPREL[words.deprel[token]];
    if (label === 'aux:pass') signs[head] |= 1;
    else if (label === 'aux')
      signs[head] |=
        XPOS[words.xpos[token]] === 'VBZ' ||
        XPOS[words.xpos[token]] === 'VBP' ||
        XPOS[words.xpos[token]] === 'VBD'
          ? 18
          : 2;
    else if (SUBJECTS.has(label)) signs[head] |= 4;
    else if (label === 'mark' && words.lowered[token] === 'to') signs[head] |= 8;
  }
  return signs;
};

const UNDER_INFINITIVE = new Set(['xcomp', 'advcl', 'acl', 'ccomp', 'csubj', 'conj', 'aux']);

/** The bits of a bare verb (VB): an order, or an infinitive. */
const ofBareVerb = (sign: number, label: string): number => {
  const governed = (sign & 2) !== 0 || (sign & 8) !== 0 || (sign & 4) !== 0 || UNDER_INFINITIVE.has(label);
  return governed ? FEATURE.infinitive : bits('imperative', 'finite');
};

const featuresOf = (words: TaggedWords, token: number, sign: number): number => {
  const upos = UPOS[words.upos[token]];
  const xpos = XPOS[words.xpos[token]];
  const label = DEPREL[words.deprel[token]];
  let features = OF_XPOS.get(xpos) ?? 0;
  if (NEGATIVE.has(words.lowered[token])) features |= FEATURE.negative;
  if (PRONOUNS.has(upos)) features |= OF_WORD.get(words.lowered[token]) ?? 0;
  if (upos !== 'VERB' && upos !== 'AUX') return features;
  if (xpos === 'VB') features |= ofBareVerb(sign, label);
  if (xpos === 'VBN' && ((sign & 1) !== 0 || label.startsWith('acl'))) features |= FEATURE.passive;
  if (xpos === 'VBG' && (sign & 2) === 0 && label !== 'amod') features |= FEATURE.gerund;
  return features;
};

/** Tense, number, voice, mood, person and the like of every token, as a set of `FEATURE` bits. */
export const deriveFeatures = (words: TaggedWords): Uint16Array => {
  const signs = signsOfDependents(words);
  return Uint16Array.from({ length: words.count }, (_, token) => featuresOf(words, token, signs[token]));
};
