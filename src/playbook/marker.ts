/** A weight table inside a marker's shared buffer. */
export type Table = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Float32Array;

export type TableKind = 'i8' | 'u8' | 'i16' | 'u16' | 'i32' | 'f32';

interface TableEntry {
  readonly name: string;
  readonly kind: TableKind;
  readonly offset: number;
  readonly length: number;
}

interface Header {
  readonly format: number;
  readonly numbers: Readonly<Record<string, number>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly tables: readonly TableEntry[];
}

/**
 * The trained knowledge of the `mark` stage. All tables are views on one `SharedArrayBuffer`: hand `shared` to a
 * worker thread and call `toMarker` there, and both read the same copy of the weights.
 */
export interface Marker {
  readonly shared: SharedArrayBuffer;
  readonly numbers: ReadonlyMap<string, number>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly tables: ReadonlyMap<string, Table>;
}

const FORMAT = 1;
const SIZES: Readonly<Record<TableKind, number>> = { i8: 1, u8: 1, i16: 2, u16: 2, i32: 4, f32: 4 };

const isHeader = (value: unknown): value is Header =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === FORMAT &&
  'tables' in value;

const viewOf = (buffer: SharedArrayBuffer, entry: TableEntry): Table => {
  switch (entry.kind) {
    case 'i8':
      return new Int8Array(buffer, entry.offset, entry.length);
    case 'u8':
      return new Uint8Array(buffer, entry.offset, entry.length);
    case 'i16':
      return new Int16Array(buffer, entry.offset, entry.length);
    case 'u16':
      return new Uint16Array(buffer, entry.offset, entry.length);
    case 'i32':
      return new Int32Array(buffer, entry.offset, entry.length);
    case 'f32':
      return new Float32Array(buffer, entry.offset, entry.length);
  }
};

/** Reads a marker out of the bytes that `packMarker` made, without copying the weights. */
export const toMarker = (shared: SharedArrayBuffer): Marker => {
  const length = new DataView(shared).getUint32(0, true);
  const text = new TextDecoder().decode(Uint8Array.from(new Uint8Array(shared, 4, length)));
  const header: unknown = JSON.parse(text);
  if (!isHeader(header)) throw new Error('This is not a marker file of the format that this version reads.');
  return {
    shared,
    numbers: new Map(Object.entries(header.numbers)),
    lists: new Map(Object.entries(header.lists)),
    tables: new Map(header.tables.map((entry) => [entry.name, viewOf(shared, entry)])),
  };
};

const kindOf = (table: Table): TableKind => {
  if (table instanceof Int8Array) return 'i8';
  if (table instanceof Uint8Array) return 'u8';
  if (table instanceof Int16Array) return 'i16';
  if (table instanceof Uint16Array) return 'u16';
  return table instanceof Int32Array ? 'i32' : 'f32';
};

export interface MarkerParts {
  readonly numbers: Readonly<Record<string, number>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly tables: Readonly<Record<string, Table>>;
}

const align = (offset: number): number => Math.ceil(offset / 16) * 16;

/** Lays a marker out as bytes: header length, JSON header padded to 64 KiB steps, then the tables, each 16-aligned. */
export const packMarker = (parts: MarkerParts): Uint8Array => {
  const names = Object.keys(parts.tables);
  const entriesFrom = (base: number): readonly TableEntry[] => {
    let offset = base;
    return names.map((name) => {
      const table = parts.tables[name];
      const entry = { name, kind: kindOf(table), offset, length: table.length };
      offset = align(offset + table.length * SIZES[entry.kind]);
      return entry;
    });
  };
  const encode = (base: number): Uint8Array =>
    new TextEncoder().encode(
      JSON.stringify({
        format: FORMAT,
        numbers: parts.numbers,
        lists: parts.lists,
        tables: entriesFrom(base),
      }),
    );
  const base = align(encode(0x7fffffff).length + 4096);
  const header = encode(base);
  const entries = entriesFrom(base);
  const last = entries.at(-1);
  const bytes = new Uint8Array(last ? align(last.offset + last.length * SIZES[last.kind]) : base);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 4);
  for (const entry of entries) {
    const table = parts.tables[entry.name];
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), entry.offset);
  }
  return bytes;
};
