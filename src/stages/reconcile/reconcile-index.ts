import type { Claim, MoveClaim, StatementClaim } from '../../model/claim.ts';
import type { Move, Utterance } from '../../model/fact.ts';
import { JoinedSets } from './join-sets.ts';
import { mergeMoves, moveKeysOf } from './moves/merge-moves.ts';
import { OriginIndex } from './origins/origin-index.ts';
import { profileReport } from './origins/profile-report.ts';
import type { ReportProfile } from './origins/profile-report.ts';
import type { KnownReading, ReconcileKnowledge } from './reconcile.ts';
import type { Sourced } from './sourced.ts';
import { mergeUtterances, utteranceKeysOf } from './utterances/merge-utterances.ts';
import type { SaidClaim } from './utterances/said-claim.ts';
import { PLAIN_WORDINGS } from './wording/compare-wordings.ts';

/** What one more report touches: its copies, and the facts of its claims' surroundings as they now are. */
export interface Touched {
  /** Reports of the same origin. */
  readonly copies: readonly string[];
  readonly moves: readonly Move[];
  readonly utterances: readonly Utterance[];
}

const isMove = (claim: Claim): claim is MoveClaim => claim.kind === 'move';
const isStatement = (claim: Claim): claim is StatementClaim => claim.kind === 'statement';

function put<T>(index: Map<string, T[]>, keys: readonly string[], value: T): void {
  for (const key of keys) {
    const list = index.get(key);
    if (list) list.push(value);
    else index.set(key, [value]);
  }
}

const gather = <T>(index: ReadonlyMap<string, readonly T[]>, keys: readonly string[]): readonly T[] => [
  ...new Set(keys.flatMap((key) => index.get(key) ?? [])),
];

/** Readings taken in one by one; each touches only what is near it in act and month, or in side and week. */
export class ReconcileIndex {
  private readonly origins = new OriginIndex();
  private readonly sets = new JoinedSets<ReportProfile>();
  private readonly moves = new Map<string, Sourced<MoveClaim>[]>();
  private readonly said = new Map<string, SaidClaim[]>();
  private readonly knowledge: ReconcileKnowledge;

  constructor(knowledge: ReconcileKnowledge = {}) {
    this.knowledge = knowledge;
  }

  /** Takes a reading in and gives what it touches. */
  add({ reading, knownFrom }: KnownReading): Touched {
    const { classes, wordings = PLAIN_WORDINGS } = this.knowledge;
    const profile = profileReport(reading.report);
    const same = this.origins.findSame(profile);
    this.origins.add(profile);
    this.sets.add(profile);
    for (const other of same) this.sets.join(other, profile);
    const originId = this.sets.find(profile).report.id;
    const about = { originId, knownFrom };
    const moves = reading.claims.filter(isMove).map((claim) => ({ claim, ...about }));
    const said = reading.claims
      .filter(isStatement)
      .map((claim) => ({ claim, ...about, text: reading.report.text }));
    for (const told of moves) put(this.moves, moveKeysOf(told), told);
    for (const one of said) put(this.said, utteranceKeysOf(one), one);
    return {
      copies: same.map(({ report }) => report.id),
      moves: mergeMoves(gather(this.moves, moves.flatMap(moveKeysOf)), classes),
      utterances: mergeUtterances(gather(this.said, said.flatMap(utteranceKeysOf)), wordings),
    };
  }
}
