import type { Past } from './past.ts';

/** Recency classes of a rule's body, by days since it last happened; upper bounds, the last one open. */
export const RECENCY_BOUNDS = [1, 2, 3, 5, 7, 10, 15, 25, 45, 90, 250] as const;
export const RECENCY_CLASSES = RECENCY_BOUNDS.length + 1;
/** Frequency classes of a rule's body: once, two to four times, more often. */
export const FREQUENCY_CLASSES = 3;
export const CELLS = RECENCY_CLASSES * FREQUENCY_CLASSES;

const LONGEST_GAP = 512;
const RECENCY_OF = Uint8Array.from({ length: LONGEST_GAP }, (_, gap) => {
  const found = RECENCY_BOUNDS.findIndex((bound) => gap <= bound);
  return found < 0 ? RECENCY_CLASSES - 1 : found;
});

/** Cell of a body that happened `count` times, last `gap` days ago. */
export const cellOf = (gap: number, count: number): number =>
  RECENCY_OF[gap < LONGEST_GAP ? gap : LONGEST_GAP - 1] * FREQUENCY_CLASSES +
  (count <= 1 ? 0 : count <= 4 ? 1 : 2);

/**
 * Counts behind the rules head(x, y, t) ← body(x, y, t' < t), by recency and frequency of the body: how often
 * x did the head to anybody while the body stood with y (`tried`), and how often y was the one (`held`).
 * Heads may be split among several counters: counts are whole numbers, so any split adds up to the same.
 */
export class RuleCounts {
  readonly relationCount: number;
  readonly tried: Uint32Array;
  readonly held: Uint32Array;
  readonly #histogram: Uint32Array;
  readonly #touched: Int32Array;

  constructor(relationCount: number) {
    this.relationCount = relationCount;
    const width = relationCount * CELLS;
    this.tried = new Uint32Array(relationCount * width);
    this.held = new Uint32Array(relationCount * width);
    this.#histogram = new Uint32Array(width);
    this.#touched = new Int32Array(width);
  }

  /** Counts one day's moves `[from, until)` against the past before that day. `owns` picks the head relations. */
  countDay(past: Past, from: number, until: number, owns: (relation: number) => boolean): void {
    const { subject, relation, day } = past.history;
    const headsOf = new Map<number, Set<number>>();
    for (let i = from; i < until; i++) {
      if (!owns(relation[i])) continue;
      const heads = headsOf.get(subject[i]);
      if (heads) heads.add(relation[i]);
      else headsOf.set(subject[i], new Set([relation[i]]));
    }
    const width = this.relationCount * CELLS;
    for (const [actor, heads] of headsOf) {
      const touched = this.#gather(past, actor, day[from]);
      for (const head of heads) {
        const base = head * width;
        for (let i = 0; i < touched; i++)
          this.tried[base + this.#touched[i]] += this.#histogram[this.#touched[i]];
      }
      for (let i = 0; i < touched; i++) this.#histogram[this.#touched[i]] = 0;
    }
    this.#countHeld(past, from, until, owns);
  }

  #gather(past: Past, actor: number, day: number): number {
    const { pairs, facts } = past;
    let touched = 0;
    const first = pairs.index.start[actor];
    for (let pair = first; pair < first + pairs.active[actor]; pair++) {
      const start = facts.index.start[pair];
      for (let fact = start; fact < start + facts.active[pair]; fact++) {
        const code = facts.index.right[fact] * CELLS + cellOf(day - facts.last[fact], facts.count[fact]);
        if (this.#histogram[code]++ === 0) this.#touched[touched++] = code;
      }
    }
    return touched;
  }

  #countHeld(past: Past, from: number, until: number, owns: (relation: number) => boolean): void {
    const { facts, pairs, history } = past;
    for (let i = from; i < until; i++) {
      const head = history.relation[i];
      if (!owns(head)) continue;
      const pair = pairs.index.rowOf[i];
      const start = facts.index.start[pair];
      for (let fact = start; fact < start + facts.active[pair]; fact++) {
        const cell = cellOf(history.day[from] - facts.last[fact], facts.count[fact]);
        this.held[(head * this.relationCount + facts.index.right[fact]) * CELLS + cell]++;
      }
    }
  }
}

/** Weight, in cases, of a rule's overall confidence against that of its recency and frequency cell. */
const PRIOR_CASES = 10;

/** Confidences of all rules of one head, by body relation and cell. Zero where the head never followed. */
export function confidencesOf(
  counts: RuleCounts,
  head: number,
  out: Float32Array,
  overallOut: Float32Array,
): void {
  for (let body = 0; body < counts.relationCount; body++) {
    const base = (head * counts.relationCount + body) * CELLS;
    let tried = 0;
    let held = 0;
    for (let cell = 0; cell < CELLS; cell++) {
      tried += counts.tried[base + cell];
      held += counts.held[base + cell];
    }
    const overall = held / (tried + PRIOR_CASES);
    overallOut[body] = overall;
    for (let cell = 0; cell < CELLS; cell++) {
      out[body * CELLS + cell] =
        held === 0
          ? 0
          : (counts.held[base + cell] + overall * PRIOR_CASES) / (counts.tried[base + cell] + PRIOR_CASES);
    }
  }
}
