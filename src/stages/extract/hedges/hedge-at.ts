import type { Hedge } from '../../../model/claim.ts';
import type { HedgeEntry, HedgeLexicon } from '../../../model/lexicon-hedges.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Deprel, Marks } from '../../../model/marks.ts';
import { deprelOf, FEATURE, hasFeature, uposOf } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';
import type { Tree } from '../syntax/tree.ts';
import { dependentsOf } from '../syntax/tree.ts';

const FARTHEST_UP = 6;
const MOST_DEPENDENTS = 24;

/** Dependents by which an adverb, auxiliary or adjective hedges what it hangs on. */
const BESIDE: ReadonlySet<Deprel> = new Set([
  'advmod',
  'aux',
  'amod',
  'obl',
  'discourse',
  'nmod',
  'parataxis',
]);
/** Ways up from a word to one that hedges it. */
const CLAUSAL: ReadonlySet<Deprel> = new Set([
  'ccomp',
  'xcomp',
  'csubj',
  'csubj:pass',
  'csubj:outer',
  'acl',
  'advcl',
]);
/** Ways up that stay in the same clause, so that what hangs on the governor still hedges. */
const PHRASAL: ReadonlySet<Deprel> = new Set([
  'obj', 'iobj', 'obl', 'obl:agent', 'nsubj', 'nsubj:pass', 'nmod', 'amod', 'compound', 'appos', 'aux', 'cop', 'conj', 'nmod:poss',
]); // prettier-ignore
const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'no', 'neither', 'nor', 'far']);
const NO_HEDGE_HEAD: ReadonlySet<Deprel> = new Set(['appos', 'nmod:poss']);

const wordAt = (marks: Marks, token: number): string => marks.lowerWord[token];

const spanFrom = (marks: Marks, first: number, last: number): Span => ({
  start: marks.start[first],
  end: marks.end[last],
});

function negationOf(tree: Tree, token: number): number | undefined {
  const { marks } = tree;
  for (const child of dependentsOf(tree, token).slice(0, MOST_DEPENDENTS)) {
    if (child > token + 1) break;
    if (NEGATIONS.has(marks.lowerLemma[child]) || NEGATIONS.has(wordAt(marks, child))) return child;
    if (deprelOf(marks, child) !== 'punct' && hasFeature(marks, child, FEATURE.negative)) return child;
  }
  return undefined;
}

function toHedge(tree: Tree, token: number, entry: HedgeEntry): Hedge | undefined {
  const negation = negationOf(tree, token);
  if (negation === undefined)
    return { certitude: entry.gives, span: spanFrom(tree.marks, token, token), entry: entry.id };
  if (entry.negated === undefined)
    return { certitude: entry.gives, span: spanFrom(tree.marks, token, token), entry: entry.id };
  const first = Math.min(negation, token);
  return {
    certitude: entry.negated,
    span: spanFrom(tree.marks, first, Math.max(negation, token)),
    entry: entry.id,
  };
}

/** Words in a row that begin at a token. */
function phraseAt(marks: Marks, token: number, lexicon: HedgeLexicon): Hedge | undefined {
  const options = lexicon.phrases.get(wordAt(marks, token)) ?? lexicon.phrases.get(marks.lowerLemma[token]);
  for (const { words, entry } of options ?? []) {
    const last = token + words.length - 1;
    const fits = words.every((word, i) => {
      const at = token + i;
      return at < marks.tokenCount && (wordAt(marks, at) === word || marks.lowerLemma[at] === word);
    });
    if (fits) return { certitude: entry.gives, span: spanFrom(marks, token, last), entry: entry.id };
  }
  return undefined;
}

/** Does the modal hedge: "can" only where not in a plain ability of a question, "may" not as a month. */
const isHedgingWord = (marks: Marks, token: number, entry: HedgeEntry): boolean => {
  const isModal = entry.words.includes(marks.lowerLemma[token]) && uposOf(marks, token) === 'AUX';
  return isModal || uposOf(marks, token) !== 'PROPN';
};

/** Hedges that hang on a word: "perhaps the best", "may lift", "in all likelihood". */
function hedgeBeside(tree: Tree, token: number, lexicon: HedgeLexicon): Hedge | undefined {
  const { marks } = tree;
  for (const child of dependentsOf(tree, token).slice(0, MOST_DEPENDENTS)) {
    if (!BESIDE.has(deprelOf(marks, child))) continue;
    const phrase = phraseAt(marks, tree.first[child], lexicon) ?? phraseAt(marks, child, lexicon);
    if (phrase !== undefined) return phrase;
    const entry = lexicon.beside.get(marks.lowerLemma[child]) ?? lexicon.beside.get(wordAt(marks, child));
    if (entry !== undefined && isHedgingWord(marks, child, entry)) return toHedge(tree, child, entry);
  }
  return undefined;
}

/** A word that governs the clause and hedges it: "it appears that …", "is expected to …". */
function hedgeAbove(tree: Tree, token: number, lexicon: HedgeLexicon): Hedge | undefined {
  const { marks } = tree;
  const phrase = phraseAt(marks, token, lexicon);
  if (phrase !== undefined) return phrase;
  const entry = lexicon.above.get(marks.lowerLemma[token]) ?? lexicon.above.get(wordAt(marks, token));
  return entry === undefined ? undefined : toHedge(tree, token, entry);
}

/**
 * The words that weaken or strengthen what stands at a token: those that hang on it or on what governs it in its clause,
 * and the words above in whose clause it stands. The nearest wins. Undefined where nothing hedges it.
 */
export function hedgeAt(
  marked: MarkedReport,
  tree: Tree,
  token: number,
  lexicon: HedgeLexicon,
): Hedge | undefined {
  const { marks } = marked;
  let at = token;
  for (let steps = 0; steps <= FARTHEST_UP; steps++) {
    const beside = hedgeBeside(tree, at, lexicon);
    if (beside !== undefined) return beside;
    const label = deprelOf(marks, at);
    const head = marks.head[at];
    if (head < 0) return undefined;
    if (CLAUSAL.has(label)) {
      if (label === 'advcl') return undefined;
      const above = hedgeAbove(tree, head, lexicon);
      if (above !== undefined) return above;
    } else if (!PHRASAL.has(label) || NO_HEDGE_HEAD.has(label)) return undefined;
    at = head;
  }
  return undefined;
}
