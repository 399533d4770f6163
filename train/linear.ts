/* eslint-disable */
import { writeFileSync } from 'node:fs';
import { DEPREL, UPOS, XPOS } from '../src/model/marks.ts';
import { packMarker } from '../src/playbook/marker.ts';
import { atoms, actFeats, labFeats, legal, Lin, SALTS, State, tagFeats } from '../src/stages/mark/linear.ts';
import { readConllu } from './read-conllu.ts';
const D = '/work/shared/ud/';
const B = 20;
let seed = 42;
const rnd = () => {
  seed = (Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
  let h = Math.imul(seed ^ (seed >>> 13), 0x297a2d39);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
};
const tr = [...readConllu(D + 'en_ewt-ud-train.conllu.gz'), ...readConllu(D + 'en_gum-open-train.conllu.gz')];
const dev = [
  ...readConllu(D + 'en_ewt-ud-dev.conllu.gz').slice(0, 800),
  ...readConllu(D + 'en_gum-ud-dev.conllu.gz').slice(0, 500),
];
const pair = new Map<string, number>();
for (const s of tr)
  s.upos.forEach((u, i) => {
    const k = UPOS[u] + ' ' + XPOS[s.xpos[i]];
    if (!pair.has(k)) pair.set(k, pair.size);
  });
const K = pair.size,
  R = DEPREL.length;
const CASE = new Set(['case', 'mark']);
class P extends Lin {
  U: Float32Array;
  c = 1;
  constructor(bits: number) {
    super(new Float32Array(1 << bits), (1 << bits) - 1);
    this.U = new Float32Array(1 << bits);
  }
  upd(F: Int32Array, m: number, g: number, b: number) {
    const a = SALTS[g],
      z = SALTS[b];
    for (let f = 0; f < m; f++) {
      const i = (F[f] ^ a) & this.mask,
        j = (F[f] ^ z) & this.mask;
      this.W[i]++;
      this.W[j]--;
      this.U[i] += this.c;
      this.U[j] -= this.c;
    }
  }
  avg() {
    for (let i = 0; i < this.W.length; i++) this.W[i] -= this.U[i] / this.c;
    let mx = 0;
    for (const x of this.W) mx = Math.max(mx, Math.abs(x));
    const q = Math.min(256, 32767 / mx);
    return Int16Array.from(this.W, (x) => Math.round(x * q));
  }
}
const argmax = (o: Float64Array, K: number, ok?: (k: number) => boolean) => {
  let b = -1;
  for (let k = 0; k < K; k++) if ((!ok || ok(k)) && (b < 0 || o[k] > o[b])) b = k;
  return b;
};
const F = new Int32Array(256),
  G = new Int32Array(256),
  O = new Float64Array(256);
const tagAll = (M: Lin, A: ReturnType<typeof atoms>[], gold?: number[], upd?: P) => {
  const o: number[] = [];
  for (let i = 0; i < A.length; i++) {
    const m = tagFeats(A, i, o[i - 1] ?? 998, o[i - 2] ?? 999, F);
    M.score(F, m, K, SALTS, O);
    const b = argmax(O, K);
    if (gold && upd) {
      upd.c++;
      if (b !== gold[i]) upd.upd(F, m, gold[i], b);
    }
    o.push(b);
  }
  return o;
};
const shuffle = <T>(a: T[]) => {
  for (let i = a.length - 1; i > 0; i--) {
    const j = Math.floor(rnd() * (i + 1));
    [a[i], a[j]] = [a[j], a[i]];
  }
};
const prep = (s: (typeof tr)[0]) => ({
  s,
  A: s.form.map(atoms),
  y: s.upos.map((u, i) => pair.get(UPOS[u] + ' ' + XPOS[s.xpos[i]]) ?? 0),
  t: [] as number[],
});
const T = tr.map(prep),
  V = dev.map(prep);
const ep = 3;
const trainTag = (set: typeof T, e: number) => {
  const M = new P(B);
  const S = [...set];
  for (let k = 0; k < e; k++) {
    shuffle(S);
    for (const x of S) tagAll(M, x.A, x.y, M);
  }
  const W = M.avg();
  return new Lin(W, M.mask);
};
const t0 = Date.now();
const half = [T.filter((_, i) => i % 2), T.filter((_, i) => !(i % 2))];
for (const k of [0, 1]) {
  const m = trainTag(half[k], 2);
  for (const x of half[1 - k]) x.t = tagAll(m, x.A);
}
console.log('jk', Date.now() - t0);
const tagger = trainTag(T, ep);
let ok = 0,
  n = 0;
const up = [...pair.keys()].map((k) => k.split(' ')[0]);
for (const x of V) {
  x.t = tagAll(tagger, x.A);
  x.t.forEach((t, i) => {
    n++;
    if (up[t] === UPOS[x.s.upos[i]]) ok++;
  });
}
console.log('upos', ok / n, Date.now() - t0);
const act = new P(B),
  lab = new P(B);
export const wt = (x: { A: { lc: number }[]; t: number[] }, n: number) => {
  const w = new Int32Array(n + 8).fill(77),
    t = new Int32Array(n + 8).fill(88);
  x.A.forEach((a, i) => {
    w[i] = a.lc;
    t[i] = x.t[i] + 100;
  });
  w[n] = 66;
  t[n] = 67;
  return [w, t] as const;
};
const costs = (s: State, g: readonly number[], kids: number[][]) => {
  const gh = (i: number) => {
    const h = g[i];
    return h < 0 ? s.n : h;
  };
  const s0 = s.sp ? s.st[s.sp - 1] : -1,
    s1 = s.sp > 1 ? s.st[s.sp - 2] : -1,
    b = s.b;
  const c = [99, 99, 99];
  if (legal(s, 0)) {
    let z = 0;
    for (const d of kids[b]) if (s.head[d] < 0 && d < b) z++;
    if (gh(b) < b && gh(b) !== s0 && s.head[gh(b)] < 0) z++;
    c[0] = z;
  }
  const kb = s0 >= 0 ? kids[s0].filter((d) => d >= b).length : 0;
  if (legal(s, 1)) c[1] = kb + (gh(s0) === s1 || gh(s0) > b ? 1 : 0);
  if (legal(s, 2)) c[2] = kb + (gh(s0) >= b ? 1 : 0);
  return c;
};
const parse = (x: (typeof T)[0], train: boolean, explore: number) => {
  const n = x.A.length;
  const s = new State(n);
  const [w, t] = wt(x, n);
  const g = x.s.head;
  const kids: number[][] = Array.from({ length: n + 1 }, () => []);
  if (train) g.forEach((h, i) => kids[h < 0 ? n : h].push(i));
  while (!(s.b === n && s.sp === 0)) {
    const m = actFeats(s, w, t, F);
    act.score(F, m, 3, SALTS, O);
    const p = argmax(O, 3, (k) => legal(s, k));
    let a = p;
    if (train) {
      const c = costs(s, g, kids);
      const mn = Math.min(...c);
      const gold = argmax(O, 3, (k) => c[k] === mn);
      act.c++;
      if (c[p] !== mn) {
        act.upd(F, m, gold, p);
        a = rnd() < explore ? p : gold;
      }
    }
    if (a === 0) {
      s.st[s.sp++] = s.b++;
      continue;
    }
    const d = s.st[s.sp - 1],
      h = a === 1 ? s.b : s.st[s.sp - 2];
    const ml = labFeats(s, h, d, w, t, G);
    let l: number;
    if (h === n) l = DEPREL.indexOf('root');
    else {
      lab.score(G, ml, R, SALTS, O);
      l = argmax(O, R);
      if (train) {
        lab.c++;
        if ((g[d] < 0 ? n : g[d]) === h) {
          const y = x.s.deprel[d];
          if (l !== y) lab.upd(G, ml, y, l);
          l = y;
        }
      }
    }
    s.sp--;
    s.attach(h, d, l, CASE.has(DEPREL[l]));
  }
  return s;
};
for (let e = 0; e < 4; e++) {
  shuffle(T);
  for (const x of T) parse(x, true, e ? 0.9 : 0);
  let u = 0,
    l = 0;
  for (const x of V) {
    const s = parse(x, false, 0);
    x.s.head.forEach((h, i) => {
      const hh = h < 0 ? x.A.length : h;
      if (s.head[i] === hh) {
        u++;
        if (DEPREL[s.lab[i]].split(':')[0] === DEPREL[x.s.deprel[i]].split(':')[0]) l++;
      }
    });
  }
  console.log('ep', e, u / n, l / n, Date.now() - t0);
  if (e === 1 || e === 3) {
    const cp = (p: P) => {
      const q = new P(B);
      q.W.set(p.W);
      q.U.set(p.U);
      q.c = p.c;
      return q.avg();
    };
    const lm = new Map<string, Map<string, number>>();
    for (const s of tr)
      s.form.forEach((f, i) => {
        const k = f.toLowerCase() + '\t' + UPOS[s.upos[i]];
        const q = lm.get(k) ?? new Map<string, number>();
        q.set(s.lemma[i], (q.get(s.lemma[i]) ?? 0) + 1);
        lm.set(k, q);
      });
    const lem: string[] = [];
    for (const [k, q] of lm) {
      const best = [...q].sort((a, b) => b[1] - a[1])[0];
      if (best[1] > 1 && best[0] !== k.split('\t')[0] && !k.endsWith('PROPN')) lem.push(k + '\t' + best[0]);
    }
    writeFileSync(
      'models/mark.bin',
      packMarker({
        numbers: { bits: B },
        lists: { pairs: [...pair.keys()], lemmas: lem },
        tables: { tag: tagger.W as Int16Array, act: cp(act), lab: cp(lab) },
      }),
    );
  }
}
