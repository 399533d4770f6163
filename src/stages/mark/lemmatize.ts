/* eslint-disable */
import { UPOS } from '../../model/marks.ts';
import type { Marker } from '../../playbook/marker.ts';
const cache = new WeakMap<Marker, Map<string, string>>();
export const lemmaOf = (marker: Marker, form: string, upos: number, xpos: string): string => {
  let m = cache.get(marker);
  if (!m) {
    m = new Map(
      (marker.lists.get('lemmas') ?? []).map((l) => {
        const [f, u, v] = l.split('\t');
        return [f + '\t' + u, v];
      }),
    );
    cache.set(marker, m);
  }
  const U = UPOS[upos];
  const f = form.replace(/[’‘`´]/g, "'");
  const l = f.toLowerCase();
  const hit = m.get(l + '\t' + U);
  if (hit !== undefined) return hit;
  if (U === 'PROPN') return xpos === 'NNPS' ? f.replace(/s$/, '') : f;
  if (xpos === 'NNS')
    return l
      .replace(/ies$/, 'y')
      .replace(/(ss|x|ch|sh)es$/, '$1')
      .replace(/([^su'])s$/, '$1');
  if (xpos === 'VBZ')
    return l
      .replace(/ies$/, 'y')
      .replace(/(ss|x|ch|sh)es$/, '$1')
      .replace(/([^s])s$/, '$1');
  if (xpos === 'VBD' || xpos === 'VBN')
    return l
      .replace(/ied$/, 'y')
      .replace(/([bdgmnprt])\1ed$/, '$1')
      .replace(/(at|iz|is|ut|uc|as|os|ur|ir|ar|in|ang|enc|anc|v|u|c|dg|rg)ed$/, '$1e')
      .replace(/ed$/, '');
  if (xpos === 'VBG')
    return l
      .replace(/([bdgmnprt])\1ing$/, '$1')
      .replace(/(at|iz|is|ut|uc|as|os|ur|ar|ang|enc|anc|v|c|dg|rg)ing$/, '$1e')
      .replace(/ing$/, '');
  return U === 'ADJ' && /^\p{Lu}/u.test(f) && f.length > 3 ? f : l;
};
