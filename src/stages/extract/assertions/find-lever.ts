import { withFields } from '../../../model/with-fields.ts';
import type { LeverClaim } from '../../../model/claim.ts';
import type { LeverGives } from '../../../model/lexicon-assertions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import { contains, overlaps } from '../../../model/span.ts';
import type { Party } from '../../../model/party.ts';
import type { Span } from '../../../model/span.ts';
import { formOf } from '../status/embedding.ts';
import { isInvertedShould } from '../status/local-status.ts';
import { partnerOf } from '../syntax/coordination.ts';
import { findDependent, listDependents, subtreeSpan, tokenSpan } from '../syntax/tree.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import type { FoundFrame } from './frame-claims.ts';
import type { Ground } from './ground.ts';
import { frameIndexer } from './match.ts';
import { partiesAtToken } from './parties.ts';
import { negationsOf, subjectsOf } from './roles.ts';

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

const ASIDE: ReadonlySet<string> = new Set(['while', 'although', 'though', 'after', 'before', 'as', 'when', 'because', 'since', 'if', 'unless', 'until', 'whereas', 'once']); // prettier-ignore

/** Is the clause of `token` one of time, cause or circumstance, which the word above it does not hold? */
function isAside({ marks, tree, lower }: Ground, token: number): boolean {
  if (deprelOf(marks, token) !== 'advcl') return false;
  const leads = listDependents(tree, token, 'mark', 'case').map((t) => lower[t]);
  if (listDependents(tree, marks.head[token], 'compound:prt').includes(token - 1)) return false;
  return leads.length === 0 || leads.some((lead) => ASIDE.has(lead));
}

const CLAIMING: ReadonlySet<string> = new Set(['suggest', 'insist']);

/** The word above as it bears on the lever: who is warned to do a thing is asked for it; that a thing is so, is no demand. */
function bearing(ground: Ground, token: number): string {
  const { marks, tree, lemma, lower } = ground;
  const above = lemma[marks.head[token]];
  const label = deprelOf(marks, token);
  const isInfinitive = listDependents(tree, token, 'mark').some((t) => lower[t] === 'to');
  if (above === 'warn' && (label === 'xcomp' || (label === 'ccomp' && isInfinitive))) return 'demand';
  if (AGAINST.has(above) && negationsOf(ground, marks.head[token]).length > 0) return 'consider';
  return label === 'ccomp' && CLAIMING.has(above) && formOf(tree, token) === 'that' ? 'say' : above;
}

const isSame = (one: Party, other: Party): boolean =>
  (one.sideId !== undefined && one.sideId === other.sideId) ||
  (one.actorId !== undefined && one.actorId === other.actorId) ||
  overlaps(one.span, other.span);

/** "The official said that X rejects talks": who is quoted tells of another's stance, and takes none. */
function isOfAnother(
  marked: MarkedReport,
  ground: Ground,
  verb: number,
  proposer: Party | undefined,
): boolean {
  if (proposer === undefined || overlaps(proposer.span, tokenSpan(ground.marks, verb))) return false;
  const holders = subjectsOf(ground, verb).flatMap((at) => partiesAtToken(marked, ground, at));
  return holders.length > 0 && !holders.some((holder) => isSame(holder, proposer));
}

/**
 * Words that hold the lever within its sentence, and the auxiliaries and adverbs that go with them. The first of two
 * that are joined lends its auxiliaries alone: it stands beside the other, not above it.
 */
function wordsAbove({ ground, marked, match, base }: FoundFrame<LeverGives>): readonly string[] {
  const { marks, tree } = ground;
  const token = match.anchor;
  const proposer = base.attribution.at(-1)?.speaker;
  const found: string[] = [];
  for (let at = token, steps = 0; steps < 7; at = marks.head[at], steps++) {
    const isSecond = deprelOf(marks, at) === 'conj';
    const beside = listDependents(tree, at, 'aux', 'advmod', 'mark', 'case')
      .filter((t) => !isInvertedShould(tree, at, t))
      .map((t) => ground.lower[t]);
    found.push(...beside.filter((word) => word !== 'without' || at === token));
    if (marks.head[at] < 0 || isAside(ground, at)) break;
    if (deprelOf(marks, at) === 'acl:relcl') {
      if (LISTS.has(ground.lemma[marks.head[at]])) found.push(ground.lemma[marks.head[at]]);
      break;
    }
    if (isSecond && partnerOf(tree, at) !== marks.head[at]) break;
    if (!isSecond && !isOfAnother(marked, ground, marks.head[at], proposer)) found.push(bearing(ground, at));
  }
  return found;
}

const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never']);

function stanceOf(found: FoundFrame<LeverGives>): LeverClaim['stance'] {
  const { ground, match } = found;
  const words = wordsAbove(found);
  if (negationsOf(ground, match.anchor).length > 0) return 'against';
  if (words.some((word) => AGAINST.has(word))) return 'against';
  if (words.some((word) => FOR.has(word)) && !words.some((word) => NEGATIONS.has(word))) return 'for';
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
  return withFields(found.base, {
    kind: 'lever',
    lever: found.gives.lever,
    ...(proposer === undefined ? {} : { proposer }),
    stance: stanceOf(found),
    costs: consequences(found, COSTS),
    benefits: consequences(found, BENEFITS),
  });
}

const CAUSING: ReadonlySet<string> = new Set([
  'push',
  'force',
  'prompt',
  'drive',
  'lead',
  'cause',
  'provoke',
  'compel',
  'tempt',
]);

/** "a strike would push X to expel inspectors": what a thing drives a side to is an outcome, and nobody's option. */
function isOutcome({ marked, ground, match }: FoundFrame<LeverGives>): boolean {
  const { marks, tree, lower, lemma } = ground;
  const above = marks.head[match.anchor];
  if (above < 0 || !CAUSING.has(lemma[above])) return false;
  if (!listDependents(tree, match.anchor, 'mark').some((at) => lower[at] === 'to')) return false;
  const causes = subjectsOf(ground, above);
  const isThing = causes.every(
    (at) => uposOf(marks, at) === 'NOUN' && partiesAtToken(marked, ground, at).length === 0,
  );
  return causes.length > 0 && isThing;
}

/** Policy options that somebody names, with who proposes them, his stance, and stated costs and benefits. */
export function findLevers(marked: MarkedReport, knowledge: AssertionKnowledge): readonly LeverClaim[] {
  const index = indexed(knowledge.assertions.levers);
  return findFrames(marked, knowledge, { kind: 'lever', index })
    .filter((found) => !isOutcome(found))
    .map(toClaim);
}
