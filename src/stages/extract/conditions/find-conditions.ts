import { withFields } from '../../../model/with-fields.ts';
import type { ConditionClaim, Term } from '../../../model/claim.ts';
import type { ConditionLexicon } from '../../../model/lexicon-conditions.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Party } from '../../../model/party.ts';
import { hull } from '../../../model/span.ts';
import type { Span } from '../../../model/span.ts';
import { toClaimBase } from '../assertions/base-claim.ts';
import type { AssertionKnowledge } from '../assertions/base-claim.ts';
import { groundOfReport } from '../assertions/ground.ts';
import type { Ground } from '../assertions/ground.ts';
import { partiesAtToken } from '../assertions/parties.ts';
import { objectsOf, subjectsOf } from '../assertions/roles.ts';
import { findConditionals } from './find-conditionals.ts';
import type { Conditional } from './find-conditionals.ts';
import { withoutSaying } from './saying-tail.ts';
import { headWithin } from './stretch.ts';
import type { Side, Stretch } from './stretch.ts';
import { isRefusal } from './tests-of-sides.ts';

/** What finding conditions needs: its own words, and what every claim needs. */
export interface ConditionKnowledge extends AssertionKnowledge {
  readonly conditions: ConditionLexicon;
}

/** How sure the reading is, by how plainly the connective ties. Measured on our own development sentences. */
const SURENESS: ReadonlyMap<string, number> = new Map([
  ['if', 0.9], ['unless', 0.95], ['only-if', 0.95], ['as-long-as', 0.9], ['until', 0.8], ['in-exchange', 0.9],
  ['in-return', 0.85], ['provided', 0.85], ['inversion', 0.85], ['conditioned-on', 0.8], ['price', 0.7],
  ['without', 0.7], ['response-to', 0.75],
]); // prettier-ignore

/** Takes the predicate along that a bare infinitive hangs on: "is willing to give up". */
function widen(ground: Ground, side: Side, lexicon: ConditionLexicon): Side {
  const { marks, tree } = ground;
  let { head } = side;
  let { first } = side.stretch;
  for (let steps = 0; steps < 3 && deprelOf(marks, head) === 'xcomp'; steps++) {
    const up = marks.head[head];
    if (up < 0 || up > head || lexicon.proposals.has(ground.lemma[up])) break;
    head = up;
    if (tree.first[up] < first) first = tree.first[up];
  }
  return { head, stretch: { first, last: side.stretch.last } };
}

const spanOf = (ground: Ground, { first, last }: Stretch): Span => ({
  start: ground.marks.start[first],
  end: ground.marks.end[last],
});

const SAYING: ReadonlySet<string> = new Set([
  'say', 'tell', 'warn', 'add', 'announce', 'declare', 'insist', 'argue', 'claim', 'note', 'report', 'stress', 'explain',
]); // prettier-ignore

/** First token after the last words of saying that lead in a clause of its own: "diplomats said | it could collapse". */
function afterSaying(ground: Ground, { first, last }: Stretch): number {
  const { marks } = ground;
  for (let t = last - 2; t > first; t--) {
    if (!SAYING.has(ground.lemma[t]) || uposOf(marks, t) !== 'VERB') continue;
    const next = ground.lower[t + 1] === 'that' ? t + 2 : t + 1;
    const after = { first: next, last };
    const head = headWithin(ground, after, marks.head[next]);
    const [subject] = subjectsOf(ground, head);
    return subject !== undefined && subject >= next && subject < head ? next : first;
  }
  return first;
}

/** Without "that" at the front, without "the envoy said" before or after. */
function bare(ground: Ground, stretch: Stretch, lexicon: ConditionLexicon): Stretch {
  let { last } = stretch;
  let first = afterSaying(ground, stretch);
  while (first < last && ['CCONJ', 'PUNCT'].includes(uposOf(ground.marks, first))) first++;
  while (first < last && ground.lower[first] === 'that') first++;
  last = withoutSaying(ground, { first, last }, lexicon.reporting).last;
  while (last > first && uposOf(ground.marks, last) === 'PUNCT') last--;
  return { first, last };
}

/** Whether a verb stands in a stretch; "according to" is none. */
function hasVerb({ marks }: Ground, { first, last }: Stretch): boolean {
  for (let t = first; t <= last; t++) {
    const upos = uposOf(marks, t);
    if ((upos === 'VERB' || upos === 'AUX') && deprelOf(marks, t) !== 'case') return true;
  }
  return false;
}

/**
 * Of a main clause that seems to stand around its condition, the part after it where that is a clause of its own, the
 * part before it where no verb follows.
 */
function ownPart(ground: Ground, side: Side, protasis: Stretch): Side {
  const { stretch } = side;
  if (stretch.last <= protasis.last || stretch.first > protasis.first) return side;
  const after = { first: protasis.last + 1, last: stretch.last };
  const before = { first: stretch.first, last: protasis.first - 1 };
  if (before.last >= before.first && !hasVerb(ground, after) && hasVerb(ground, before)) {
    return { head: headWithin(ground, before, side.head), stretch: before };
  }
  const head = headWithin(ground, after, side.head);
  const [subject] = subjectsOf(ground, head);
  return subject !== undefined && subject >= after.first && subject < head ? { head, stretch: after } : side;
}

/** Takes the clause along that announces the bargain before a colon: "they have reached a deal: …". */
function announced(ground: Ground, span: Span, lexicon: ConditionLexicon): Span {
  const first = ground.tokenAt(span.start);
  if (first < 2 || ground.lower[first - 1] !== ':') return span;
  const start = ground.sentenceStart(first - 1);
  let from = first - 2;
  let isBargain = false;
  for (; from > start; from--) {
    if (lexicon.bargains.has(ground.lemma[from])) isBargain = true;
    if (uposOf(ground.marks, from - 1) === 'PUNCT' || lexicon.reporting.has(ground.lemma[from - 1])) break;
  }
  return isBargain ? { start: ground.marks.start[from], end: span.end } : span;
}

function termOf(marked: MarkedReport, ground: Ground, side: 'protasis' | 'apodosis', at: Side): Term {
  const isAttempt = deprelOf(ground.marks, at.head) === 'acl';
  const doers = isAttempt ? [ground.marks.head[at.head]] : subjectsOf(ground, at.head);
  const by = doers.flatMap((token) => partiesAtToken(marked, ground, token))[0];
  const to = objectsOf(ground, at.head).flatMap((token) => partiesAtToken(marked, ground, token))[0];
  return {
    side,
    ...(by === undefined ? {} : { by }),
    ...(to === undefined || to === by ? {} : { to }),
    span: spanOf(ground, at.stretch),
  };
}

function lemmasOf(ground: Ground, at: Side): readonly string[] {
  const found: string[] = [];
  for (let t = at.stretch.first; t <= at.stretch.last; t++) found.push(ground.lemma[t]);
  return found;
}

function polarityOf(
  ground: Ground,
  one: Conditional,
  apodosis: Side,
  lexicon: ConditionLexicon,
): ConditionClaim['polarity'] {
  if (one.at.entry.gives === 'response-to') {
    return lexicon.threats.has(ground.lemma[apodosis.head]) ? 'threat' : 'promise';
  }
  if (isRefusal(ground, one.sides.apodosis.head, lexicon) || isRefusal(ground, apodosis.head, lexicon))
    return 'refusal';
  const lemmas = [ground.lemma[one.sides.apodosis.head], ...lemmasOf(ground, apodosis)];
  const first = lemmas.find((lemma) => lexicon.threats.has(lemma) || lexicon.promises.has(lemma));
  if (first === undefined) return 'claim';
  return lexicon.promises.has(first) ? 'promise' : 'threat';
}

function evidentialityOf(
  ground: Ground,
  one: Conditional,
  holder: Party | undefined,
  speakers: readonly Party[],
  lexicon: ConditionLexicon,
): ConditionClaim['evidentiality'] {
  const from = ground.sentenceStart(one.at.first);
  const words = ground.lemma.slice(from, ground.sentenceEnd(one.at.first));
  if (
    words.some(
      (word) => lexicon.appearances.has(word) && word !== 'believe' && word !== 'think' && word !== 'suggest',
    )
  )
    return 'appears';
  if (words.some((word) => lexicon.tacit.has(word))) return 'tacit';
  let up = one.sides.apodosis.head;
  for (let steps = 0; steps < 4 && up >= 0; steps++, up = ground.marks.head[up]) {
    if (lexicon.proposals.has(ground.lemma[up])) return 'proposed';
  }
  const own = speakers.some((speaker) => speaker.sideId !== undefined && speaker.sideId === holder?.sideId);
  return own || (speakers.length > 0 && holder === undefined) ? 'declared' : 'reported';
}

function toClaim(
  marked: MarkedReport,
  ground: Ground,
  one: Conditional,
  knowledge: ConditionKnowledge,
): ConditionClaim {
  const lexicon = knowledge.conditions;
  const wide = widen(ground, ownPart(ground, one.sides.apodosis, one.sides.protasis.stretch), lexicon);
  const apodosis = { head: wide.head, stretch: bare(ground, wide.stretch, lexicon) };
  const protasis = spanOf(ground, bare(ground, one.sides.protasis.stretch, lexicon));
  const promised = spanOf(ground, apodosis.stretch);
  const terms = [
    termOf(marked, ground, 'protasis', one.sides.protasis),
    termOf(marked, ground, 'apodosis', apodosis),
  ];
  const promisor = terms[1].by;
  const base = toClaimBase(marked, knowledge, {
    kind: 'condition',
    entry: one.at.entry.id,
    token: one.sides.apodosis.head,
    span: announced(ground, hull(protasis, promised), lexicon),
    actors: promisor === undefined ? [] : [promisor],
    targets: terms[0].by === undefined ? [] : [terms[0].by],
    confidence: SURENESS.get(one.at.entry.gives) ?? 0.7,
  });
  const speakers = base.attribution.map((source) => source.speaker);
  const holder = promisor ?? speakers.at(-1);
  return withFields(base, {
    kind: 'condition',
    status: 'hypothetical',
    connective: one.at.entry.gives,
    protasis,
    apodosis: promised,
    ...(holder === undefined ? {} : { holder }),
    polarity: polarityOf(ground, one, apodosis, lexicon),
    evidentiality: evidentialityOf(ground, one, holder, speakers, lexicon),
    terms,
  });
}

/**
 * Conditions and bargains that a report states: what is promised, threatened or refused if, unless, until, as long
 * as, in exchange for what. Questions ("asked if"), comparisons, concessions and counterfactuals are none.
 */
export function findConditions(
  marked: MarkedReport,
  knowledge: ConditionKnowledge,
): readonly ConditionClaim[] {
  const ground = groundOfReport(marked);
  return findConditionals(ground, knowledge.conditions)
    .filter((one) => one.reading === 'open')
    .map((one) => toClaim(marked, ground, one, knowledge));
}
