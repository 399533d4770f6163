/** Which row of a table each move falls into; rows of one left key lie together, oldest first. */
export interface RowIndex {
  readonly rowCount: number;
  /** Row of each move, or -1 where the move has no key. */
  readonly rowOf: Int32Array;
  /** First row of each left key; one more entry than left keys. */
  readonly start: Int32Array;
  /** Right key of each row. */
  readonly right: Int32Array;
}

/** Numbers the distinct (left, right) pairs, in order of first appearance within each left key. */
export function indexRows(
  left: Int32Array,
  right: Int32Array,
  leftCount: number,
  rightCount: number,
): RowIndex {
  const { idOf, firsts } = numberPairs(left, right, rightCount);
  const start = new Int32Array(leftCount + 1);
  for (const move of firsts) start[left[move] + 1]++;
  for (let key = 0; key < leftCount; key++) start[key + 1] += start[key];
  const next = start.slice(0, leftCount);
  const rowOfId = new Int32Array(firsts.length);
  const rightOfRow = new Int32Array(firsts.length);
  firsts.forEach((move, id) => {
    const row = next[left[move]]++;
    rowOfId[id] = row;
    rightOfRow[row] = right[move];
  });
  const rowOf = idOf.map((id) => (id < 0 ? -1 : rowOfId[id]));
  return { rowCount: firsts.length, rowOf, start, right: rightOfRow };
}

/** Open addressing: a Map of a million number keys takes ten times the memory. */
function numberPairs(
  left: Int32Array,
  right: Int32Array,
  rightCount: number,
): { idOf: Int32Array; firsts: Int32Array } {
  let size = 1024;
  while (size < left.length * 2) size *= 2;
  const keys = new Float64Array(size).fill(-1);
  const ids = new Int32Array(size);
  const idOf = new Int32Array(left.length).fill(-1);
  const firsts = new Int32Array(left.length);
  let count = 0;
  for (let move = 0; move < left.length; move++) {
    if (left[move] < 0 || right[move] < 0) continue;
    const key = left[move] * rightCount + right[move];
    let place = (Math.imul(left[move], 0x9e3779b1) ^ Math.imul(right[move] + 1, 0x85ebca6b)) >>> 0;
    place = (place ^ (place >>> 15)) & (size - 1);
    while (keys[place] !== -1 && keys[place] !== key) place = (place + 1) & (size - 1);
    if (keys[place] === -1) {
      keys[place] = key;
      ids[place] = count;
      firsts[count++] = move;
    }
    idOf[move] = ids[place];
  }
  return { idOf, firsts: firsts.slice(0, count) };
}

const LONGEST_GAP = 16384;

/** Decayed counts per row at several half-lives (days); `Infinity` counts without forgetting. */
export class RateTable {
  readonly index: RowIndex;
  readonly halfLives: readonly number[];
  /** How many rows of each left key have been met so far. */
  readonly active: Int32Array;
  readonly last: Int32Array;
  readonly count: Int32Array;
  readonly #rates: readonly Float32Array[];
  readonly #fading: readonly Float64Array[];

  constructor(index: RowIndex, halfLives: readonly number[]) {
    this.index = index;
    this.halfLives = halfLives;
    this.active = new Int32Array(index.start.length - 1);
    this.last = new Int32Array(index.rowCount).fill(-1);
    this.count = new Int32Array(index.rowCount);
    this.#rates = halfLives.map(() => new Float32Array(index.rowCount));
    this.#fading = halfLives.map((days) =>
      Float64Array.from({ length: LONGEST_GAP }, (_, gap) => 2 ** (-gap / days)),
    );
  }

  /** Counts a move of the given left key on a day no earlier than the last one counted. */
  add(row: number, left: number, day: number): void {
    const gap = Math.min(LONGEST_GAP - 1, day - this.last[row]);
    if (this.count[row] === 0) this.active[left]++;
    for (let h = 0; h < this.#rates.length; h++) {
      const rates = this.#rates[h];
      rates[row] = rates[row] * this.#fading[h][gap] + 1;
    }
    this.last[row] = day;
    this.count[row]++;
  }

  /** Decayed count of the row, as it stands on the day. */
  rate(row: number, h: number, day: number): number {
    return this.#rates[h][row] * this.#fading[h][Math.min(LONGEST_GAP - 1, day - this.last[row])];
  }
}
