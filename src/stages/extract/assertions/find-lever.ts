import type { LeverClaim } from '../../../model/claim.ts';
import type { LeverGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import { contains } from '../../../model/span.ts';
import type { Span } from '../../../model/span.ts';
import { findDependent, listDependents, subtreeSpan } from '../syntax/tree.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import type { FoundFrame } from './frame-claims.ts';
import type { Ground } from './ground.ts';
import { frameIndexer } from './match.ts';
import { negationsOf } from './roles.ts';

const indexed = frameIndexer<LeverGives>();

const FOR: ReadonlySet<string> = new Set([
  'suggest', 'recommend', 'urge', 'call', 'propose', 'advocate', 'want', 'favor', 'favour', 'prefer', 'support', 'need',
  'should', 'must', 'push', 'press', 'demand', 'rather', 'insist', 'plan', 'seek', 'reasonable', 'key', 'ask',
]); // prettier-ignore
const AGAINST: ReadonlySet<string> = new Set([
  'oppose', 'reject', 'rule', 'avoid', 'refuse', 'warn', 'resist', 'dismiss', 'condemn', 'unwise', 'mistake', 'without',
]); // prettier-ignore
const LISTS: ReadonlySet<string> = new Set([
  'could', 'may', 'might', 'option', 'include', 'consider', 'weigh', 'possible', 'potentially', 'step', 'talk', 'discuss',
]); // prettier-ignore
const COSTS: ReadonlySet<string> = new Set(['irritate', 'anger', 'provoke', 'alienate', 'risk', 'cost', 'worsen', 'crisis', 'plight', 'backfire', 'escalate', 'hurt', 'harm', 'hardship', 'alarm', 'strain']); // prettier-ignore
const BENEFITS: ReadonlySet<string> = new Set(['deter', 'deterrent', 'help', 'prevent', 'strengthen', 'stabilize', 'contain', 'reassure', 'benefit', 'relief', 'persuade', 'protect', 'secure']); // prettier-ignore

/** Words above the lever within its sentence, and the auxiliaries and subjects that go with them. */
function wordsAbove(ground: Ground, token: number): readonly string[] {
  const { marks, tree } = ground;
  const found: string[] = [];
  for (let at = token, steps = 0; at >= 0 && steps < 7; at = marks.head[at], steps++) {
    if (at !== token) found.push(ground.lemma[at]);
    const beside = listDependents(tree, at, 'aux', 'advmod', 'mark', 'case');
    found.push(...beside.map((t) => ground.lower[t]));
  }
  return found;
}

function stanceOf({ ground, match }: FoundFrame<LeverGives>): LeverClaim['stance'] {
  const words = wordsAbove(ground, match.anchor);
  if (negationsOf(ground, match.anchor).length > 0 || words.some((word) => AGAINST.has(word)))
    return 'against';
  if (words.some((word) => FOR.has(word))) return 'for';
  return words.some((word) => LISTS.has(word)) ? 'lists' : 'reports';
}

/** Clauses of the same sentence that name what the lever would cost, or bring. */
function consequences(found: FoundFrame<LeverGives>, words: ReadonlySet<string>): readonly Span[] {
  const { ground, base, match } = found;
  const spans: Span[] = [];
  for (let t = ground.sentenceStart(match.anchor); t < ground.sentenceEnd(match.anchor); t++) {
    if (!words.has(ground.lemma[t])) continue;
    const from =
      findDependent(ground.tree, t, 'obj', 'obl', 'xcomp') === undefined
        ? ground.marks.start[t]
        : subtreeSpan(ground.tree, t).start;
    const span = { start: from, end: subtreeSpan(ground.tree, t).end };
    if (!contains(span, base.span) && !contains(base.span, span)) spans.push(span);
  }
  return spans;
}

function toClaim(found: FoundFrame<LeverGives>): LeverClaim {
  const proposer = found.base.attribution.at(-1)?.speaker;
  return {
    ...found.base,
    kind: 'lever',
    lever: found.gives.lever,
    ...(proposer === undefined ? {} : { proposer }),
    stance: stanceOf(found),
    costs: consequences(found, COSTS),
    benefits: consequences(found, BENEFITS),
  };
}

/** Policy options that somebody names, with who proposes them, his stance, and stated costs and benefits. */
export function findLevers(marked: MarkedReport, knowledge: AssertionKnowledge): readonly LeverClaim[] {
  const index = indexed(knowledge.assertions.levers);
  return findFrames(marked, knowledge, { kind: 'lever', index }).map(toClaim);
}
