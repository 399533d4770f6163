import type { StatusEffect, StatusEntry, StatusLexicon } from '../../../model/lexicon-status.ts';
import type { Marks } from '../../../model/marks.ts';
import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { Tree } from '../syntax/tree.ts';
import { lookUp } from './look-up.ts';
import { dependentsOf, findDependent } from '../syntax/tree.ts';

/** What stands at the deed itself, before anything that embeds it is looked at. */
export interface LocalStatus {
  readonly effect: StatusEffect;
  readonly negated: boolean;
  /** The words that say so, for a trace: a lemma or an entry's id. */
  readonly cues: readonly string[];
}

const PLAIN: LocalStatus = { effect: 'actual', negated: false, cues: [] };

const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor', 'no longer']);

const MODALS: ReadonlyMap<string, StatusEffect> = new Map<string, StatusEffect>([
  ['will', 'planned'], ["'ll", 'planned'], ['’ll', 'planned'], ['wo', 'planned'], ['shall', 'planned'], ['would', 'hypothetical'],
  ["'d", 'hypothetical'], ['could', 'hypothetical'], ['may', 'hypothetical'], ['might', 'hypothetical'],
  ['can', 'hypothetical'], ['ca', 'hypothetical'], ['must', 'requested'], ['should', 'requested'], ['ought', 'requested'],
]); // prettier-ignore

const lower = (marks: Marks, token: number): string => marks.lowerLemma[token];

/** Does a negative word hang from the token? */
export function negationOf(tree: Tree, token: number): boolean {
  const { marks } = tree;
  for (const at of dependentsOf(tree, token)) {
    const lemma = lower(marks, at);
    const word = marks.lowerWord[at];
    if (NEGATIONS.has(lemma) || NEGATIONS.has(word)) return true;
    const label = deprelOf(marks, at);
    if (label === 'det' && (lemma === 'no' || lemma === 'neither')) return true;
    const denies = label.startsWith('nsubj') || label === 'obj';
    if (denies && isNegativeNoun(tree, at)) return true;
  }
  return false;
}

const NOBODY: ReadonlySet<string> = new Set(['none', 'nobody', 'nothing', 'neither']);
const NO_ONE: ReadonlySet<string> = new Set(['noone', 'no one']);

/** "no missiles", "none of them", "nobody", "nothing". */
function isNegativeNoun(tree: Tree, noun: number): boolean {
  const { marks } = tree;
  if (NOBODY.has(lower(marks, noun)) || NO_ONE.has(marks.lowerWord[noun])) return true;
  return dependentsOf(tree, noun).some((at) => deprelOf(marks, at) === 'det' && lower(marks, at) === 'no');
}

/** "should it sail": before its subject, and in no question, the modal is an "if", not a demand. */
export function isInvertedShould(tree: Tree, verb: number, modal: number): boolean {
  const { marks } = tree;
  const subject = findDependent(tree, verb, 'nsubj', 'nsubj:pass');
  const last = marks.sentenceStart[marks.sentenceOf[verb] + 1] - 1;
  const isBefore = subject !== undefined && modal < subject;
  return isBefore && lower(marks, modal) === 'should' && marks.word[last] !== '?';
}

function modalEffect(tree: Tree, verb: number): { effect: StatusEffect; cue: string } | undefined {
  const { marks } = tree;
  for (const at of dependentsOf(tree, verb)) {
    if (deprelOf(marks, at) !== 'aux') continue;
    if (isInvertedShould(tree, verb, at)) return { effect: 'hypothetical', cue: 'should' };
    const found = MODALS.get(lower(marks, at)) ?? MODALS.get(marks.lowerWord[at]);
    if (found !== undefined) return { effect: found, cue: lower(marks, at) };
  }
  return undefined;
}

const CARRIES: ReadonlySet<string> = new Set(['VERB', 'AUX', 'ADJ', 'NOUN']);

/** A coordinate verb without a subject or auxiliary of its own shares those of the first. */
function sharesFirst(tree: Tree, verb: number): boolean {
  const { marks } = tree;
  if (
    deprelOf(marks, verb) !== 'conj' ||
    marks.head[verb] < 0 ||
    !CARRIES.has(uposOf(marks, marks.head[verb]))
  )
    return false;
  if (findDependent(tree, verb, 'nsubj', 'nsubj:pass', 'aux', 'mark') !== undefined) return false;
  return xposOf(marks, verb) === xposOf(marks, marks.head[verb]) || xposOf(marks, verb) === 'VB';
}

const first = (entries: readonly StatusEntry[] | undefined): StatusEntry | undefined => entries?.at(0);

function adverbOf(tree: Tree, token: number, lexicon: StatusLexicon): StatusEntry | undefined {
  for (const at of dependentsOf(tree, token)) {
    if (deprelOf(tree.marks, at) !== 'advmod') continue;
    const entry = first(lookUp(lexicon.adverbs, lower(tree.marks, at)));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** "is due to call", however it is parsed. */
const isDue = (tree: Tree, verb: number): boolean =>
  dependentsOf(tree, verb).some(
    (at) => at + 2 === verb && lower(tree.marks, at) === 'due' && tree.marks.lowerWord[at + 1] === 'to',
  );

function ofVerb(tree: Tree, verb: number, lexicon: StatusLexicon): LocalStatus {
  const { marks } = tree;
  if (sharesFirst(tree, verb)) {
    const shared = ofVerb(tree, marks.head[verb], lexicon);
    return { ...shared, negated: shared.negated || negationOf(tree, verb) };
  }
  const negated = negationOf(tree, verb);
  const modal = modalEffect(tree, verb);
  if (modal !== undefined) return { effect: modal.effect, negated, cues: [modal.cue] };
  if (isDue(tree, verb)) return { effect: 'planned', negated, cues: ['due'] };
  const adverb = adverbOf(tree, verb, lexicon);
  if (adverb !== undefined) return { effect: adverb.affirmed, negated, cues: [adverb.id] };
  return { ...PLAIN, negated };
}

function ofNoun(tree: Tree, noun: number, lexicon: StatusLexicon): LocalStatus {
  const { marks } = tree;
  const negated = isNegativeNoun(tree, noun);
  for (const at of dependentsOf(tree, noun)) {
    const label = deprelOf(marks, at);
    if (label !== 'amod' && label !== 'det' && label !== 'compound') continue;
    const entry = first(
      lexicon.modifiers.get(lower(marks, at)) ?? lexicon.modifiers.get(marks.lowerWord[at]),
    );
    if (entry !== undefined) return { effect: entry.affirmed, negated, cues: [entry.id] };
  }
  return { ...PLAIN, negated };
}

const hasCopula = (tree: Tree, token: number): boolean => findDependent(tree, token, 'cop') !== undefined;

/** Auxiliaries, negation, adverbs and modifiers at the deed itself. */
export function localStatus(tree: Tree, token: number, lexicon: StatusLexicon): LocalStatus {
  const tag = uposOf(tree.marks, token);
  const nominal = (tag === 'NOUN' || tag === 'PROPN') && !hasCopula(tree, token);
  return nominal ? ofNoun(tree, token, lexicon) : ofVerb(tree, token, lexicon);
}
