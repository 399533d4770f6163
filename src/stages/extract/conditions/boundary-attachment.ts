import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Scene } from './scene.ts';
import type { Stretch } from './stretch.ts';

const inside = (token: number, { first, last }: Stretch): boolean => token >= first && token <= last;

/** The highest word that `token` hangs on within a stretch, itself included. */
function topWithin(scene: Scene, token: number, stretch: Stretch): number {
  const { head } = scene.ground.marks;
  let at = token;
  for (let steps = 0; steps < 60 && inside(head[at], stretch); steps++) at = head[at];
  return at;
}

/** How a word outside a clause hangs on it: its topmost word beyond the clause, its relation, and where that leads. */
export function attachmentOf(scene: Scene, token: number, beyond: Stretch, clause: Stretch): string {
  if (!inside(token, beyond)) return 'EDGE';
  const top = topWithin(scene, token, beyond);
  const head = scene.ground.marks.head[top];
  const where = head < 0 ? 'root' : inside(head, clause) ? 'in' : head < clause.first ? 'left' : 'right';
  return `${where}|${deprelOf(scene.ground.marks, top)}`;
}

/** How many ties of the tree a clause has to words outside it, punctuation aside: one for a whole constituent. */
export function tiesOf(scene: Scene, clause: Stretch, within: Stretch): number {
  const { marks } = scene.ground;
  let out = 0;
  let into = 0;
  for (let t = within.first; t <= within.last; t++) {
    if (uposOf(marks, t) === 'PUNCT') continue;
    const head = marks.head[t];
    if (inside(t, clause) && !inside(head, clause)) out++;
    if (!inside(t, clause) && inside(head, clause)) into++;
  }
  return Math.min(out, 3) * 4 + Math.min(into, 3);
}

/** Which word on the way up from `token` has its subtree begin or end at a place, and its relation. */
export function edgeOf(scene: Scene, token: number, at: number, side: 'first' | 'last'): string {
  const { marks, tree } = scene.ground;
  const edges = side === 'first' ? tree.first : tree.last;
  for (let up = token, steps = 0; up >= 0 && steps < 6; up = marks.head[up], steps++) {
    if (edges[up] === at) return `${Math.min(steps, 3)}|${deprelOf(marks, up)}`;
  }
  return 'none';
}
