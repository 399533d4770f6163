import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Bytes before each block: its number and its length. */
const HEAD = 8;

interface Kept<T> {
  readonly blocks: ReadonlyMap<number, T>;
  /** Length of the part of the file that is whole. */
  readonly length: number;
}

function readBlocks<T>(bytes: Buffer, isBlock: (value: unknown) => value is T): Kept<T> {
  const blocks = new Map<number, T>();
  let at = 0;
  while (at + HEAD <= bytes.length) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + HEAD + length;
    if (end > bytes.length) break;
    let block: unknown;
    try {
      block = deserialize(bytes.subarray(at + HEAD, end));
    } catch {
      // Written by a Node that packs values otherwise: what follows is played again.
      break;
    }
    if (!isBlock(block)) break;
    blocks.set(bytes.readUInt32LE(at), block);
    at = end;
  }
  return { blocks, length: at };
}

/** Finished blocks of long work, one behind the other; a block half written when the machine stopped is left out. */
export class BlockFile<T> {
  readonly #file: string;
  readonly #blocks: Map<number, T>;

  constructor(file: string, isBlock: (value: unknown) => value is T) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    const kept = existsSync(file) ? readBlocks(readFileSync(file), isBlock) : undefined;
    this.#blocks = new Map(kept?.blocks);
    if (kept === undefined) writeFileSync(file, '');
    else truncateSync(file, kept.length);
  }

  get count(): number {
    return this.#blocks.size;
  }

  find(number: number): T | undefined {
    return this.#blocks.get(number);
  }

  add(number: number, block: T): void {
    const body = serialize(block);
    const head = Buffer.alloc(HEAD);
    head.writeUInt32LE(number, 0);
    head.writeUInt32LE(body.length, 4);
    appendFileSync(this.#file, Buffer.concat([head, body]));
    this.#blocks.set(number, block);
  }

  remove(): void {
    rmSync(this.#file, { force: true });
  }
}
