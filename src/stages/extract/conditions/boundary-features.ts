import { deprelOf, FEATURE, hasFeature, uposOf, xposOf } from '../../../model/marks.ts';
import { attachmentOf, edgeOf, tiesOf } from './boundary-attachment.ts';
import type { Direction, Scene } from './scene.ts';
import { isUnder } from './stretch.ts';
import type { Stretch } from './stretch.ts';

const FINITE: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD']);
const MODALS: ReadonlySet<string> = new Set(['would', 'could', 'might', 'will', 'should', 'may', 'can', 'must', "'d", '’d', "'ll", '’ll', 'wo', 'ca']); // prettier-ignore

function isFinite(scene: Scene, token: number): boolean {
  const { marks } = scene.ground;
  return (
    FINITE.has(xposOf(marks, token)) ||
    (hasFeature(marks, token, FEATURE.finite) && uposOf(marks, token) === 'AUX')
  );
}

function countFinite(scene: Scene, from: number, to: number): number {
  let count = 0;
  for (let t = from; t < to; t++) if (isFinite(scene, t)) count++;
  return Math.min(count, 4);
}

const hasModalIn = (scene: Scene, from: number, to: number): boolean => {
  for (let t = from; t < to; t++) if (MODALS.has(scene.ground.lower[t])) return true;
  return false;
};

const COMMON: ReadonlySet<string> = new Set([
  'then', 'please', 'i', 'we', 'he', 'she', 'it', 'they', 'you', 'the', 'there', 'who', 'what', 'that', 'which', 'and',
  'but', 'or', 'so', 'would', 'will', 'said', 'says', 'if', 'because', 'as', 'to', 'this', 'had', 'than', 'even', 'when',
]); // prettier-ignore

const shape = (scene: Scene, token: number): string => {
  if (token < scene.start || token >= scene.end) return 'EDGE';
  const word = scene.ground.lower[token];
  return COMMON.has(word) ? word : uposOf(scene.ground.marks, token);
};

const mark = (scene: Scene, token: number): string => {
  if (token < scene.start || token >= scene.end) return 'EDGE';
  return uposOf(scene.ground.marks, token) === 'PUNCT' ? scene.ground.lower[token] : '0';
};

const bucket = (length: number): string =>
  length < 3 ? '<3' : length < 6 ? '<6' : length < 12 ? '<12' : length < 24 ? '<24' : 'long';

/** First word after any punctuation from `token` on. */
function wordFrom(scene: Scene, token: number): number {
  let at = token;
  while (at < scene.end && uposOf(scene.ground.marks, at) === 'PUNCT') at++;
  return at;
}

function withReading(scene: Scene, features: readonly string[]): readonly string[] {
  const reading = scene.counterfactual ? 'c' : 'o';
  return [...features, ...features.map((feature) => `${reading}:${feature}`)];
}

function protasisTies(scene: Scene, at: number, follows: number): readonly string[] {
  const clause = { first: scene.first, last: at };
  const beyond = { first: at + 1, last: scene.end - 1 };
  const attached = attachmentOf(scene, follows, beyond, clause);
  const comma = mark(scene, at + 1);
  return [
    `p.attached=${attached}|${comma}`,
    `p.attached=${attached}|${comma}|${shape(scene, follows)}`,
    `p.ties=${tiesOf(scene, clause, { first: scene.start, last: scene.end - 1 })}|${comma}`,
    `p.edge=${edgeOf(scene, at, at, 'last')}|${edgeOf(scene, scene.opened, at, 'last')}`,
    `p.trust=${trust(scene)}|${at === scene.ground.tree.last[scene.opened] ? 'T' : '-'}`,
  ];
}

/** How surely the connective was read as opening the clause. */
const trust = (scene: Scene): string => {
  const { marks } = scene.ground;
  const opener = deprelOf(marks, scene.last);
  return `${opener}|${deprelOf(marks, scene.opened)}|${scene.opened === scene.main ? '=' : '-'}`;
};

/** What speaks for a condition that ends at a token. */
export function protasisFeatures(scene: Scene, at: number): readonly string[] {
  const { marks, tree } = scene.ground;
  const next = at + 1;
  const follows = wordFrom(scene, next);
  const within = countFinite(scene, scene.last, next);
  const left = countFinite(scene, next, scene.end);
  const before = countFinite(scene, scene.start, scene.first) > 0 ? 'b' : 'i';
  const treeSays = at === tree.last[scene.opened] ? 'T' : at > tree.last[scene.opened] ? '>' : '<';
  const under = follows < scene.end && isUnder(scene.ground, follows, scene.opened) ? 'u' : 'n';
  const first =
    tree.first[scene.main] === follows ||
    deprelOf(marks, follows < scene.end ? follows : at).startsWith('nsubj')
      ? 's'
      : '-';
  const modal = hasModalIn(scene, next, Math.min(scene.end, next + 10)) ? 'm' : '-';
  const inner = hasModalIn(scene, scene.last + 1, next) ? 'M' : '-';
  return withReading(scene, [
    `p.next=${mark(scene, next)}`,
    `p.next=${mark(scene, next)}|${before}|${within}|${left}`,
    `p.tree=${treeSays}|${mark(scene, next)}`,
    `p.tree=${treeSays}${under}|${before}`,
    `p.then=${shape(scene, follows)}|${mark(scene, next)}|${before}`,
    `p.start=${first}|${mark(scene, next)}|${before}|${modal}`,
    `p.modal=${modal}${inner}|${before}|${mark(scene, next)}`,
    `p.length=${bucket(at - scene.last)}|${before}`,
    `p.finite=${within}|${left}|${before}`,
    `p.last=${shape(scene, at)}`,
    `p.two=${shape(scene, follows)}|${shape(scene, follows + 1)}|${before}`,
    ...protasisTies(scene, at, follows),
  ]);
}

/** Last word before any punctuation up to `token`. */
function wordBack(scene: Scene, token: number): number {
  let at = token;
  while (at >= scene.start && uposOf(scene.ground.marks, at) === 'PUNCT') at--;
  return at;
}

/** Whether the words under the main verb stand on both sides of the condition. */
function aboutMain(scene: Scene, protasis: Stretch): string {
  const { marks, tree } = scene.ground;
  let sides = '';
  for (let t = tree.first[scene.main]; t <= tree.last[scene.main]; t++) {
    if (marks.head[t] !== scene.main || t === scene.opened || uposOf(marks, t) === 'PUNCT') continue;
    const side = t < protasis.first ? 'l' : t > protasis.last ? 'r' : '';
    if (!sides.includes(side)) sides += side;
  }
  return sides;
}

/** What speaks for a main clause after, before or around the condition. */
export function directionFeatures(scene: Scene, protasis: Stretch, direction: Direction): readonly string[] {
  const before = countFinite(scene, scene.start, protasis.first);
  const after = countFinite(scene, protasis.last + 1, scene.end);
  const modalBefore = hasModalIn(scene, scene.start, protasis.first) ? 'm' : '-';
  const modalAfter = hasModalIn(scene, protasis.last + 1, scene.end) ? 'm' : '-';
  const main = scene.main < protasis.first ? 'L' : scene.main > protasis.last ? 'R' : 'I';
  const subject = scene.ground.tree.first[scene.main] < protasis.first ? 'l' : 'r';
  const follows = shape(scene, wordFrom(scene, protasis.last + 1));
  const left = { first: scene.start, last: protasis.first - 1 };
  const right = { first: protasis.last + 1, last: scene.end - 1 };
  const attachedBefore = attachmentOf(scene, wordBack(scene, protasis.first - 1), left, right);
  return withReading(scene, [
    `d=${direction}|${Math.min(before, 2)}|${Math.min(after, 2)}`,
    `d=${direction}|${main}${subject}`,
    `d=${direction}|${main}${subject}|${Math.min(before, 1)}|${Math.min(after, 1)}`,
    `d=${direction}|${modalBefore}${modalAfter}`,
    `d=${direction}|${mark(scene, protasis.first - 1)}|${mark(scene, protasis.last + 1)}`,
    `d=${direction}|prev=${shape(scene, protasis.first - 1)}|${modalBefore}${modalAfter}`,
    `d=${direction}|next=${follows}|${modalAfter}`,
    `d=${direction}|${edgeOf(scene, scene.main, scene.start, 'first')}|${Math.min(after, 1)}`,
    `d=${direction}|${aboutMain(scene, protasis)}|${Math.min(before, 1)}|${Math.min(after, 1)}`,
    `d=${direction}|${attachedBefore}|${mark(scene, protasis.first - 1)}`,
    `d=${direction}|${deprelOf(scene.ground.marks, scene.opened)}|${main}|${deprelOf(scene.ground.marks, scene.main)}`,
  ]);
}

/** What speaks for a main clause before the condition that begins at a token. */
export function startFeatures(scene: Scene, protasis: Stretch, at: number): readonly string[] {
  const { marks, tree, lower } = scene.ground;
  const first = tree.first[scene.main];
  const treeSays = at === first ? 'T' : at < first ? '<' : '>';
  const label = deprelOf(marks, scene.main);
  const finite = countFinite(scene, at, protasis.first);
  const left = countFinite(scene, scene.start, at);
  const previous = at > scene.start ? at - 1 : -1;
  const clause = { first: at, last: protasis.first - 1 };
  const ahead = { first: scene.start, last: at - 1 };
  let spoken = '-';
  for (let t = scene.start; t < at; t++) if (scene.reporting.has(scene.ground.lemma[t])) spoken = 's';
  return withReading(scene, [
    `s.prev=${mark(scene, previous)}|${shape(scene, at)}`,
    `s.prev=${shape(scene, previous)}`,
    `s.tree=${treeSays}|${label}`,
    `s.tree=${treeSays}|${mark(scene, previous)}|${at === scene.start ? 'S' : '-'}`,
    `s.finite=${finite}|${left}`,
    `s.first=${at === scene.start ? 'S' : '-'}|${finite}`,
    `s.word=${shape(scene, at)}`,
    `s.spoken=${spoken}|${previous >= 0 ? lower[previous] === 'that' : 'x'}|${left}`,
    `s.modal=${hasModalIn(scene, at, protasis.first) ? 'm' : '-'}|${finite}`,
    `s.length=${bucket(protasis.first - at)}`,
    `s.edge=${edgeOf(scene, scene.main, at, 'first')}`,
    `s.edge=${edgeOf(scene, scene.main, at, 'first')}|${mark(scene, previous)}|${finite}`,
    `s.own=${edgeOf(scene, at, at, 'first')}|${shape(scene, at)}`,
    `s.attached=${attachmentOf(scene, wordBack(scene, at - 1), ahead, clause)}|${mark(scene, previous)}`,
    `s.ties=${tiesOf(scene, clause, { first: scene.start, last: protasis.first - 1 })}|${mark(scene, previous)}`,
  ]);
}

/** What speaks for a main clause after the condition that ends at a token. */
export function endFeatures(scene: Scene, protasis: Stretch, at: number): readonly string[] {
  const { tree, lemma } = scene.ground;
  const last = tree.last[scene.main];
  const treeSays = at === last ? 'T' : at < last ? '<' : '>';
  const follows = wordFrom(scene, at + 1);
  const finite = countFinite(scene, protasis.last + 1, at + 1);
  const left = countFinite(scene, at + 1, scene.end);
  const closes = follows >= scene.end ? 'E' : '-';
  let spoken = '-';
  for (let t = follows; t < Math.min(scene.end, follows + 5); t++)
    if (scene.reporting.has(lemma[t])) spoken = 's';
  const clause = { first: protasis.last + 1, last: at };
  const attached = attachmentOf(scene, follows, { first: at + 1, last: scene.end - 1 }, clause);
  let inside = '-';
  for (let t = protasis.last + 1; t <= at; t++)
    if (scene.ground.lower[t] === '”' || scene.ground.lower[t] === '"') inside = 'q';
  return withReading(scene, [
    `e.next=${mark(scene, at + 1)}|${shape(scene, follows)}`,
    `e.tree=${treeSays}|${closes}`,
    `e.tree=${treeSays}|${mark(scene, at + 1)}`,
    `e.finite=${finite}|${left}`,
    `e.close=${closes}|${finite}|${spoken}`,
    `e.spoken=${spoken}|${mark(scene, at + 1)}|${left}`,
    `e.quote=${inside}|${mark(scene, at + 1)}`,
    `e.length=${bucket(at - protasis.last)}`,
    `e.edge=${edgeOf(scene, scene.main, at, 'last')}`,
    `e.edge=${edgeOf(scene, scene.main, at, 'last')}|${mark(scene, at + 1)}|${finite}`,
    `e.attached=${attached}|${mark(scene, at + 1)}`,
    `e.attached=${attached}|${shape(scene, follows)}|${mark(scene, at + 1)}`,
    `e.ties=${tiesOf(scene, clause, { first: protasis.last + 1, last: scene.end - 1 })}|${mark(scene, at + 1)}`,
  ]);
}
