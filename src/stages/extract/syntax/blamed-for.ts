import { deprelOf, wordOf, xposOf } from '../../../model/marks.ts';
import { findDependent, listDependents } from './tree.ts';
import type { Tree } from './tree.ts';

/** "condemned X for doing", "accused X of doing": the token of X, who is blamed, thanked or punished for the deed at `token`. */
export function blamedFor(tree: Tree, token: number): number | undefined {
  const { marks } = tree;
  const head = marks.head[token];
  if (head < 0 || deprelOf(marks, token) !== 'advcl' || xposOf(marks, token) !== 'VBG') return undefined;
  const lead = findDependent(tree, token, 'mark', 'case');
  if (lead === undefined || !/^(?:for|of)$/iu.test(wordOf(marks, lead))) return undefined;
  const object = listDependents(tree, head, 'obj').findLast((at) => at < token);
  return object ?? listDependents(tree, head, 'obl').findLast((at) => at < token);
}
