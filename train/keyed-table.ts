import { slotCount } from '../src/stages/mark/word-rows.ts';

/** An open-addressing table from keys to rows, as `findRow` reads it. */
export interface KeyedTable {
  readonly keys: Int32Array;
  readonly rows: Uint16Array;
}

export const keyedTable = (entries: readonly (readonly [key: number, row: number])[]): KeyedTable => {
  const slots = slotCount(entries.length);
  const keys = new Int32Array(slots);
  const rows = new Uint16Array(slots);
  for (const [key, row] of entries) {
    if (row > 65535) throw new Error('A keyed table holds at most 65,536 rows.');
    let slot = (key ^ (key >>> 16)) & (slots - 1);
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (slots - 1);
    if (keys[slot] === key) continue;
    keys[slot] = key;
    rows[slot] = row;
  }
  return { keys, rows };
};
