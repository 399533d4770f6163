import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';

/** What of an import could not be understood: a file of line number, reason and row, made when the first one comes. */
export class BadRows {
  count = 0;
  private stream: WriteStream | undefined;
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  add(line: number, why: string, record: string): void {
    this.count++;
    this.stream ??= createWriteStream(this.file);
    this.stream.write(`${line}\t${why}\t${record}\n`);
  }

  async close(): Promise<void> {
    const stream = this.stream;
    if (stream !== undefined)
      await new Promise<void>((done) =>
        stream.end(() => {
          done();
        }),
      );
  }
}
