import { DEPREL, UPOS } from '../../src/model/marks.ts';

/** One analysis of a sentence, gold or ours; heads count from 0, the root's is -1. */
export interface Tree {
  readonly upos: ArrayLike<number>;
  readonly head: ArrayLike<number>;
  readonly deprel: ArrayLike<number>;
}

const NEGATIONS = new Set(['not', "n't", 'n’t', 'nt', 'never']);
const MODALS = new Set([
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'must',
  'shall',
  'should',
  "'ll",
  '’ll',
  "'d",
  '’d',
]);

const ROLES: ReadonlyMap<string, string> = new Map([
  ['nsubj', 'subject'],
  ['nsubj:outer', 'subject'],
  ['csubj', 'subject'],
  ['nsubj:pass', 'passive subject'],
  ['obj', 'object'],
  ['iobj', 'recipient'],
  ['ccomp', 'clause'],
  ['xcomp', 'open clause'],
  ['obl:agent', 'agent'],
]);

const SUBJECTS = /(?:^|\s)(?:subject|passive-subject)=/u;

const roleOf = (label: string, word: string, token: number): string | undefined => {
  const role = ROLES.get(label);
  if (role !== undefined) return `${role.replace(' ', '-')}=${token}`;
  if (label === 'aux:pass') return 'passive';
  if (label.startsWith('advmod') && NEGATIONS.has(word)) return `negation=${token}`;
  return label === 'aux' && MODALS.has(word) ? `modal=${token}` : undefined;
};

/**
 * Frame of each full verb that has a subject: its subject, objects, clauses, agent, negation, modals and passive,
 * each with its token. A frame is right when every part of it is.
 */
export const framesOf = (tree: Tree, lowered: readonly string[]): ReadonlyMap<number, string> => {
  const parts = new Map<number, string[]>();
  for (let token = 0; token < lowered.length; token++) {
    const role = roleOf(DEPREL[tree.deprel[token]], lowered[token], token);
    if (role === undefined || tree.head[token] < 0) continue;
    const of = parts.get(tree.head[token]) ?? [];
    of.push(role);
    parts.set(tree.head[token], of);
  }
  const frames = new Map<number, string>();
  for (const [verb, roles] of parts) {
    const frame = roles.sort().join(' ');
    if (UPOS[tree.upos[verb]] === 'VERB' && SUBJECTS.test(frame)) frames.set(verb, frame);
  }
  return frames;
};
