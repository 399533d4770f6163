import { DEPREL, deprelOf, xposOf } from '../../../model/marks.ts';
import type { Ground } from '../assertions/ground.ts';
import { hashText } from '../statements/hashed-features.ts';

/** Of every word: the clause that it stands in, what that clause looks like, and the clause above it. */
export interface Signatures {
  readonly clause: Int32Array;
  /** Head of the clause above; -1 for none. */
  readonly above: Int32Array;
  /** Code of conjunction, modal, tense, negation, subject and relation of the word's clause. */
  readonly full: Int32Array;
  /** The same in a few bits: conjunction, modal, perfect, inversion. */
  readonly short: Int32Array;
  readonly fullAbove: Int32Array;
  readonly shortAbove: Int32Array;
  /** How many clauses up an "if" or "unless" opens one: 0 to 2; 3 for none. */
  readonly underIf: Int32Array;
}

interface Look {
  full: number;
  short: number;
  opensIf: boolean;
}

const BASE_RELATION: readonly number[] = DEPREL.map((label) => hashText(label.split(':')[0]));
const AUXILIARY: ReadonlySet<string> = new Set(['aux', 'aux:pass', 'cop']);
const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'never']);
const LONGEST_WAY = 6;

/** What the words that hang on a clause's head say about it. */
function lookAt(ground: Ground, from: number, head: number, spelt: readonly string[]): Look {
  const { marks, tree, lemma } = ground;
  let [conjunction, modal, perfect, negated, subject, subjectAt, auxiliaryAt] = ['', '', 0, 0, 0, -1, -1];
  for (let k = tree.row[from + head]; k < tree.row[from + head + 1]; k++) {
    const t = tree.dependents[k];
    const word = spelt[t - from];
    const label = deprelOf(marks, t);
    if (label === 'mark' && conjunction === '') conjunction = word;
    else if (AUXILIARY.has(label)) {
      if (auxiliaryAt < 0) auxiliaryAt = t;
      if (xposOf(marks, t) === 'MD') modal = word === "'d" ? 'would' : word;
      else if (lemma[t] === 'have') perfect |= word === 'had' || word === "'d" ? 2 : 1;
      else if (word === 'were') perfect |= 4;
    } else if (NEGATIONS.has(word)) negated = 1;
    else if (label.startsWith('nsubj')) {
      subject = xposOf(marks, t).startsWith('W') ? 2 : 1;
      subjectAt = t;
    }
  }
  const turned = auxiliaryAt >= 0 && auxiliaryAt < subjectAt ? 1 : 0;
  const opensIf = conjunction === 'if' || conjunction === 'unless';
  const bits = perfect | (negated << 3) | (subject << 4) | (turned << 6);
  const words = hashText(`${conjunction}.${modal}`) + BASE_RELATION[marks.deprel[from + head]];
  return {
    full: Math.imul(words, 128) + bits,
    short:
      (opensIf ? 2 : conjunction === '' ? 0 : 1) |
      (modal === '' ? 0 : 4) |
      ((perfect & 2) > 0 ? 16 : (perfect & 1) > 0 ? 8 : 0) |
      (turned << 5),
    opensIf,
  };
}

const NO_LOOK: Look = { full: 1, short: -1, opensIf: false };

/** Describes the clause of every word of a stretch. */
export function markSignatures(
  ground: Ground,
  from: number,
  spelt: readonly string[],
  head: Int32Array,
  clause: Int32Array,
): Signatures {
  const count = spelt.length;
  const looks = new Map<number, Look>();
  for (const at of clause) if (!looks.has(at)) looks.set(at, lookAt(ground, from, at, spelt));
  const lookOf = (at: number): Look => looks.get(at) ?? NO_LOOK;
  const above = (at: number): number => (head[at] < 0 ? -1 : clause[head[at]]);
  const wayToIf = (i: number): number => {
    for (let at = clause[i], way = 0; at >= 0 && way < LONGEST_WAY; at = above(at), way++)
      if (lookOf(at).opensIf) return Math.min(way, 2);
    return 3;
  };
  const up = Int32Array.from({ length: count }, (_, i) => above(clause[i]));
  return {
    clause,
    above: up,
    full: clause.map((at) => lookOf(at).full),
    short: clause.map((at) => lookOf(at).short),
    fullAbove: up.map((at) => lookOf(at).full),
    shortAbove: up.map((at) => lookOf(at).short),
    underIf: Int32Array.from({ length: count }, (_, i) => wayToIf(i)),
  };
}
