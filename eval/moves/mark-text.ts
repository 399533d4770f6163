import type { ActorKnowledge } from '../../src/model/actor.ts';
import type { MarkedReport } from '../../src/model/marked-report.ts';
import { loadActors } from '../../src/playbook/load-actors.ts';
import { loadMarker } from '../../src/playbook/load-marker.ts';
import type { Marker } from '../../src/playbook/marker.ts';
import { loadMoveLexicon } from '../../src/playbook/lexicon/moves.ts';
import { loadStatusLexicon } from '../../src/playbook/lexicon/status.ts';
import { findMentions } from '../../src/stages/extract/mentions/find-mentions.ts';
import { findFrames } from '../../src/stages/extract/moves/find-moves.ts';
import type { FoundMove, MoveKnowledge } from '../../src/stages/extract/moves/find-moves.ts';
import { tokenAt, toTree } from '../../src/stages/extract/syntax/tree.ts';
import type { Tree } from '../../src/stages/extract/syntax/tree.ts';
import { mark } from '../../src/stages/mark/mark.ts';

/** What every measurement of moves reads by. */
export interface Bench {
  readonly marker: Marker;
  readonly actors: ActorKnowledge;
  readonly knowledge: MoveKnowledge;
}

/** A sentence with everything found in it. */
export interface ReadSentence {
  readonly marked: MarkedReport;
  readonly tree: Tree;
  readonly found: readonly FoundMove[];
}

export function loadBench(): Bench {
  const actors = loadActors();
  const knowledge = { moves: loadMoveLexicon(), status: loadStatusLexicon(), actors };
  return { marker: loadMarker(), actors, knowledge };
}

/** Marks a text and finds its mentions and frames. */
export function readSentence(text: string, bench: Bench): ReadSentence {
  const report = { id: 'eval', text, foundAt: '-', notes: [] };
  const bare = {
    report,
    marks: mark(text, bench.marker),
    repairs: [],
    mentions: [],
    times: [],
    quantities: [],
    statements: [],
  };
  const marked = { ...bare, mentions: findMentions(bare, bench.actors) };
  const tree = toTree(marked.marks);
  return { marked, tree, found: findFrames(marked, bench.knowledge, tree) };
}

/** Tokens that a stretch of characters touches. */
export function tokensOf(
  tree: Tree,
  [from, until]: readonly [number, number],
): { first: number; last: number } {
  const first = Math.min(tree.marks.tokenCount - 1, tokenAt(tree.marks, from));
  const last = Math.min(tree.marks.tokenCount - 1, tokenAt(tree.marks, Math.max(from, until - 1)));
  return { first, last: Math.max(first, last) };
}
