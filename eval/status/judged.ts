import type { StatusLexicon } from '../../src/model/lexicon-status.ts';
import type { Marks } from '../../src/model/marks.ts';
import { deprelOf } from '../../src/model/marks.ts';
import type { Marker } from '../../src/playbook/marker.ts';
import { factualityFeatures } from '../../src/stages/extract/status/factuality.ts';
import { contextStatusOf, statusOf } from '../../src/stages/extract/status/status-of.ts';
import type { StatusTrace } from '../../src/stages/extract/status/status-of.ts';
import { tokenAt, toTree } from '../../src/stages/extract/syntax/tree.ts';
import type { Tree } from '../../src/stages/extract/syntax/tree.ts';
import { mark } from '../../src/stages/mark/mark.ts';
import type { Judged } from './read-factuality.ts';
import { windowStatus, WINDOW_VALUES } from './window-rule.ts';

/** A judged deed with what we and the floor say of it. */
export interface ReadDeed {
  readonly factuality: number;
  readonly ruled: number;
  readonly window: number;
  readonly features: readonly string[];
}

const SKIPPED: ReadonlySet<string> = new Set(['punct', 'mark', 'cc', 'case']);
const TO_PREDICATE: ReadonlySet<string> = new Set(['cop', 'aux', 'aux:pass']);

/** The deed's own token: head of the words judged; a copula stands for its predicate. */
export function deedToken(marks: Marks, start: number, end: number): number {
  const first = Math.min(marks.tokenCount - 1, tokenAt(marks, start));
  const last = Math.min(marks.tokenCount - 1, tokenAt(marks, end - 1));
  let token = first;
  for (let t = first; t <= last; t++) {
    const inside = marks.head[t] >= first && marks.head[t] <= last;
    if (!inside && !SKIPPED.has(deprelOf(marks, t))) {
      token = t;
      break;
    }
  }
  while (TO_PREDICATE.has(deprelOf(marks, token)) && marks.head[token] >= 0) token = marks.head[token];
  return token;
}

/** Means of the judgements by status on the training parts, rounded. */
const VALUES = {
  actual: 2.8,
  denied: -2.2,
  planned: 0.9,
  hypothetical: 0.2,
  requested: 0.4,
  threatened: 0.5,
} as const;
const DOUBT = 0.8;

export function valueOf({ status, doubt }: StatusTrace): number {
  const value = VALUES[status];
  return doubt === 'none' ? value : value - DOUBT * Math.sign(value);
}

const SHARED = /^(?:st|sd|cs|x|u|aux|form|ge0|gls0|mark|gep0|p):|^question/u;

/** In CommitmentBank the clause is judged, its own negation included: what embeds it decides. */
function traceOf(tree: Tree, token: number, set: string, lexicon: StatusLexicon): StatusTrace {
  return set === 'cb' ? contextStatusOf(tree, token, lexicon) : statusOf(tree, token, lexicon);
}

/** Reads the deeds of one set; a sentence with several is marked once. */
export function readDeeds(
  list: readonly Judged[],
  set: string,
  marker: Marker,
  lexicon: StatusLexicon,
): ReadDeed[] {
  let text = '';
  let tree: Tree | undefined;
  return list.map((judged) => {
    if (tree === undefined || judged.text !== text) tree = toTree(mark(judged.text, marker));
    text = judged.text;
    const token = deedToken(tree.marks, judged.start, judged.end);
    const features = [...new Set(factualityFeatures(tree, token, lexicon))];
    return {
      factuality: judged.factuality,
      ruled: valueOf(traceOf(tree, token, set, lexicon)),
      window: WINDOW_VALUES.get(windowStatus(tree.marks, token)) ?? 0,
      features: [
        ...features,
        `set:${set}`,
        ...features.filter((f) => SHARED.test(f)).map((f) => `${set}|${f}`),
      ],
    };
  });
}
