import type { History } from '../../model/forecast.ts';

/** Subject, relation, object as numbers from 0; day as a whole number. */
export type HistoryRow = readonly [subject: number, relation: number, object: number, day: number];

const CHUNK = 1 << 16;
const COLUMNS = 4;

/**
 * Takes in moves one by one, in any order, into typed arrays that grow by chunks: 16 bytes a move while it grows,
 * and 24 at the most while it is put in order by day. No row is kept as an object.
 */
export class HistoryGatherer {
  readonly #columns: readonly Int32Array[][] = Array.from({ length: COLUMNS }, () => []);
  readonly #highest = new Int32Array(COLUMNS - 1).fill(-1);
  #firstDay = Infinity;
  #lastDay = -Infinity;
  #count = 0;

  add(row: HistoryRow): void {
    const place = this.#count % CHUNK;
    for (let k = 0; k < COLUMNS; k++) {
      if (place === 0) this.#columns[k].push(new Int32Array(CHUNK));
      this.#columns[k][this.#columns[k].length - 1][place] = row[k];
      if (k < COLUMNS - 1 && row[k] > this.#highest[k]) this.#highest[k] = row[k];
    }
    this.#firstDay = Math.min(this.#firstDay, row[COLUMNS - 1]);
    this.#lastDay = Math.max(this.#lastDay, row[COLUMNS - 1]);
    this.#count++;
  }

  /** Everything taken in, by day; moves of one day stay in their order. The gatherer is empty afterwards. */
  finish(): History {
    const count = this.#count;
    const places = this.#places();
    const [subject, relation, object, day] = this.#columns.map((chunks) => inOrder(chunks, places));
    const [highestSubject, relations, highestObject] = this.#highest;
    this.#count = 0;
    return {
      count,
      actorCount: Math.max(highestSubject, highestObject) + 1,
      relationCount: relations + 1,
      subject,
      relation,
      object,
      day,
    };
  }

  /** Where each move goes: counting sort by day. */
  #places(): Int32Array {
    const count = this.#count;
    const next = new Int32Array(count === 0 ? 1 : this.#lastDay - this.#firstDay + 2);
    const places = new Int32Array(count);
    const days = this.#columns[COLUMNS - 1];
    const dayOf = (i: number): number => days[Math.floor(i / CHUNK)][i % CHUNK] - this.#firstDay;
    for (let i = 0; i < count; i++) next[dayOf(i) + 1]++;
    for (let day = 1; day < next.length; day++) next[day] += next[day - 1];
    for (let i = 0; i < count; i++) places[i] = next[dayOf(i)]++;
    return places;
  }
}

/** The chunks as one array, each entry at its place; the chunks are given up on the way. */
function inOrder(chunks: Int32Array[], places: Int32Array): Int32Array {
  const whole = new Int32Array(places.length);
  for (let from = 0; from < places.length; from += CHUNK) {
    const chunk = chunks.shift() ?? new Int32Array(0);
    const size = Math.min(CHUNK, places.length - from);
    for (let i = 0; i < size; i++) whole[places[from + i]] = chunk[i];
  }
  return whole;
}

/** Gathers a stream of any length. */
export async function gatherHistory(
  rows: Iterable<HistoryRow> | AsyncIterable<HistoryRow>,
): Promise<History> {
  // prettier-ignore
  const gatherer = new HistoryGatherer();
  for await (const row of rows) gatherer.add(row);
  return gatherer.finish();
}

/** The same without the second of two moves that say the same of one day. */
export function withoutRepeats(history: History): History {
  const { subject, relation, object, day, actorCount, relationCount } = history;
  const kept = new Int32Array(history.count);
  let count = 0;
  let seen = new Set<number>();
  for (let i = 0; i < history.count; i++) {
    if (i > 0 && day[i] !== day[i - 1]) seen = new Set();
    const key = (subject[i] * relationCount + relation[i]) * actorCount + object[i];
    if (seen.has(key)) continue;
    seen.add(key);
    kept[count++] = i;
  }
  const pick = (column: Int32Array): Int32Array => {
    const out = new Int32Array(count);
    for (let i = 0; i < count; i++) out[i] = column[kept[i]];
    return out;
  };
  return { ...history, count, subject: pick(subject), relation: pick(relation), object: pick(object), day: pick(day) }; // prettier-ignore
}
