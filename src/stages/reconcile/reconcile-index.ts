import type { Claim, MoveClaim, StatementClaim } from '../../model/claim.ts';
import type { Reconciled } from '../../model/fact.ts';
import type { WordingKnowledge } from '../../model/wordings.ts';
import type { KnownReading } from './known-reading.ts';
import { toLinkedClaims } from './links/about-claim.ts';
import { recordKnownBy } from './links/known-record.ts';
import type { KnownRecord } from './links/known-record.ts';
import { linkClaims } from './links/link-claims.ts';
import type { ClassTree } from './moves/class-tree.ts';
import { toMoveGroups } from './moves/merge-moves.ts';
import { Citations } from './origins/citations.ts';
import { OriginGroups } from './origins/origin-groups.ts';
import { NO_RULINGS } from './rulings.ts';
import type { Rulings } from './rulings.ts';
import type { Sourced } from './sourced.ts';
import { toUtteranceGroups } from './utterances/merge-utterances.ts';
import type { SaidClaim } from './utterances/said-claim.ts';
import { PLAIN_WORDINGS } from './wording/compare-wordings.ts';

/** What reconciling knows beside the readings; without it, words are compared by their letters alone. */
export interface ReconcileKnowledge {
  readonly wordings?: WordingKnowledge;
  /** Class id → itself and the wider classes it is a kind of. */
  readonly classes?: ClassTree;
  readonly rulings?: Rulings;
  /** Facts and clauses that claims are held against. */
  readonly record?: KnownRecord;
  /** Day by which the record is known; without it, as far as the newest reading could know. */
  readonly knownBy?: string;
}

/** Readings that go (by the ids of their reports) and come; a report read anew takes the place of its old reading. */
export interface ReadingChange {
  readonly removed?: readonly string[];
  readonly added?: readonly KnownReading[];
  /** What analysts rule from now on; as before where left out. */
  readonly rulings?: Rulings;
}

const isMove = (claim: Claim): claim is MoveClaim => claim.kind === 'move';
const isStatement = (claim: Claim): claim is StatementClaim => claim.kind === 'statement';

interface Labelled extends KnownReading {
  readonly originId: string;
}

/** The links are worked out when somebody asks for them: few questions do, and they are many. */
function toReconciled(
  readings: readonly Labelled[],
  facts: Omit<Reconciled, 'links'>,
  { classes, record, knownBy }: ReconcileKnowledge,
): Reconciled {
  let found: Reconciled['links'] | undefined;
  const find = (): Reconciled['links'] => {
    const claims = readings.flatMap(({ reading, knownFrom, originId }) =>
      toLinkedClaims(reading, { originId, knownFrom }, classes),
    );
    const newest = readings.map(({ knownFrom }) => knownFrom).reduce((a, b) => (a > b ? a : b), '');
    const known = record === undefined ? undefined : recordKnownBy(record, knownBy ?? newest);
    return linkClaims(claims, { ...facts, classes, record: known });
  };
  return {
    ...facts,
    get links() {
      return (found ??= find());
    },
  };
}

/** Claims of a reading that stay as they are when it is read anew. */
function unchanged(before: Labelled | undefined, now: Labelled): ReadonlySet<Claim> {
  const isAlike =
    before?.originId === now.originId &&
    before.knownFrom === now.knownFrom &&
    before.reading.report.text === now.reading.report.text;
  return new Set(isAlike ? before.reading.claims : []);
}

/**
 * Readings taken in and out in any order. After each change it holds exactly what reconciling all of them at once would
 * give; the work is that of what the change touches.
 */
export class ReconcileIndex {
  private readonly readings = new Map<string, Labelled>();
  private readonly origins = new OriginGroups();
  private readonly citations = new Citations();
  private readonly moves: ReturnType<typeof toMoveGroups>;
  private readonly utterances: ReturnType<typeof toUtteranceGroups>;
  private readonly knowledge: ReconcileKnowledge;
  private rulings: Rulings;

  constructor(knowledge: ReconcileKnowledge = {}) {
    const { wordings = PLAIN_WORDINGS, classes, rulings = NO_RULINGS } = knowledge;
    this.knowledge = knowledge;
    this.moves = toMoveGroups(classes);
    this.utterances = toUtteranceGroups(wordings);
    this.rulings = rulings;
  }

  /** Of two readings of one report in one change, the last one counts. */
  change({ removed = [], added = [], rulings = this.rulings }: ReadingChange): void {
    this.rulings = rulings;
    const coming = new Map(added.map((known) => [known.reading.report.id, known]));
    const going = new Set(removed.filter((id) => !coming.has(id)));
    const all = [...coming.values()].map(({ reading }) => reading);
    this.citations.change(going, all);
    const stirred = this.origins.change(
      going,
      all.map(({ report }) => report),
      rulings,
    );
    const staying = [...stirred].filter((id) => !coming.has(id) && !going.has(id));
    const relabelled = staying
      .map((id) => this.readings.get(id))
      .filter((known) => known !== undefined)
      .filter(({ reading, originId }) => originId !== this.origins.originIdOf(reading.report.id));
    this.takeClaims(going, [...relabelled, ...coming.values()]);
  }

  private takeClaims(going: ReadonlySet<string>, coming: readonly KnownReading[]): void {
    const out = [...going].flatMap((id) => this.readings.get(id)?.reading.claims ?? []);
    for (const id of going) this.readings.delete(id);
    const moves: Sourced<MoveClaim>[] = [];
    const said: SaidClaim[] = [];
    for (const { reading, knownFrom } of coming) {
      const { id, text } = reading.report;
      const before = this.readings.get(id);
      const now = { reading, knownFrom, originId: this.origins.originIdOf(id) };
      const same = unchanged(before, now);
      const kept = new Set(reading.claims.filter((claim) => same.has(claim)).map((claim) => claim.id));
      out.push(...(before?.reading.claims ?? []).filter((claim) => !kept.has(claim.id)));
      for (const claim of reading.claims) {
        if (kept.has(claim.id)) continue;
        if (isMove(claim)) moves.push({ claim, originId: now.originId, knownFrom });
        if (isStatement(claim)) said.push({ claim, originId: now.originId, knownFrom, text });
      }
      this.readings.delete(id);
      this.readings.set(id, now);
    }
    const ids = out.map(({ id }) => id);
    this.moves.change(ids, moves);
    this.utterances.change(ids, said);
  }

  /** What is known now; it stays as it is when the index changes. */
  reconciled(): Reconciled {
    const facts = {
      origins: this.citations.link(this.origins.origins()),
      moves: this.moves.facts(this.rulings),
      utterances: this.utterances.facts(this.rulings),
    };
    return toReconciled([...this.readings.values()], facts, this.knowledge);
  }
}
