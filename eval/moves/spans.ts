import type { Span } from '../../src/model/span.ts';
import { overlaps } from '../../src/model/span.ts';
import { isParty, mentionOfToken, nounSpan } from '../../src/stages/extract/moves/parties-of.ts';
import {
  nounHeads,
  PAIR_CLASSES,
  pairFeatures,
  roleVotes,
} from '../../src/stages/extract/moves/pair-features.ts';
import { crossValidate, foldOf } from './folds.ts';
import { readSentence } from './mark-text.ts';
import type { Bench } from './mark-text.ts';
import { readSpans } from './read-spans.ts';
import type { LabelledSpan, SpanSentence } from './read-spans.ts';

export interface SpanScore {
  readonly sentences: number;
  readonly sourceF1: number;
  readonly targetF1: number;
  /** Roles of the first frame alone, without training. */
  readonly framesSourceF1: number;
  readonly framesTargetF1: number;
}

interface Candidate {
  readonly token: number;
  readonly governor: number;
  readonly span: Span;
  readonly features: readonly string[];
  readonly label: number;
}

interface Sentence {
  readonly gold: SpanSentence;
  readonly candidates: readonly Candidate[];
  readonly frames: { readonly source: readonly Span[]; readonly target: readonly Span[] };
}

const CLASS_OF = { S: 1, T: 2, R: 3 } as const;

/** A head inside a gold span, whose governor is not inside it too, has the span's class. */
function labelOf(gold: readonly LabelledSpan[], at: number, governor: number): number {
  const inside = gold.find((span) => at >= span.start && at < span.end);
  if (inside === undefined) return 0;
  return governor >= inside.start && governor < inside.end ? 0 : CLASS_OF[inside.label];
}

function toSentence(gold: SpanSentence, bench: Bench): Sentence {
  const { tree, marked, found } = readSentence(gold.text, bench);
  const { marks } = tree;
  const sense = { tree, mentions: mentionOfToken(marked), classes: bench.knowledge.moves.classes };
  const heads = nounHeads(tree, 0, marks.tokenCount - 1);
  const votes = roleVotes(tree, found);
  const context = { tree, votes, heads, isParty: (token: number) => isParty(sense, token) };
  const candidates = heads.map((token) => {
    const governor = marks.head[token];
    const above = governor < 0 ? -1 : marks.start[governor];
    return {
      token,
      governor,
      span: nounSpan(tree, token),
      features: pairFeatures(context, token),
      label: labelOf(gold.spans, marks.start[token], above),
    };
  });
  const spans = (pick: 'actorToken' | 'targetToken'): Span[] => {
    const token = found.find((each) => each.roles[pick] !== undefined)?.roles[pick];
    return token === undefined ? [] : [nounSpan(tree, token)];
  };
  return { gold, candidates, frames: { source: spans('actorToken'), target: spans('targetToken') } };
}

interface Tally {
  right: number;
  guessed: number;
  met: number;
  wanted: number;
}

function count(tally: Tally, guess: readonly Span[], gold: readonly Span[]): void {
  tally.right += guess.filter((span) => gold.some((wanted) => overlaps(span, wanted))).length;
  tally.guessed += guess.length;
  tally.met += gold.filter((wanted) => guess.some((span) => overlaps(span, wanted))).length;
  tally.wanted += gold.length;
}

function f1({ right, guessed, met, wanted }: Tally): number {
  const precision = right / Math.max(1, guessed);
  const recall = met / Math.max(1, wanted);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

const wants = (gold: SpanSentence, label: 'S' | 'T'): LabelledSpan[] =>
  gold.spans.filter((span) => span.label === label || span.label === 'R');

interface Judged {
  readonly candidate: Candidate;
  readonly source: number;
  readonly target: number;
  readonly both: number;
}

const most = (list: readonly Judged[], by: 'source' | 'target' | 'both'): Judged | undefined =>
  list.reduce<Judged | undefined>(
    (best, each) => (best === undefined || each[by] > best[by] ? each : best),
    undefined,
  );

/** Thresholds below were set on the folds; see docs/accuracy/moves.md. */
const LEAST = { target: 0.15, further: 0.45, joined: 0.1, both: 0.4, other: 0.25 };

/** One doer (or two who meet), and the targets that are likely enough. */
function choose(judged: readonly Judged[]): { source: Span[]; target: Span[] } {
  const source = most(judged, 'source');
  if (source === undefined) return { source: [], target: [] };
  if (source.both >= LEAST.both) {
    const other = most(
      judged.filter((each) => each !== source && each.both > LEAST.other),
      'both',
    );
    const spans = [source, ...(other === undefined ? [] : [other])].map((each) => each.candidate.span);
    return { source: spans, target: spans };
  }
  const rest = judged.filter((each) => each !== source);
  const target = most(rest, 'target');
  if (target === undefined || target.target <= LEAST.target)
    return { source: [source.candidate.span], target: [] };
  const more = rest.filter(
    (each) =>
      each !== target &&
      (each.target > LEAST.further ||
        (each.candidate.governor === target.candidate.token && each.target > LEAST.joined)),
  );
  return { source: [source.candidate.span], target: [target, ...more].map((each) => each.candidate.span) };
}

/** Five folds by sentence over the spans set; a span counts as found where it overlaps one of the gold's. */
export function scoreSpans(folder: string, bench: Bench): SpanScore {
  const sentences = readSpans(folder).map((gold) => toSentence(gold, bench));
  const items = sentences.flatMap(({ gold, candidates }) =>
    candidates.map(({ features, label }) => ({ features, label, fold: foldOf(gold.text) })),
  );
  const rows = crossValidate(items, [], { classes: PAIR_CLASSES.length, l2: 2, rounds: 15, rate: 0.3 });
  const tallies = [0, 1, 2, 3].map(() => ({ right: 0, guessed: 0, met: 0, wanted: 0 }));
  let next = 0;
  for (const { gold, candidates, frames } of sentences) {
    const judged = candidates.map((candidate) => {
      const row = rows[next++];
      return { candidate, source: row[1] + row[3], target: row[2] + row[3], both: row[3] };
    });
    const guess = choose(judged);
    count(tallies[0], guess.source, wants(gold, 'S'));
    count(tallies[1], guess.target, wants(gold, 'T'));
    count(tallies[2], frames.source, wants(gold, 'S'));
    count(tallies[3], frames.target, wants(gold, 'T'));
  }
  const [sourceF1, targetF1, framesSourceF1, framesTargetF1] = tallies.map(f1);
  return { sentences: sentences.length, sourceF1, targetF1, framesSourceF1, framesTargetF1 };
}
