import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { StatusLexicon } from '../../../model/lexicon-status.ts';
import { statusOf } from '../status/status-of.ts';
import type { Tree } from '../syntax/tree.ts';
import { dependentsOf } from '../syntax/tree.ts';
import { isPassive } from './arguments.ts';
import type { FoundMove } from './find-moves.ts';
import { lemmaAt } from './phrase.ts';

/** Tokens from `first` to `last`, both inside. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** A sentence with a doer and perhaps somebody it is done to, of which the type of move is asked. */
export interface PairScene {
  readonly tree: Tree;
  readonly status: StatusLexicon;
  readonly found: readonly FoundMove[];
  readonly source: TokenRange;
  readonly target?: TokenRange;
}

const inRange = (range: TokenRange | undefined, token: number): boolean =>
  range !== undefined && token >= range.first && token <= range.last;

/** The token of a range whose governor lies outside it. */
export function headOf(tree: Tree, range: TokenRange): number {
  for (let t = range.first; t <= range.last; t++) {
    const head = tree.marks.head[t];
    if (head < 0 || head < range.first || head > range.last) {
      const label = deprelOf(tree.marks, t);
      if (label !== 'punct' && label !== 'case' && label !== 'det') return t;
    }
  }
  return range.last;
}

function ancestors(tree: Tree, token: number): number[] {
  const up: number[] = [];
  for (let at = token; at >= 0 && up.length < 40; at = tree.marks.head[at]) up.push(at);
  return up;
}

/** Tokens on the way from one to the other through the tree, both ends left out. */
function pathBetween(tree: Tree, from: number, to: number): number[] {
  const up = ancestors(tree, from);
  const down = ancestors(tree, to);
  const shared = up.find((at) => down.includes(at));
  if (shared === undefined) return [...up.slice(1), ...down.slice(1)];
  return [...up.slice(1, up.indexOf(shared) + 1), ...down.slice(1, down.indexOf(shared))].filter(
    (at) => at !== to,
  );
}

/** The verb that a noun hangs from, at any depth up to four. */
function predicateOf(tree: Tree, token: number): number {
  let at = token;
  for (let i = 0; i < 4 && tree.marks.head[at] >= 0; i++) {
    at = tree.marks.head[at];
    if (uposOf(tree.marks, at) === 'VERB') return at;
  }
  return at;
}

const shape = (lemma: string): string => (/^\d/u.test(lemma) ? '#' : lemma);

function ngrams(tree: Tree, scene: PairScene, sentence: TokenRange): string[] {
  const { marks } = tree;
  const out: string[] = [];
  const words: string[] = [];
  for (let t = sentence.first; t <= sentence.last; t++) {
    const word = inRange(scene.source, t)
      ? '<S>'
      : inRange(scene.target, t)
        ? '<T>'
        : shape(lemmaAt(marks, t));
    if (words.at(-1) !== word || !word.startsWith('<')) words.push(word);
  }
  const s = words.indexOf('<S>');
  const e = words.indexOf('<T>');
  words.forEach((word, i) => {
    const zone = e < 0 ? 'n' : (i - s) * (i - e) <= 0 ? 'b' : i > Math.max(s, e) ? 'a' : 'p';
    out.push(`w:${word}`, `${zone}:${word}`);
    if (i > 0) out.push(`2:${words[i - 1]}_${word}`);
    if (i > 1) out.push(`3:${words[i - 2]}_${words[i - 1]}_${word}`);
  });
  return out;
}

function auxiliaries(tree: Tree, verb: number, tag: string): string[] {
  const { marks } = tree;
  const out: string[] = [`${tag}tag:${xposOf(marks, verb)}`];
  for (const at of dependentsOf(tree, verb)) {
    const label = deprelOf(marks, at);
    if (label === 'aux' || lemmaAt(marks, at) === 'not') out.push(`${tag}aux:${lemmaAt(marks, at)}`);
    if (
      label === 'obj' ||
      label === 'compound:prt' ||
      label === 'xcomp' ||
      label === 'ccomp' ||
      label === 'nsubj:pass'
    )
      out.push(`${tag}${label}:${lemmaAt(marks, at)}`);
    if (label.startsWith('obl'))
      for (const c of dependentsOf(tree, at))
        if (deprelOf(marks, c) === 'case') out.push(`${tag}prep:${lemmaAt(marks, c)}`);
  }
  if (isPassive(tree, verb)) out.push(`${tag}passive`);
  return out;
}

function ofSyntax(tree: Tree, scene: PairScene): string[] {
  const { marks } = tree;
  const source = headOf(tree, scene.source);
  const sourceVerb = predicateOf(tree, source);
  const out = [
    `sv:${lemmaAt(marks, sourceVerb)}`,
    `sl:${deprelOf(marks, source)}`,
    `sh:${lemmaAt(marks, source)}`,
    ...auxiliaries(tree, sourceVerb, 's'),
  ];
  if (scene.target === undefined) return [...out, 'no-target'];
  const target = headOf(tree, scene.target);
  const targetVerb = predicateOf(tree, target);
  out.push(
    `tv:${lemmaAt(marks, targetVerb)}`,
    `tl:${deprelOf(marks, target)}`,
    `th:${lemmaAt(marks, target)}`,
    `tg:${lemmaAt(marks, marks.head[target] >= 0 ? marks.head[target] : target)}`,
  );
  if (targetVerb !== sourceVerb)
    out.push(
      ...auxiliaries(tree, targetVerb, 't'),
      `stv:${lemmaAt(marks, sourceVerb)}_${lemmaAt(marks, targetVerb)}`,
    );
  const path = pathBetween(tree, source, target);
  for (const at of path) out.push(`path:${lemmaAt(marks, at)}`);
  out.push(`paths:${path.map((at) => lemmaAt(marks, at)).join('_')}`, `plen:${Math.min(6, path.length)}`);
  return out;
}

/** What the frames say of the pair: each by type, act, entry, status, and by whether its roles are this pair. */
function ofFrames(tree: Tree, scene: PairScene, sentence: TokenRange): string[] {
  const out: string[] = [];
  const source = headOf(tree, scene.source);
  const up = ancestors(tree, source);
  const path =
    scene.target === undefined ? up : [...pathBetween(tree, source, headOf(tree, scene.target)), ...up];
  let best: { readonly worth: number; readonly type: string; readonly status: string } | undefined;
  for (const { match, roles } of scene.found) {
    if (match.token < sentence.first || match.token > sentence.last) continue;
    const { status } = statusOf(tree, match.token, scene.status);
    const acts = inRange(scene.source, roles.actorToken ?? -1) || match.subject === source;
    const hits = inRange(scene.target, roles.targetToken ?? -1);
    const on = path.includes(match.token);
    const inside = inRange(scene.source, match.token) || inRange(scene.target, match.token);
    const role = `${acts ? 'A' : ''}${hits ? 'T' : ''}${on ? 'P' : ''}${inside ? 'I' : ''}`;
    const { type, id } = match.frame;
    out.push(`f:${type}:${role}`, `fe:${id}`, `fs:${type}:${status}:${role}`, `fr:${id}:${role}`);
    const worth =
      (acts ? 3 : 0) +
      (hits ? 2 : 0) +
      (on ? 2 : 0) -
      (inside ? 3 : 0) -
      up.indexOf(match.token) * 0.01 +
      match.score * 0.1;
    if (best === undefined || worth > best.worth) best = { worth, type, status };
  }
  if (best === undefined) return [...out, 'no-frame'];
  return [...out, `top:${best.type}`, `tops:${best.type}:${best.status}`];
}

/** Features of one sentence with its pair, as strings: n-grams round the pair, syntax of its predicates, frames with roles. */
export function typeFeatures(scene: PairScene): string[] {
  const { tree } = scene;
  const sentence = tree.marks.sentenceOf[scene.source.first];
  const range = {
    first: tree.marks.sentenceStart[sentence],
    last: tree.marks.sentenceStart[sentence + 1] - 1,
  };
  return [...ngrams(tree, scene, range), ...ofSyntax(tree, scene), ...ofFrames(tree, scene, range)];
}
