import { deprelOf, UPOS } from '../../../model/marks.ts';
import { contains, overlaps } from '../../../model/span.ts';
import type { Attribution } from './assemble.ts';
import type { FeatureList } from './hashed-features.ts';
import type { Scene } from './scene.ts';

/** What the other candidates say about one: the likeliest that holds it, that it holds, that wants the same words. */
interface Company {
  outer: number;
  inner: number;
  rival: number;
  /** Cue token of the likeliest holder, or -1. */
  outerCue: number;
}

const bucket = (n: number): number =>
  n < 3 ? n : n < 6 ? 3 : n < 12 ? 4 : n < 25 ? 5 : n < 60 ? 6 : n < 150 ? 7 : 8;

/** Probability in steps, finer towards the ends. */
const step = (probability: number): number => {
  const logit = Math.log(Math.max(1e-4, probability) / Math.max(1e-4, 1 - probability));
  return Math.round(Math.max(-4, Math.min(5, logit)) * 1.5);
};

const WINDOW = 24;

/** For each candidate the company it keeps. Candidates stand in the order of their cues; only near ones matter. */
export function companyOf(candidates: readonly Attribution[]): readonly Company[] {
  const all: Company[] = candidates.map(() => ({ outer: 0, inner: 0, rival: 0, outerCue: -1 }));
  candidates.forEach((one, i) => {
    for (let j = i + 1; j < Math.min(candidates.length, i + WINDOW); j++)
      meet(one, candidates[j], all[i], all[j]);
  });
  return all;
}

const holdsCue = (holder: Attribution, one: Attribution): boolean =>
  holder.content.some((span) => contains(span, one.cue));

function meet(a: Attribution, b: Attribution, ofA: Company, ofB: Company): void {
  const aHolds = holdsCue(a, b);
  const bHolds = holdsCue(b, a);
  if (aHolds && !bHolds) nest(a, b, ofA, ofB);
  else if (bHolds && !aHolds) nest(b, a, ofB, ofA);
  else if (a.content.some((x) => b.content.some((y) => overlaps(x, y)))) {
    ofA.rival = Math.max(ofA.rival, b.probability);
    ofB.rival = Math.max(ofB.rival, a.probability);
  }
}

function nest(outer: Attribution, inner: Attribution, ofOuter: Company, ofInner: Company): void {
  ofOuter.inner = Math.max(ofOuter.inner, inner.probability);
  if (outer.probability > ofInner.outer) {
    ofInner.outer = outer.probability;
    ofInner.outerCue = outer.token;
  }
}

const NOBODY = 77;

function addSource(list: FeatureList, scene: Scene, one: Attribution, own: number): void {
  const { marks, lemma, act } = scene;
  const head = one.source === undefined || one.source.head < 0 ? -1 : one.source.head;
  const name = head < 0 ? NOBODY : lemma[head];
  const pos = head < 0 ? NOBODY : marks.upos[head];
  const sure = step(one.source?.probability ?? 0);
  const side = one.source === undefined ? 2 : one.source.span.start < one.cue.start ? 0 : 1;
  const length = one.source === undefined ? 0 : bucket((one.source.span.end - one.source.span.start) / 6);
  list.add(10, sure, step(one.probability));
  list.add(11, pos, act[one.token], marks.upos[one.token]);
  list.add(12, name, act[one.token]);
  list.add(13, name, own);
  list.add(14, pos, own, side);
  list.add(15, sure, pos);
  list.add(16, length, pos, side);
  list.add(17, name);
  if (head < 0) return;
  const terms = scene.speech.speakers.get(marks.lowerLemma[head]);
  const kinds = terms === undefined ? 0 : [...terms].reduce((bits, term) => bits + term.length, 0);
  list.add(18, kinds, act[one.token], marks.upos[one.token]);
  list.add(19, marks.deprel[head], act[one.token], marks.head[head] === one.token ? 1 : 0);
}

function addContent(list: FeatureList, scene: Scene, one: Attribution, own: number): void {
  const { marks, act } = scene;
  const { text } = marks;
  const length = bucket(one.content.reduce((sum, span) => sum + span.end - span.start, 0) / 6);
  const first = one.content[0];
  const side = first.start >= one.cue.end ? 1 : 0;
  const quoted = (/["“'‘]/u.test(text[first.start]) ? 1 : 0) + (/["”’']/u.test(text[first.end - 1]) ? 2 : 0);
  const head = one.contentHead;
  const pos = head < 0 ? NOBODY : marks.upos[head];
  const label = head < 0 ? NOBODY : marks.deprel[head];
  list.add(20, step(one.contentProbability), step(one.probability));
  list.add(21, length, side, act[one.token]);
  list.add(22, length, marks.upos[one.token], label);
  list.add(23, quoted, side, act[one.token]);
  list.add(24, own, pos, label);
  list.add(25, head < 0 ? NOBODY : scene.lemma[head], act[one.token]);
  list.add(26, own, head < 0 ? NOBODY : scene.lemma[head]);
  list.add(27, one.content.length, label, quoted);
  list.add(28, label, pos, act[one.token]);
  list.add(29, length, own);
}

function addCompany(list: FeatureList, scene: Scene, one: Attribution, company: Company): void {
  const own = step(one.probability);
  const { act, marks } = scene;
  list.add(30, step(company.outer), own);
  list.add(31, step(company.inner), own);
  list.add(32, step(company.rival), own);
  list.add(33, step(company.outer), act[one.token], marks.upos[one.token]);
  list.add(34, step(company.inner), act[one.token]);
  list.add(35, company.outerCue < 0 ? 0 : act[company.outerCue], act[one.token], step(company.outer));
  list.add(36, step(company.rival) - own, company.rival > 0 ? 1 : 0);
  list.add(37, company.outer > 0 ? (scene.quotationOf[one.token] >= 0 ? 2 : 1) : 0, own);
}

const VERB = UPOS.indexOf('VERB');

/** Features by which a whole candidate, cue with source and content, is judged. */
export function judgeFeatures(scene: Scene, one: Attribution, company: Company, list: FeatureList): void {
  list.clear();
  const { marks, act, lemma } = scene;
  const own = lemma[one.token];
  const pos = marks.upos[one.token];
  list.add(0);
  list.add(1, step(one.probability));
  list.add(2, step(one.probability), act[one.token]);
  list.add(3, own, pos);
  list.add(4, act[one.token], marks.xpos[one.token]);
  list.add(5, step(one.probability), pos, deprelOf(marks, one.token).length);
  list.add(6, scene.paragraph[one.token] === 0 ? 1 : 0, pos, act[one.token]);
  list.add(7, own, step(one.probability) >> 2);
  list.add(
    8,
    pos === VERB ? marks.xpos[one.token] : pos,
    step(one.probability),
    one.source === undefined ? 0 : 1,
  );
  addSource(list, scene, one, own);
  addContent(list, scene, one, own);
  addCompany(list, scene, one, company);
}
