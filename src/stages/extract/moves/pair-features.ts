import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { Tree } from '../syntax/tree.ts';
import { caseOf, isPassive } from './arguments.ts';
import type { FoundMove } from './find-moves.ts';
import { lemmaAt } from './phrase.ts';

/** The classes of a noun phrase in a sentence: neither, doer, done to, both (they meet each other). */
export const PAIR_CLASSES = ['none', 'source', 'target', 'both'] as const;

const HEADS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);
const INNER: ReadonlySet<string> = new Set(['compound', 'flat', 'fixed', 'goeswith']);

/** Heads of the noun phrases of a sentence, names inside others too ("[Veld]'s fleet"). */
export function nounHeads(tree: Tree, first: number, last: number): number[] {
  const heads: number[] = [];
  for (let t = first; t <= last; t++) {
    if (!HEADS.has(uposOf(tree.marks, t)) || INNER.has(deprelOf(tree.marks, t))) continue;
    heads.push(t);
  }
  return heads;
}

/** The deepest frame roles of the sentence: which tokens act and which are acted on. */
export interface RoleVotes {
  /** Trigger token → type of its frame. */
  readonly types: ReadonlyMap<number, string>;
  readonly acts: ReadonlyMap<number, readonly string[]>;
  readonly hit: ReadonlyMap<number, readonly string[]>;
}

function vote(map: Map<number, string[]>, token: number | undefined, what: string): void {
  if (token === undefined) return;
  map.set(token, [...(map.get(token) ?? []), what]);
}

export function roleVotes(tree: Tree, found: readonly FoundMove[]): RoleVotes {
  const acts = new Map<number, string[]>();
  const hit = new Map<number, string[]>();
  const types = new Map(
    found.flatMap(({ match }) =>
      [match.token, match.light].map((at) => [at ?? -1, match.frame.type] as const),
    ),
  );
  for (const { match, roles } of found) {
    const main = depthOf(tree, match.token) <= 1 ? 'main' : 'deep';
    vote(acts, roles.actorToken, match.frame.type);
    vote(acts, roles.actorToken, main);
    vote(hit, roles.targetToken, match.frame.type);
    vote(hit, roles.targetToken, main);
    vote(hit, match.object, `object-${match.frame.type}`);
  }
  return { types, acts, hit };
}

function depthOf(tree: Tree, token: number): number {
  let depth = 0;
  for (let at = tree.marks.head[token]; at >= 0 && depth < 30; at = tree.marks.head[at]) depth++;
  return depth;
}

export interface PairContext {
  readonly tree: Tree;
  readonly votes: RoleVotes;
  readonly heads: readonly number[];
  /** Is the token somebody who can act? */
  readonly isParty: (token: number) => boolean;
}

function climb(tree: Tree, token: number, types: ReadonlyMap<number, string>, lead: string): string[] {
  const { marks } = tree;
  const out: string[] = [];
  let labels = '';
  let at = token;
  for (let i = 0; i < 4 && at >= 0; i++) {
    labels += `>${deprelOf(marks, at)}`;
    out.push(`up:${labels}`);
    at = marks.head[at];
    const type = types.get(at);
    if (type !== undefined)
      out.push(`ft${i}:${type}_${lead}`, `fl:${type}_${labels}`, `ftl:${i}_${labels}_${lead}`);
    if (at >= 0)
      out.push(`gov${i}:${lemmaAt(marks, at)}`, `gl${i}:${deprelOf(marks, token)}_${lemmaAt(marks, at)}`);
  }
  return out;
}

/** Features of one noun phrase as a doer or a target in its sentence. */
export function pairFeatures(context: PairContext, token: number): string[] {
  const { tree, votes, heads } = context;
  const { marks } = tree;
  const lead = caseOf(tree, token);
  const label = deprelOf(marks, token);
  const order = heads.indexOf(token);
  const party = context.isParty(token);
  const before = heads.slice(0, order).filter((at) => context.isParty(at)).length;
  const governor = marks.head[token];
  const out = [
    'bias', `lab:${label}`, `tag:${uposOf(marks, token)}`, `case:${lead}`, `lc:${label}_${lead}`, `lem:${lemmaAt(marks, token)}`,
    `ord:${Math.min(6, order)}`, `rev:${Math.min(6, heads.length - order)}`, `party:${party}`, `pb:${party}_${Math.min(4, before)}`,
    `dep:${Math.min(6, depthOf(tree, token))}`, `n:${Math.min(8, heads.length)}`, `lp:${label}_${party}`, `x:${xposOf(marks, token)}_${label}`,
    ...climb(tree, token, votes.types, lead),
  ]; // prettier-ignore
  if (governor >= 0) {
    out.push(
      `gx:${xposOf(marks, governor)}_${label}`,
      `gp:${isPassive(tree, governor)}_${label}`,
      `cg:${lead}_${lemmaAt(marks, governor)}`,
    );
    if (marks.head[governor] >= 0) out.push(`cgg:${lead}_${lemmaAt(marks, marks.head[governor])}`);
  }
  for (const what of votes.acts.get(token) ?? []) out.push(`acts:${what}`);
  for (const what of votes.hit.get(token) ?? []) out.push(`hit:${what}`, `hc:${what}_${lead}`);
  if (!votes.acts.has(token)) out.push('acts-none');
  if (!votes.hit.has(token)) out.push('hit-none');
  if (votes.hit.size === 0) out.push(`nohits:${label}_${lead}`);
  const next = token + 1 < marks.tokenCount ? lemmaAt(marks, token + 1) : '';
  out.push(`nx:${next}`, `nxl:${next}_${label}`);
  return out;
}
