import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { COMMAND, demarche, newFolder } from './demarche.ts';

/** `script` of util-linux gives a child process a terminal of its own. */
const hasTerminals = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout.includes('util-linux');

const ENTER = '\r';
const DOWN = '\u001B[B';
const STOP = '\u0003';

/** A command at a terminal that a test types at. */
class AtTerminal {
  private said = '';
  private readonly child: ChildProcess;

  constructor(args: readonly string[]) {
    const words = [process.execPath, ...COMMAND, ...args].map((word) => `'${word}'`).join(' ');
    this.child = spawn('script', ['-qec', `stty cols 100 rows 40; ${words}`, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, TERM: 'xterm', COLUMNS: '100', CI: '' },
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
  }

  /** Waits for these words in what was not waited for yet. */
  async until(words: string): Promise<void> {
    for (let i = 0; i < 1200; i++) {
      const plain = stripVTControlCharacters(this.said);
      const at = plain.indexOf(words);
      if (at >= 0) {
        this.said = plain.slice(at + words.length);
        return;
      }
      await wait(100);
    }
    throw new Error(`"${words}" never came: ${stripVTControlCharacters(this.said)}`);
  }

  async type(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await wait(150);
      this.child.stdin?.write(key);
    }
  }

  async ended(): Promise<number | null> {
    if (this.child.exitCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }
}

describe.skipIf(!hasTerminals)('demarche review at a terminal (needs util-linux script)', () => {
  it(
    'asks about each item, takes down what is chosen, asks again after a slip, and stops when told',
    { timeout: 600_000 },
    async () => {
      const ledger = join(newFolder(), 'terminal.ledger');
      const on = (...args: readonly string[]): readonly string[] => ['--ledger', ledger, ...args];
      demarche(
        on(
          'read',
          'samples/korea-2021/09-ballistic-launch.md',
          'samples/korea-2021/07-first-word-of-weekend-launch.md',
        ),
      );
      const review = new AtTerminal(on('review', '--analyst', 'ada'));
      await review.until('skip');
      await review.type(ENTER);
      await review.until('Taken down as entry-');
      await review.until('skip');
      await review.type(DOWN, ENTER);
      await review.until('Taken down as entry-');
      await review.until('correct a field');
      await review.type(DOWN, DOWN, ENTER);
      await review.until('field=value');
      await review.type('status=maybe', ENTER);
      await review.until('status: "maybe" is none');
      await review.until('correct a field');
      await review.type(DOWN, DOWN, ENTER);
      await review.until('field=value');
      await review.type('status=denied', ENTER);
      await review.until('Taken down as entry-');
      await review.until('skip');
      await review.type(STOP);
      expect(await review.ended()).toBe(0);
      const verdicts = demarche(on('review', 'export')).out;
      expect(verdicts.match(/"act":"\w+"/gu)).toEqual([
        '"act":"accept"',
        '"act":"reject"',
        '"act":"correct"',
      ]);
      expect(verdicts).toContain('"by":"ada"');
    },
  );
});
