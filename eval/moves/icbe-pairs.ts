import { deprelOf } from '../../src/model/marks.ts';
import { findMentions } from '../../src/stages/extract/mentions/find-mentions.ts';
import { pairFeatures, PAIR_CLASSES, roleVotes } from '../../src/stages/extract/moves/pair-features.ts';
import { isParty, mentionOfToken } from '../../src/stages/extract/moves/parties-of.ts';
import { tokenAt } from '../../src/stages/extract/syntax/tree.ts';
import { mark } from '../../src/stages/mark/mark.ts';
import { crossValidate } from './folds.ts';
import type { Bench, ReadSentence } from './mark-text.ts';
import type { CrisisSentence } from './read-icbe.ts';

export interface PairScore {
  readonly pairAcc: number;
  readonly pairFrames: number;
  readonly pairOrder: number;
  readonly pairSentences: number;
}

interface Named {
  readonly token: number;
  readonly side: string;
}

/** Side of an actor as the coders name it, by our own reading of the name. */
function sideOfName(name: string, bench: Bench, known: Map<string, string>): string {
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const text = `${name} acted.`;
  const report = { id: 'name', text, foundAt: '-', notes: [] };
  const [mention] = findMentions({ report, marks: mark(text, bench.marker) }, bench.actors);
  const side = mention?.party.sideId ?? mention?.party.actorId ?? name.toLowerCase();
  known.set(name, side);
  return side;
}

/** The head word of each mention whose side is known, in text order. */
function namedIn({ marked, tree }: ReadSentence): Named[] {
  const { marks } = tree;
  return marked.mentions.flatMap(({ party }) => {
    const side = party.sideId ?? party.actorId;
    if (side === undefined) return [];
    const first = tokenAt(marks, party.span.start);
    let token = first;
    for (let t = first; t < marks.tokenCount && marks.start[t] < party.span.end; t++) {
      const head = marks.head[t];
      const outside = head < 0 || marks.start[head] < party.span.start || marks.start[head] >= party.span.end;
      if (outside && deprelOf(marks, t) !== 'punct' && deprelOf(marks, t) !== 'case') token = t;
    }
    return [{ token, side }];
  });
}

const framePairs = (read: ReadSentence): string[] =>
  read.found.flatMap(({ roles }) =>
    roles.actors.flatMap((actor) =>
      roles.targets.map(
        (target) => `${actor.sideId ?? actor.actorId ?? ''}>${target.sideId ?? target.actorId ?? ''}`,
      ),
    ),
  );

interface PairRow {
  readonly gold: ReadonlySet<string>;
  readonly named: readonly Named[];
  readonly features: readonly (readonly string[])[];
  readonly labels: readonly number[];
  readonly fold: number;
  readonly frames: readonly string[];
}

function toRow(
  sentence: CrisisSentence,
  read: ReadSentence,
  bench: Bench,
  known: Map<string, string>,
): PairRow | undefined {
  const named = namedIn(read);
  const pairs = sentence.pairs.map(
    ([a, b]) => [sideOfName(a, bench, known), sideOfName(b, bench, known)] as const,
  );
  if (pairs.length === 0 || new Set(named.map((each) => each.side)).size < 2) return undefined;
  const sense = {
    tree: read.tree,
    mentions: mentionOfToken(read.marked),
    classes: bench.knowledge.moves.classes,
  };
  const heads = named.map((each) => each.token);
  const context = {
    tree: read.tree,
    votes: roleVotes(read.tree, read.found),
    heads,
    isParty: (token: number) => isParty(sense, token),
  };
  const labels = named.map(
    ({ side }) => (pairs.some(([a]) => a === side) ? 1 : 0) + (pairs.some(([, b]) => b === side) ? 2 : 0),
  );
  return {
    gold: new Set(pairs.map(([a, b]) => `${a}>${b}`)),
    named,
    features: heads.map((token) => pairFeatures(context, token)),
    labels,
    fold: sentence.crisis % 5,
    frames: framePairs(read),
  };
}

/** The likeliest ordered pair of two sides. */
function bestPair(named: readonly Named[], rows: readonly Float64Array[]): string {
  let best = '';
  let top = -1;
  named.forEach((a, i) =>
    named.forEach((b, j) => {
      if (a.side === b.side) return;
      const score = (rows[i][1] + rows[i][3]) * (rows[j][2] + rows[j][3]);
      if (score > top) [top, best] = [score, `${a.side}>${b.side}`];
    }),
  );
  return best;
}

function inOrder(named: readonly Named[]): string {
  const sides = [...new Set(named.map((each) => each.side))];
  return `${sides[0]}>${sides[1]}`;
}

/** One ordered pair a sentence, right when the coders have it; sentences where at least two sides are named. */
export function scorePairs(
  list: readonly { sentence: CrisisSentence; read: ReadSentence }[],
  bench: Bench,
): PairScore {
  const known = new Map<string, string>();
  const rows = list.flatMap(({ sentence, read }) => toRow(sentence, read, bench, known) ?? []);
  const items = rows.flatMap((row) =>
    row.features.map((features, i) => ({ features, label: row.labels[i], fold: row.fold })),
  );
  const judged = crossValidate(items, [], { classes: PAIR_CLASSES.length, l2: 2, rounds: 10, rate: 0.3 });
  const right = { fitted: 0, frames: 0, order: 0 };
  let next = 0;
  for (const row of rows) {
    const mine = judged.slice(next, (next += row.named.length));
    const order = inOrder(row.named);
    if (row.gold.has(bestPair(row.named, mine))) right.fitted++;
    if (row.gold.has(row.frames.find((pair) => !pair.startsWith('>') && !pair.endsWith('>')) ?? order))
      right.frames++;
    if (row.gold.has(order)) right.order++;
  }
  const n = Math.max(1, rows.length);
  return {
    pairAcc: right.fitted / n,
    pairFrames: right.frames / n,
    pairOrder: right.order / n,
    pairSentences: rows.length,
  };
}
