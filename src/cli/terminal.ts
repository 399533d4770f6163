import { readFileSync } from 'node:fs';
import cliProgress from 'cli-progress';
import pc from 'picocolors';
import type { Progress } from '../workflows/effects.ts';

type Paint = ReturnType<typeof pc.createColors>;

/** What commands may do to the terminal. */
export interface Terminal {
  /** One line on standard output. */
  line(words: string): void;
  /** One line on standard error. */
  error(words: string): void;
  /** Colours for standard output; off when piped or with NO_COLOR. */
  readonly paint: Paint;
  readonly paintError: Paint;
  readonly isInteractive: boolean;
  /** Columns, 80 when piped. */
  readonly width: number;
  now(): string;
  readStandardInput(): Uint8Array;
  /** Shows how far long work has come; silent when piped. */
  showProgress(progress: Progress): void;
  endProgress(): void;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

const FORMAT = '{what} [{bar}] {value}/{total} | {rate} a second | {eta_formatted} left';

function toBar(): (progress: Progress | undefined) => void {
  let bar: cliProgress.SingleBar | undefined;
  let startedAt = 0;
  return (progress) => {
    if (progress === undefined) {
      bar?.stop();
      bar = undefined;
      return;
    }
    if (bar === undefined) {
      bar = new cliProgress.SingleBar({ format: FORMAT, clearOnComplete: true, etaBuffer: 60 });
      startedAt = Date.now();
      bar.start(Math.max(progress.total, 1), 0, { what: progress.what, rate: 0 });
    }
    const seconds = (Date.now() - startedAt) / 1000;
    const rate = seconds > 0 ? Math.round((progress.done / seconds) * 10) / 10 : 0;
    bar.setTotal(Math.max(progress.total, 1));
    bar.update(progress.done, { what: progress.what, rate });
  };
}

/** First Ctrl-C: stop at the next safe place. Second: at once. */
function stopOnInterrupt(host: NodeJS.Process): AbortSignal {
  const controller = new AbortController();
  host.on('SIGINT', () => {
    if (controller.signal.aborted) host.exit(130);
    controller.abort();
    host.exitCode = 130;
  });
  return controller.signal;
}

/** A pipe has no `isTTY` at all, whatever its type says. */
const isTerminal = (stream: { readonly isTTY?: boolean }): boolean => stream.isTTY ?? false;

export function toTerminal(host: NodeJS.Process): Terminal {
  const bar = toBar();
  const coloured = host.env.NO_COLOR === undefined && !host.argv.includes('--no-color');
  return {
    line: (words) => void host.stdout.write(`${words}\n`),
    error: (words) => void host.stderr.write(`${words}\n`),
    paint: pc.createColors(coloured && isTerminal(host.stdout)),
    paintError: pc.createColors(coloured && isTerminal(host.stderr)),
    isInteractive: isTerminal(host.stdout),
    width: host.stdout.columns || 80,
    now: () => new Date().toISOString(),
    readStandardInput: () => new Uint8Array(readFileSync(0)),
    showProgress: (progress) => {
      if (isTerminal(host.stderr)) bar(progress);
    },
    endProgress: () => bar(undefined),
    signal: stopOnInterrupt(host),
  };
}
