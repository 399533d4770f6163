/* eslint-disable */
import { DEPREL, UPOS, XPOS } from '../../model/marks.ts';
import type { Marks } from '../../model/marks.ts';
import type { Marker } from '../../playbook/marker.ts';
import { deriveFeatures } from './derive-features.ts';
import { lemmaOf } from './lemmatize.ts';
import { actFeats, atoms, labFeats, legal, Lin, SALTS, State, tagFeats } from './linear.ts';
import type { WordAtoms } from './linear.ts';
import { splitSentences } from './split-sentences.ts';
import { tokenize } from './tokenize.ts';
import type { Tokens } from './tokenize.ts';

/** A text cut into tokens and sentences (first tokens, and the token count at the end). */
export interface Cut {
  readonly tokens: Tokens;
  readonly starts: Int32Array;
}

const F = new Int32Array(256),
  O = new Float64Array(256);
/** Tokens, sentences, tags, lemmas, morphology and dependency trees of a text. Whitespace alone gives no sentence. */
export const mark = (text: string, marker: Marker): Marks => {
  const tokens = tokenize(text);
  return markTokens(text, { tokens, starts: splitSentences(text, tokens) }, marker);
};

/** Marks a text whose tokens and sentences are already known. */
export const markTokens = (text: string, cut: Cut, marker: Marker): Marks => {
  const { tokens, starts } = cut;
  const n = tokens.count;
  const up = new Uint8Array(n),
    xp = new Uint8Array(n),
    head = new Int32Array(n).fill(-1),
    rel = new Uint8Array(n),
    tp = new Float32Array(n),
    ap = new Float32Array(n),
    so = new Int32Array(n);
  const pairs = (marker.lists.get('pairs') ?? []).map((p) => p.split(' '));
  const pu = pairs.map((p) => UPOS.findIndex((u) => u === p[0])),
    px = pairs.map((p) => XPOS.findIndex((u) => u === p[1]));
  const get = (name: string) => {
    const t = marker.tables.get(name);
    if (!(t instanceof Int16Array)) throw new Error(name);
    return new Lin(t, t.length - 1);
  };
  const T = get('tag'),
    A = get('act'),
    L = get('lab');
  const K = pairs.length,
    R = DEPREL.length;
  const lowered: string[] = [];
  const forms: string[] = [];
  for (let i = 0; i < n; i++) {
    const f = text.slice(tokens.start[i], tokens.end[i]);
    forms.push(f);
    lowered.push(f.toLowerCase());
  }
  const sig = (x: number) => 1 / (1 + Math.exp(-x / 1500));
  for (let s = 0; s < starts.length - 1; s++) {
    const a = starts[s],
      m = starts[s + 1] - a;
    const at: WordAtoms[] = forms.slice(a, a + m).map(atoms);
    const tags: number[] = [];
    const w = new Int32Array(m + 8).fill(77),
      t = new Int32Array(m + 8).fill(88);
    for (let i = 0; i < m; i++) {
      so[a + i] = s;
      const k = tagFeats(at, i, tags[i - 1] ?? 998, tags[i - 2] ?? 999, F);
      T.score(F, k, K, SALTS, O);
      let b = 0,
        b2 = -1e9;
      for (let c = 1; c < K; c++)
        if (O[c] > O[b]) {
          b2 = O[b];
          b = c;
        } else if (O[c] > b2) b2 = O[c];
      tags.push(b);
      up[a + i] = pu[b];
      xp[a + i] = px[b];
      tp[a + i] = sig(O[b] - b2);
      w[i] = at[i].lc;
      t[i] = b + 100;
    }
    w[m] = 66;
    t[m] = 67;
    const st = new State(m);
    while (!(st.b === m && st.sp === 0)) {
      const k = actFeats(st, w, t, F);
      A.score(F, k, 3, SALTS, O);
      let b = -1;
      for (let c = 0; c < 3; c++) if (legal(st, c) && (b < 0 || O[c] > O[b])) b = c;
      if (b === 0) {
        st.st[st.sp++] = st.b++;
        continue;
      }
      let mg = 1e9;
      for (let c = 0; c < 3; c++) if (c !== b && legal(st, c)) mg = Math.min(mg, O[b] - O[c]);
      const d = st.st[st.sp - 1],
        h = b === 1 ? st.b : st.st[st.sp - 2];
      let l = DEPREL.indexOf('root');
      if (h < m) {
        const q = labFeats(st, h, d, w, t, F);
        L.score(F, q, R, SALTS, O);
        l = 0;
        for (let c = 1; c < R; c++) if (O[c] > O[l]) l = c;
      }
      st.sp--;
      st.attach(h, d, l, DEPREL[l] === 'case' || DEPREL[l] === 'mark');
      head[a + d] = h === m ? -1 : a + h;
      rel[a + d] = l;
      ap[a + d] = sig(mg);
    }
  }
  const features = deriveFeatures({ count: n, upos: up, xpos: xp, head, deprel: rel, lowered });
  return {
    text,
    tokenCount: n,
    sentenceCount: starts.length - 1,
    start: tokens.start.slice(0, n),
    end: tokens.end.slice(0, n),
    sentenceStart: starts,
    sentenceOf: so,
    upos: up,
    xpos: xp,
    lemma: forms.map((f, i) => lemmaOf(marker, f, up[i], XPOS[xp[i]])),
    features,
    head,
    deprel: rel,
    tagProbability: tp,
    arcProbability: ap,
  };
};
