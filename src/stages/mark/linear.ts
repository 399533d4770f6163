/* eslint-disable */
export const hs = (s: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < s.length; i++) {
    h ^= s.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 12);
};
export const mix = (t: number, a: number, b = 0, c = 0, d = 0): number => {
  let h = (Math.imul(t + 1, 0x9e3779b1) + a) | 0;
  h = (Math.imul(h ^ (h >>> 15), 0x85ebca6b) + b) | 0;
  h = (Math.imul(h ^ (h >>> 13), 0xc2b2ae35) + c) | 0;
  h = (Math.imul(h ^ (h >>> 14), 0x27d4eb2f) + d) | 0;
  h = Math.imul(h ^ (h >>> 15), 0x165667b1);
  return h ^ (h >>> 16);
};
export const salt = (k: number) => Math.imul(k + 1, 0x9e3779b1) ^ (Math.imul(k + 7, 0x85ebca6b) >>> 11);
export const shape = (w: string) => {
  let o = '';
  for (const ch of w.slice(0, 12)) {
    const k = /\p{Lu}/u.test(ch) ? 'X' : /\p{L}/u.test(ch) ? 'x' : /\d/.test(ch) ? 'd' : ch;
    if (!o.endsWith(k + k)) o += k;
  }
  return o;
};
export interface WordAtoms {
  w: number;
  lc: number;
  s: number[];
  p: number[];
  sh: number;
}
export const atoms = (form: string): WordAtoms => {
  const f = form
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\d/g, '0');
  const l = f.toLowerCase();
  return {
    w: hs(f),
    lc: hs(l),
    s: [1, 2, 3, 4].map((k) => hs('s' + l.slice(-k))),
    p: [1, 2, 3].map((k) => hs('p' + l.slice(0, k))),
    sh: hs('h' + shape(form)),
  };
};
const PAD: WordAtoms = { w: 1, lc: 2, s: [3, 3, 3, 3], p: [4, 4, 4], sh: 5 };
export const tagFeats = (
  A: readonly WordAtoms[],
  i: number,
  t1: number,
  t2: number,
  F: Int32Array,
): number => {
  const x = A[i],
    a = A[i - 1] ?? PAD,
    b = A[i - 2] ?? PAD,
    c = A[i + 1] ?? PAD,
    d = A[i + 2] ?? PAD;
  let m = 0;
  F[m++] = 7;
  F[m++] = mix(1, x.w);
  F[m++] = mix(2, x.lc);
  for (let k = 0; k < 4; k++) F[m++] = mix(3 + k, x.s[k]);
  for (let k = 0; k < 3; k++) F[m++] = mix(8 + k, x.p[k]);
  F[m++] = mix(11, x.sh);
  F[m++] = mix(12, x.sh, i === 0 ? 1 : 0, a.lc);
  F[m++] = mix(13, a.lc);
  F[m++] = mix(14, b.lc);
  F[m++] = mix(15, c.lc);
  F[m++] = mix(16, d.lc);
  F[m++] = mix(17, t1);
  F[m++] = mix(18, t1, t2);
  F[m++] = mix(19, t1, x.lc);
  F[m++] = mix(20, a.lc, x.lc);
  F[m++] = mix(21, x.lc, c.lc);
  F[m++] = mix(22, c.s[2], c.sh);
  F[m++] = mix(23, a.s[2]);
  F[m++] = mix(24, t1, c.lc);
  F[m++] = mix(25, t1, x.s[2], c.s[1]);
  F[m++] = mix(26, a.lc, c.lc);
  F[m++] = mix(27, t1, t2, x.s[1]);
  F[m++] = mix(28, x.lc, a.lc, b.lc);
  F[m++] = mix(29, x.s[2], c.lc);
  return m;
};
export class Lin {
  W: Float32Array | Int16Array; mask: number; constructor(W: Float32Array | Int16Array, mask: number) { this.W = W; this.mask = mask; }
  score(F: Int32Array, m: number, K: number, S: Int32Array, out: Float64Array) {
    const { W, mask } = this;
    for (let k = 0; k < K; k++) {
      const s = S[k];
      let v = 0;
      for (let f = 0; f < m; f++) v += W[(F[f] ^ s) & mask];
      out[k] = v;
    }
  }
}
export const SALTS = Int32Array.from({ length: 256 }, (_, k) => salt(k));
export class State {
  n: number;
  head: Int32Array;
  lab: Int32Array;
  l1: Int32Array;
  r1: Int32Array;
  l2: Int32Array;
  nl: Int32Array;
  nr: Int32Array;
  ls: Int32Array;
  rs: Int32Array;
  cs: Int32Array;
  st: Int32Array;
  sp = 0;
  b = 0;
  constructor(n: number) {
    this.n = n;
    const z = () => new Int32Array(n + 6).fill(-1);
    this.head = z();
    this.lab = z();
    this.l1 = z();
    this.r1 = z();
    this.l2 = z();
    this.cs = z();
    this.nl = new Int32Array(n + 6);
    this.nr = new Int32Array(n + 6);
    this.ls = new Int32Array(n + 6);
    this.rs = new Int32Array(n + 6);
    this.st = z();
  }
  attach(h: number, d: number, l: number, casey: boolean) {
    this.head[d] = h;
    this.lab[d] = l;
    if (d < h) {
      this.l2[h] = this.l1[h];
      this.l1[h] = d;
      this.nl[h]++;
      this.ls[h] |= 1 << (l % 31);
    } else {
      this.r1[h] = d;
      this.nr[h]++;
      this.rs[h] |= 1 << (l % 31);
    }
    if (casey) this.cs[h] = d;
  }
}
/** 0 shift 1 left 2 right */
export const legal = (s: State, a: number) =>
  s.b < s.n ? a === 0 || (a === 1 ? s.sp > 0 : s.sp > 1) : s.sp === 1 ? a === 1 : a === 2;
export const actFeats = (s: State, w: Int32Array, t: Int32Array, F: Int32Array): number => {
  const sp = s.sp,
    n = s.n,
    E = n + 1,
    st = s.st;
  const s0 = sp > 0 ? st[sp - 1] : E,
    s1 = sp > 1 ? st[sp - 2] : E,
    s2 = sp > 2 ? st[sp - 3] : E,
    b0 = s.b,
    b1 = b0 + 1 <= n ? b0 + 1 : E,
    b2 = b0 + 2 <= n ? b0 + 2 : E;
  let m = 0;
  const W = (i: number) => (i < 0 ? 11 : w[i]),
    T = (i: number) => (i < 0 ? 12 : t[i]);
  const s0w = w[s0],
    s0t = t[s0],
    s1w = w[s1],
    s1t = t[s1],
    s2t = t[s2],
    b0w = w[b0],
    b0t = t[b0],
    b1t = t[b1],
    b1w = w[b1],
    b2t = t[b2];
  const d = Math.min(b0 - s0, 8),
    d1 = Math.min(Math.abs(s0 - s1), 8);
  const f = (id: number, a: number, b = 0, c = 0, e = 0) => {
    F[m++] = mix(id, a, b, c, e);
  };
  f(1, 5);
  f(2, s0w);
  f(3, s0t);
  f(4, s1w);
  f(5, s1t);
  f(6, b0w);
  f(7, b0t);
  f(8, b1w);
  f(9, b1t);
  f(10, s0w, b0w);
  f(11, s0t, b0t);
  f(12, s0w, b0t);
  f(13, s0t, b0w);
  f(14, s1t, s0t);
  f(15, s1w, s0w);
  f(16, s1w, s0t);
  f(17, s1t, s0w);
  f(18, s0t, b0t, b1t);
  f(19, s1t, s0t, b0t);
  f(20, s2t, s1t, s0t);
  f(21, b0t, b1t, b2t);
  f(22, s1t, s0t, b0t, b1t);
  f(23, s0t, b0t, b1t, b2t);
  f(24, s1t, s0w, b0t);
  f(25, s1w, s0t, b0t);
  f(26, s1t, s0t, b0w);
  f(27, s0w, b0t, b1t);
  f(28, s0t, b0t, d);
  f(29, s1t, s0t, d1);
  f(30, s0w, d);
  f(31, s0t, s.nl[s0], s.nr[s0], b0t);
  f(32, b0t, s.nl[b0], s0t);
  f(33, s0t, s.ls[s0], b0t);
  f(34, s0t, s.rs[s0], b0t);
  f(35, s1t, s.rs[s1], s0t);
  f(36, s1t, s.ls[s1], s0t);
  f(37, s0t, b0t, s.ls[b0]);
  f(38, s1t, s.rs[s1], s0t, s.ls[s0]);
  f(39, s1w, s.rs[s1], s0t);
  f(40, s0w, s.rs[s0], b0t);
  f(41, s0t, W(s.l1[s0]));
  f(42, s0t, T(s.l1[s0]), b0t);
  f(43, s1t, s0t, W(s.l1[s0]));
  f(44, s1w, s0t, W(s.l1[s0]));
  f(45, s0t, T(s.r1[s0]), b0t);
  f(46, s1t, T(s.r1[s1]), s0t);
  f(47, s0t, b0t, W(s.l1[b0]));
  f(48, s0t, b0t, T(s.l1[b0]));
  const ca = W(s.cs[s0]),
    cb = W(s.cs[b0]);
  f(49, ca, s1w, s0t);
  f(50, ca, s1t, s2t, s0t);
  f(51, ca, s1t, s0w);
  f(52, cb, s0w, b0t);
  f(53, cb, s0t, b0t);
  f(54, ca, s1t, s0t, b0t);
  f(55, s2t, s1t, s0t, b0t);
  f(56, s0t, b0t, b1w);
  f(57, s0w, b0w, b0t);
  f(58, s0t, b0t, t[b0 > 0 ? b0 - 1 : E]);
  return m;
};
export const labFeats = (
  s: State,
  h: number,
  d: number,
  w: Int32Array,
  t: Int32Array,
  F: Int32Array,
): number => {
  let m = 0;
  const R = h > d ? 1 : 2;
  const W = (i: number) => (i < 0 ? 11 : w[i]),
    T = (i: number) => (i < 0 ? 12 : t[i]);
  const f = (id: number, a: number, b = 0, c = 0) => {
    F[m++] = mix(id, a, b, c, R);
  };
  const hw = w[h],
    ht = t[h],
    dw = w[d],
    dt = t[d],
    ca = W(s.cs[d]),
    dist = Math.min(Math.abs(h - d), 6);
  f(101, 3);
  f(102, hw);
  f(103, ht);
  f(104, dw);
  f(105, dt);
  f(106, ht, dt);
  f(107, hw, dt);
  f(108, ht, dw);
  f(109, hw, dw);
  f(110, ht, dt, dist);
  f(111, dt, s.ls[d]);
  f(112, ht, dt, s.ls[d]);
  f(113, ht, dt, h > d ? s.ls[h] : s.rs[h]);
  f(114, hw, dt, h > d ? s.ls[h] : s.rs[h]);
  f(115, dt, s.rs[d]);
  f(116, ca, dt);
  f(117, ca, ht, dt);
  f(118, ca, hw, dt);
  f(119, W(s.l1[d]), dt);
  f(120, W(s.l1[d]), ht, dt);
  f(121, T(s.r1[d]), dt);
  f(122, ht, dt, t[d + 1]);
  f(123, ht, dt, d > 0 ? t[d - 1] : 9);
  f(124, W(s.l1[h]), ht, dt);
  f(125, T(s.r1[h]), ht, dt);
  f(126, dw, w[d + 1]);
  f(127, ht, dt, h > d ? s.rs[h] : s.ls[h]);
  return m;
};
