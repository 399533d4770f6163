import type { StatusLexicon } from '../../../model/lexicon-status.ts';
import { deprelOf, uposOf, xposOf, wordOf } from '../../../model/marks.ts';
import type { Tree } from '../syntax/tree.ts';
import { dependentsOf, findDependent } from '../syntax/tree.ts';
import { formOf, linkOf } from './embedding.ts';
import { contextStatusOf, statusOf } from './status-of.ts';
import type { StatusTrace } from './status-of.ts';

const lower = (tree: Tree, token: number): string => tree.marks.lowerLemma[token];

function personOf(tree: Tree, token: number): string {
  const subject = findDependent(tree, token, 'nsubj', 'nsubj:pass');
  if (subject === undefined) return 'none';
  const word = tree.marks.lowerWord[subject];
  if (word === 'i' || word === 'we') return 'first';
  return word === 'you' ? 'second' : 'third';
}

/** The words round one embedding: what governs, with its tense, person, negation, modal. */
function aboveFeatures(tree: Tree, token: number, lexicon: StatusLexicon): string[] {
  const { marks } = tree;
  const out: string[] = [];
  let at = token;
  for (let level = 0; level < 2; level++) {
    const link = linkOf(tree, at, lexicon);
    if (link.above < 0) return [...out, `top${level}`];
    const above = link.above;
    const trace = statusOf(tree, above, lexicon);
    const lemma = lower(tree, above);
    out.push(
      `gl${level}:${lemma}_${formOf(tree, at)}`,
      `gr${level}:${deprelOf(marks, at)}`,
      `gs${level}:${trace.status}`,
      `gls${level}:${lemma}_${trace.status}`,
    );
    out.push(
      `gp${level}:${personOf(tree, above)}`,
      `gx${level}:${xposOf(marks, above)}`,
      `ge${level}:${link.entry?.id ?? '-'}_${trace.status}`,
    );
    if (link.entry !== undefined) out.push(`gep${level}:${link.entry.id}_${personOf(tree, above)}`);
    at = above;
  }
  return out;
}

function ownFeatures(tree: Tree, token: number): string[] {
  const { marks } = tree;
  const out = [
    `x:${xposOf(marks, token)}`,
    `d:${deprelOf(marks, token)}`,
    `u:${uposOf(marks, token)}_${deprelOf(marks, token)}`,
    `form:${formOf(tree, token)}`,
    `lem:${lower(tree, token)}`,
  ];
  for (const at of dependentsOf(tree, token)) {
    const label = deprelOf(marks, at);
    if (
      label === 'aux' ||
      label === 'mark' ||
      label === 'advmod' ||
      label === 'case' ||
      label === 'det' ||
      label === 'cop'
    )
      out.push(`${label}:${lower(tree, at)}`);
  }
  const last = marks.sentenceStart[marks.sentenceOf[token] + 1] - 1;
  if (wordOf(marks, last).startsWith('?')) out.push('question');
  return out;
}

/** What the factuality of a deed is judged by, as strings: the status found and the words that led to it. */
export function factualityFeatures(tree: Tree, token: number, lexicon: StatusLexicon): string[] {
  const trace: StatusTrace = statusOf(tree, token, lexicon);
  const context = contextStatusOf(tree, token, lexicon);
  return [
    `cs:${context.status}_${context.doubt}`, `cp:${context.path.join('+')}`, `st:${trace.status}`, `sd:${trace.status}_${trace.doubt}`, `pl:${Math.min(4, trace.path.length)}`, `pj:${trace.path.join('+')}`,
    ...trace.path.map((step) => `p:${step}`), ...ownFeatures(tree, token), ...aboveFeatures(tree, token, lexicon),
  ]; // prettier-ignore
}
