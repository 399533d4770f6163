import { deprelOf, wordOf, xposOf } from '../../../model/marks.ts';
import { listDependents } from './tree.ts';
import type { Tree } from './tree.ts';

/** "by tightening enforcement", the gerund taken for an adjective of its object: the noun, which the verb above holds. */
export function ledByMeans(tree: Tree, token: number): number | undefined {
  const { marks } = tree;
  const isGerund = deprelOf(marks, token) === 'amod' && xposOf(marks, token) === 'VBG';
  if (!isGerund || token === 0 || wordOf(marks, token - 1).toLowerCase() !== 'by') return undefined;
  let noun = marks.head[token];
  while (deprelOf(marks, noun) === 'compound') noun = marks.head[noun];
  return marks.head[noun] >= 0 ? noun : undefined;
}

/** Is the noun the object of a gerund of means that was taken for its adjective? */
export const isMeans = (tree: Tree, noun: number): boolean =>
  [noun, ...listDependents(tree, noun, 'compound')].some((part) =>
    listDependents(tree, part, 'amod').some((at) => ledByMeans(tree, at) === noun),
  );
