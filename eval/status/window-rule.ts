import type { Marks } from '../../src/model/marks.ts';

const NOT: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'no',
  'without',
  'nobody',
  'neither',
  'nor',
]);
const OPEN: ReadonlySet<string> = new Set([
  'may',
  'might',
  'could',
  'would',
  'can',
  'if',
  'unless',
  'whether',
]);
const AHEAD: ReadonlySet<string> = new Set(['will', 'to', 'shall', 'plan', "'ll"]);
const ASKED: ReadonlySet<string> = new Set(['must', 'should', 'urge', 'demand', 'call', 'ask', 'order']);
const REACH = 4;

/** The floor: what a look at the four words before the deed gives, without syntax. */
export function windowStatus(marks: Marks, token: number): string {
  const before = Array.from({ length: Math.min(REACH, token) }, (_, i) =>
    marks.lemma[token - 1 - i].toLowerCase(),
  );
  const has = (set: ReadonlySet<string>): boolean => before.some((lemma) => set.has(lemma));
  if (has(NOT)) return 'denied';
  if (before.includes('threaten')) return 'threatened';
  if (has(ASKED)) return 'requested';
  if (has(OPEN)) return 'hypothetical';
  return has(AHEAD) ? 'planned' : 'actual';
}

export const WINDOW_VALUES: ReadonlyMap<string, number> = new Map([
  ['actual', 3], ['denied', -3], ['planned', 1.5], ['hypothetical', 0.75], ['requested', 0.75], ['threatened', 0.75],
]); // prettier-ignore
