import { deprelOf, uposOf } from '../../../model/marks.ts';
import { dependentsOf } from '../syntax/tree.ts';
import type { Direction, Scene } from './scene.ts';
import type { Stretch } from './stretch.ts';

const PUNCTUATION: ReadonlySet<string> = new Set([
  ',', ';', ':', '.', '!', '?', '–', '—', '-', '--', '(', ')', '[', ']', '“', '”', '"', "''", '``', '‘', '’', "'", '…', '...',
]); // prettier-ignore

export const isPunctuation = (scene: Scene, token: number): boolean =>
  PUNCTUATION.has(scene.ground.lower[token]) || uposOf(scene.ground.marks, token) === 'PUNCT';

const STARTERS: ReadonlySet<string> = new Set([
  'then', 'would', 'will', 'could', 'please', 'and', 'but', 'who', 'what', 'it', 'there', 'i', 'he', 'she', 'they', 'we', 'you',
]); // prettier-ignore

/** Whether a token may begin the clause after the condition although no comma stands before it. */
function mayBegin(scene: Scene, token: number): boolean {
  const { ground } = scene;
  if (STARTERS.has(ground.lower[token])) return true;
  const { marks, tree } = ground;
  for (let at = token, steps = 0; at >= token && steps < 6; at = marks.head[at], steps++) {
    if (deprelOf(marks, at).startsWith('nsubj') && tree.first[at] === token) return true;
  }
  return false;
}

/** Whether words other than punctuation stand from one token up to another. */
function hasWords(scene: Scene, from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (!isPunctuation(scene, t)) return true;
  return false;
}

/** Sides on which a main clause can stand at all: where words are left. */
export function feasibleDirections(scene: Scene, protasis: Stretch): readonly Direction[] {
  const before = hasWords(scene, scene.start, protasis.first);
  const after = hasWords(scene, protasis.last + 1, scene.end);
  if (before && after) return ['after', 'before', 'around'];
  return before ? ['before'] : ['after'];
}

/** Tokens at which the condition may end: before punctuation, before a new subject, where the tree ends it. */
export function protasisEnds(scene: Scene): readonly number[] {
  const { ground } = scene;
  const found: number[] = [];
  const alone = !hasWords(scene, scene.start, scene.first);
  for (let t = scene.last + 1; t < scene.end; t++) {
    if (isPunctuation(scene, t) || (alone && !hasWords(scene, t + 1, scene.end))) continue;
    const next = t + 1;
    if (
      next >= scene.end ||
      isPunctuation(scene, next) ||
      t === ground.tree.last[scene.opened] ||
      mayBegin(scene, next)
    ) {
      found.push(t);
    }
  }
  return found.length > 0 ? found : [Math.min(scene.last + 1, scene.end - 1)];
}

/** Tokens at which a main clause before the condition may begin. */
export function apodosisStarts(scene: Scene, protasis: Stretch): readonly number[] {
  const { tree, lower } = scene.ground;
  const found = new Set<number>();
  for (let t = scene.start; t < protasis.first; t++) {
    if (isPunctuation(scene, t)) continue;
    const before = t === scene.start || isPunctuation(scene, t - 1);
    if (before || lower[t] === 'that' || lower[t - 1] === 'that' || tree.first[scene.main] === t)
      found.add(t);
    if (
      lower[t] === 'and' ||
      lower[t] === 'but' ||
      lower[t - 1] === 'and' ||
      lower[t - 1] === 'but' ||
      lower[t] === 'to'
    )
      found.add(t);
  }
  for (let at = scene.main, steps = 0; at >= 0 && steps < 5; at = scene.ground.marks.head[at], steps++) {
    if (tree.first[at] < protasis.first) found.add(tree.first[at]);
    for (const dependent of dependentsOf(tree, at)) {
      if (
        deprelOf(scene.ground.marks, dependent).startsWith('nsubj') &&
        tree.first[dependent] < protasis.first
      ) {
        found.add(tree.first[dependent]);
      }
    }
  }
  return found.size > 0 ? [...found].sort((a, b) => a - b) : [scene.start];
}

/** Tokens at which a main clause after the condition may end. */
export function apodosisEnds(scene: Scene, protasis: Stretch): readonly number[] {
  const found: number[] = [];
  for (let t = protasis.last + 1; t < scene.end; t++) {
    if (isPunctuation(scene, t)) continue;
    const next = t + 1;
    const closes =
      next >= scene.end || isPunctuation(scene, next) || t === scene.ground.tree.last[scene.main];
    if (closes || scene.ground.lower[next] === 'and' || scene.ground.lower[next] === 'but') found.push(t);
  }
  return found.length > 0 ? found : [scene.end - 1];
}
