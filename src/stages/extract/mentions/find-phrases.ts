import type { Deprel, Marks, Xpos } from '../../../model/marks.ts';
import { deprelOf, xposOf } from '../../../model/marks.ts';
import type { Tree } from '../syntax/tree.ts';
import { TIE } from './reading-context.ts';
import { lastOfSpan } from './phrase-span.ts';
import type { Phrase } from './phrase.ts';

const NOUNS: ReadonlySet<Xpos> = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'ADD', 'GW', 'FW']);
const NAMES: ReadonlySet<Xpos> = new Set(['NNP', 'NNPS']);
const ADJECTIVES: ReadonlySet<Xpos> = new Set(['JJ', 'JJR', 'JJS', 'AFX']);
const DETERMINERS: ReadonlySet<Xpos> = new Set(['DT', 'PDT']);
const VERBAL: ReadonlySet<Xpos> = new Set(['VBN', 'VBG', 'VBD']);
const BEFORE_NOUN: ReadonlySet<Deprel> = new Set(['amod', 'compound', 'nmod:desc', 'nummod', 'flat']);
const NOMINAL: ReadonlySet<Deprel> = new Set([
  'nsubj', 'nsubj:pass', 'nsubj:outer', 'obj', 'iobj', 'obl', 'obl:agent', 'nmod', 'conj', 'appos', 'root', 'xcomp', 'ccomp', 'nmod:poss',
]); // prettier-ignore

/** A base phrase on its way: tokens `first` to `last`, and the index of the phrase that owns it. */
interface Base {
  readonly first: number;
  last: number;
  owner: number | undefined;
  hasNoun: boolean;
}

const isNoun = (marks: Marks, t: number): boolean => NOUNS.has(xposOf(marks, t));

/** Points to a noun further right, so that it opens or carries on a phrase. */
const pointsRight = (marks: Marks, t: number): boolean =>
  marks.head[t] > t && BEFORE_NOUN.has(deprelOf(marks, t));

function isModifier(marks: Marks, t: number): boolean {
  const tag = xposOf(marks, t);
  if (ADJECTIVES.has(tag) || tag === 'CD' || tag === '$') return true;
  if (VERBAL.has(tag)) return pointsRight(marks, t);
  return tag === 'RB' && marks.head[t] === t + 1 && ADJECTIVES.has(xposOf(marks, t + 1));
}

/** Whether a noun or adjective after a noun still belongs to the same base phrase. */
function carriesOn(marks: Marks, base: Base, t: number): boolean {
  const before = t - 1;
  if (!base.hasNoun || !isNoun(marks, before)) return true;
  if (!isNoun(marks, t)) return marks.head[t] > t || (marks.head[t] < 0 && isNoun(marks, t + 1));
  const tied = marks.head[before] === t || marks.head[t] === before || marks.head[before] === marks.head[t];
  if (xposOf(marks, before) === 'NNS' && NAMES.has(xposOf(marks, t))) return tied;
  return true;
}

/** "foreign and defense ministers": adjectives joined before their noun. */
function joins(marks: Marks, base: Base, t: number, stop: number): boolean {
  const tag = xposOf(marks, t);
  if (tag === 'HYPH') return t + 1 < stop;
  const isComma = tag === ',';
  if (!(tag === 'CC' || isComma) || t + 1 >= stop) return false;
  const before = t - 1;
  const after = t + 1;
  if (!isModifier(marks, before) || xposOf(marks, before) === 'CD') return false;
  if (!isModifier(marks, after) && !(isNoun(marks, after) && !isComma)) return false;
  const reach = Math.min(stop, after + 4);
  for (let at = after; at < reach; at++) {
    if (isNoun(marks, at))
      return isComma ? marks.head[before] >= at || marks.head[before] < base.first : true;
    if (!isModifier(marks, at)) return false;
  }
  return false;
}

/** Cuts a text into base phrases from tags, with the tree as adviser. Linear. */
class Cutter {
  readonly phrases: Phrase[] = [];
  readonly #marks: Marks;
  readonly #tree: Tree;
  #base: Base | undefined;
  readonly #ties: Uint8Array;
  #owner: number | undefined;

  constructor(tree: Tree, ties: Uint8Array) {
    this.#marks = tree.marks;
    this.#tree = tree;
    this.#ties = ties;
  }

  cut(sentence: number): void {
    const stop = this.#marks.sentenceStart[sentence + 1];
    this.#owner = undefined;
    for (let t = this.#marks.sentenceStart[sentence]; t < stop; t++) this.#take(t, stop, sentence);
    this.#close(sentence);
  }

  #take(t: number, stop: number, sentence: number): void {
    const marks = this.#marks;
    const tag = xposOf(marks, t);
    if (this.#base !== undefined && (this.#ties[t] & TIE.before) !== 0) {
      this.#grow(t, isNoun(marks, t));
    } else if (tag === 'PRP' || tag === 'PRP$') {
      this.#close(sentence);
      this.#addPronoun(t, sentence, tag === 'PRP$');
    } else if (tag === 'POS') {
      this.#close(sentence);
      this.#owner = this.#ownerBefore(t);
    } else if (DETERMINERS.has(tag)) {
      if (this.#base !== undefined && xposOf(marks, this.#base.last) !== 'PDT') this.#close(sentence);
      this.#grow(t, false);
    } else if ((this.#ties[t] & TIE.adjective) !== 0) {
      if (this.#base?.hasNoun === true && marks.head[t] < t) this.#close(sentence);
      this.#grow(t, false);
    } else if (this.#isNoun(t) || isModifier(marks, t)) {
      if (this.#base !== undefined && !this.#carriesOn(this.#base, t)) this.#close(sentence);
      this.#grow(t, this.#isNoun(t));
    } else if (this.#base !== undefined && joins(marks, this.#base, t, stop)) {
      this.#base.last = t;
    } else {
      this.#close(sentence);
    }
  }

  #isNoun(t: number): boolean {
    if (isNoun(this.#marks, t) || (this.#ties[t] & TIE.tail) !== 0) return true;
    if ((this.#ties[t] & TIE.person) === 0) return false;
    const tag = xposOf(this.#marks, t);
    if (tag === 'VBZ') return this.#base?.hasNoun === false;
    return tag === 'JJ' && !pointsRight(this.#marks, t);
  }

  #carriesOn(base: Base, t: number): boolean {
    if ((this.#ties[t - 1] & TIE.nameEnd) !== 0 && base.hasNoun) return xposOf(this.#marks, t) === 'NNP';
    const isTime = (this.#ties[t] & TIE.time) !== 0;
    if (base.hasNoun && isTime && !isNoun(this.#marks, t + 1)) return false;
    if ((this.#ties[t - 1] & TIE.time) !== 0 && base.hasNoun && NAMES.has(xposOf(this.#marks, t)))
      return isTime;
    if (!isNoun(this.#marks, t) && this.#isNoun(t)) return true;
    return (this.#ties[t - 1] & TIE.adjective) !== 0 || carriesOn(this.#marks, base, t);
  }

  #ownerBefore(t: number): number | undefined {
    const last = this.phrases.at(-1);
    if (last?.last !== t - 1) return undefined;
    this.phrases[last.index] = { ...last, isPossessor: true };
    return last.index;
  }

  #grow(t: number, isNounNow: boolean): void {
    if (this.#base === undefined) {
      this.#base = { first: t, last: t, owner: this.#owner, hasNoun: isNounNow };
      this.#owner = undefined;
      return;
    }
    this.#base.last = t;
    this.#base.hasNoun ||= isNounNow;
  }

  #close(sentence: number): void {
    const base = this.#base;
    this.#base = undefined;
    if (base === undefined) {
      this.#owner = undefined;
      return;
    }
    while (base.last > base.first && !this.#canEnd(base, base.last)) base.last--;
    if (!base.hasNoun && !this.#standsAlone(base)) return;
    this.#addBase(base, sentence);
  }

  #canEnd(base: Base, t: number): boolean {
    const tag = xposOf(this.#marks, t);
    if (base.hasNoun) return this.#isNoun(t) || (tag === 'CD' && this.#marks.head[t] >= base.first);
    return tag === 'CD' || ADJECTIVES.has(tag) || DETERMINERS.has(tag) || this.#ties[t] !== 0;
  }

  /** "this", "two", "the former". */
  #standsAlone(base: Base): boolean {
    const tag = xposOf(this.#marks, base.last);
    if (!NOMINAL.has(deprelOf(this.#marks, base.last))) return false;
    return (
      tag === 'CD' ||
      tag === 'DT' ||
      (ADJECTIVES.has(tag) && DETERMINERS.has(xposOf(this.#marks, base.first)))
    );
  }

  #addPronoun(t: number, sentence: number, isPossessor: boolean): void {
    const index = this.phrases.length;
    this.phrases.push({
      index, sentence, head: t, noun: t, first: t, last: t, spanFirst: t, spanLast: t, kind: 'pronoun', isPossessor,
    }); // prettier-ignore
    this.#owner = isPossessor ? index : undefined;
  }

  #addBase(base: Base, sentence: number): void {
    const head = headOf(this.#marks, base);
    const owner = base.owner === undefined ? undefined : this.phrases[base.owner];
    const isPronoun = base.first === base.last && DETERMINERS.has(xposOf(this.#marks, base.first));
    const isName = NAMES.has(xposOf(this.#marks, base.last)) || (this.#ties[base.last] & TIE.tail) !== 0;
    this.phrases.push({
      index: this.phrases.length,
      sentence,
      head,
      noun: base.last,
      first: base.first,
      last: base.last,
      spanFirst: owner?.spanFirst ?? base.first,
      spanLast: lastOfSpan(this.#tree, head, base.last),
      kind: isPronoun ? 'pronoun' : isName ? 'name' : 'noun',
      ...(owner === undefined ? {} : { possessor: owner.index }),
      isPossessor: false,
    });
  }
}

/** The token that hangs outside the phrase; the last one, where several do. */
function headOf(marks: Marks, base: Base): number {
  for (let t = base.last; t >= base.first; t--) {
    const head = marks.head[t];
    if ((head < base.first || head > base.last) && (isNoun(marks, t) || !base.hasNoun)) return t;
  }
  return base.last;
}

/**
 * All noun phrases of a text, in order; possessors come before what they own.
 * `ties` (see `TIE`) holds names and titles together.
 */
export function findPhrases(tree: Tree, ties: Uint8Array): readonly Phrase[] {
  const cutter = new Cutter(tree, ties);
  for (let s = 0; s < tree.marks.sentenceCount; s++) cutter.cut(s);
  return cutter.phrases;
}
