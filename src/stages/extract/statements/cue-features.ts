import { deprelOf, FEATURE, hasFeature, UPOS } from '../../../model/marks.ts';
import type { FeatureList } from './hashed-features.ts';
import type { Scene } from './scene.ts';

const POS_CUE: ReadonlySet<number> = new Set(
  (['VERB', 'NOUN', 'ADJ', 'ADP', 'ADV', 'AUX', 'PUNCT', 'PROPN', 'SCONJ'] as const).map((pos) =>
    UPOS.indexOf(pos),
  ),
);
const VERB = UPOS.indexOf('VERB');
const PUNCT = UPOS.indexOf('PUNCT');
const ADP = UPOS.indexOf('ADP');
const PROPN = UPOS.indexOf('PROPN');

/** Tokens that may be a cue. Marks only as colons; names never. */
export function mayBeCue(scene: Scene, token: number): boolean {
  const { marks } = scene;
  const pos = marks.upos[token];
  if (pos === PUNCT) return marks.text[marks.start[token]] === ':';
  return pos !== PROPN && POS_CUE.has(pos);
}

const SUBJECT = 1;

/** Bits for the kinds of dependents a token has, and the dependents that matter most. */
interface Frame {
  labels: number;
  subject: number;
  object: number;
  clause: number;
  preposition: number;
}

const KINDS: ReadonlyMap<string, number> = new Map([
  ['nsubj', SUBJECT], ['nsubj:pass', 2], ['obj', 4], ['iobj', 8], ['ccomp', 16], ['xcomp', 32], ['obl', 64],
  ['nmod', 128], ['acl', 256], ['acl:relcl', 512], ['advcl', 1024], ['parataxis', 2048], ['nmod:poss', 4096],
  ['aux:pass', 8192], ['obl:agent', 16384], ['cop', 32768], ['csubj', 65536], ['expl', 131072],
]); // prettier-ignore

function frameOf(scene: Scene, token: number): Frame {
  const { marks, tree } = scene;
  const frame: Frame = { labels: 0, subject: -1, object: -1, clause: -1, preposition: -1 };
  for (let i = tree.row[token]; i < tree.row[token + 1]; i++) {
    const child = tree.dependents[i];
    const label = deprelOf(marks, child);
    frame.labels |= KINDS.get(label) ?? 0;
    if (label === 'nsubj' || label === 'nsubj:pass' || label === 'nmod:poss') frame.subject = child;
    else if (label === 'obj') frame.object = child;
    else if (label === 'ccomp' || label === 'xcomp' || label === 'acl') frame.clause = child;
    else if ((label === 'obl' || label === 'nmod') && child > token && frame.preposition < 0) {
      frame.preposition = caseOf(scene, child);
    }
  }
  return frame;
}

/** The preposition of a noun, or -1. */
export function caseOf(scene: Scene, token: number): number {
  const { marks, tree } = scene;
  for (let i = tree.row[token]; i < tree.row[token + 1]; i++) {
    if (deprelOf(marks, tree.dependents[i]) === 'case') return tree.dependents[i];
  }
  return -1;
}

/** Is a quotation near: 1 the token stands in one, 2 one begins or ends within a few units beside its sentence part, … */
function quoteSituation(scene: Scene, token: number): number {
  const { marks, quotationOf } = scene;
  if (quotationOf[token] >= 0) return 1;
  const sentence = marks.sentenceOf[token];
  let bits = 0;
  for (let t = token - 1; t >= 0 && t > token - 12; t--) if (quotationOf[t] >= 0) bits |= 2;
  for (let t = token + 1; t < marks.tokenCount && t < token + 12; t++) {
    if (quotationOf[t] >= 0) bits |= marks.sentenceOf[t] === sentence ? 4 : 8;
  }
  return bits;
}

const atom = (values: Int32Array, token: number): number =>
  token < 0 || token >= values.length ? 7 : values[token];

function addWords(list: FeatureList, scene: Scene, token: number): void {
  const { marks, lemma, word, act } = scene;
  const own = lemma[token];
  const pos = marks.upos[token];
  list.add(1, own, pos);
  list.add(2, word[token]);
  list.add(3, act[token], pos);
  list.add(4, own, atom(lemma, token + 1));
  list.add(5, own, atom(lemma, token - 1));
  list.add(6, pos, atom(lemma, token + 1), atom(lemma, token - 1));
  list.add(7, own, marks.xpos[token], marks.deprel[token]);
  list.add(8, act[token], marks.xpos[token], atom(lemma, token + 1));
  list.add(9, own, atom(lemma, token + 1), atom(lemma, token + 2));
}

function addFrame(list: FeatureList, scene: Scene, token: number, frame: Frame): void {
  const { marks, lemma, act } = scene;
  const own = lemma[token];
  const pos = marks.upos[token];
  list.add(10, own, frame.labels & 0x3f);
  list.add(11, act[token], frame.labels & 0xffff, pos);
  list.add(12, pos, frame.labels);
  const subject = atom(lemma, frame.subject);
  const subjectPos = frame.subject < 0 ? 30 : marks.upos[frame.subject];
  list.add(13, own, subjectPos);
  list.add(14, subject, act[token]);
  list.add(15, own, subject);
  list.add(16, own, atom(lemma, frame.object));
  list.add(17, act[token], atom(lemma, frame.object), pos);
  list.add(18, own, atom(lemma, frame.preposition));
  list.add(19, act[token], atom(lemma, frame.preposition), pos);
  list.add(20, own, atom(lemma, frame.clause));
  list.add(21, subjectPos, frame.labels & 0x3f, pos);
  list.add(22, subject, pos);
}

function addSurroundings(list: FeatureList, scene: Scene, token: number, frame: Frame): void {
  const { marks, lemma, act, tree } = scene;
  const own = lemma[token];
  const pos = marks.upos[token];
  const head = marks.head[token];
  const quoted = quoteSituation(scene, token);
  list.add(30, quoted, act[token], pos);
  list.add(31, quoted, own);
  list.add(32, quoted, frame.labels & 0x7f, pos);
  list.add(33, own, marks.deprel[token], atom(lemma, head));
  list.add(34, act[token], marks.deprel[token], head < 0 ? 40 : act[head]);
  list.add(35, pos, marks.deprel[token], head < 0 ? 40 : marks.upos[head]);
  list.add(36, atom(lemma, head), marks.deprel[token], pos);
  list.add(37, Math.min(7, tree.last[token] - token), pos, act[token]);
  list.add(38, hasFeature(marks, token, FEATURE.past) ? 1 : 0, act[token], marks.xpos[token]);
  list.add(39, scene.paragraph[token] === 0 ? 1 : 0, act[token], pos);
  addGovernors(list, scene, token);
}

/** Is there a word of saying above, in whose content the token may lie? */
function addGovernors(list: FeatureList, scene: Scene, token: number): void {
  const { marks, act } = scene;
  let at = token;
  let way = 0;
  for (let step = 0; step < 6; step++) {
    const head = marks.head[at];
    if (head < 0) break;
    way = Math.imul(way, 31) + marks.deprel[at];
    if (act[head] > 0) {
      list.add(41, marks.deprel[at], act[head], at > head ? 1 : 0);
      list.add(42, way, act[head], act[token]);
      list.add(43, scene.lemma[head], marks.deprel[at], act[token]);
      break;
    }
    at = head;
  }
  list.add(44, way, act[token]);
  const first = marks.sentenceStart[marks.sentenceOf[token]];
  list.add(
    45,
    marks.start[token] - marks.start[first] < 30 ? 1 : 0,
    act[token],
    marks.head[token] < 0 ? 1 : 0,
  );
}

/** Features by which a token is judged as a cue. */
export function cueFeatures(scene: Scene, token: number, list: FeatureList): void {
  list.clear();
  const frame = frameOf(scene, token);
  list.add(0);
  addWords(list, scene, token);
  addFrame(list, scene, token, frame);
  addSurroundings(list, scene, token, frame);
  if (scene.marks.upos[token] === ADP || scene.marks.upos[token] === VERB) {
    list.add(46, scene.lemma[token], atom(scene.lemma, scene.marks.head[token]), scene.marks.deprel[token]);
  }
}
