import type { Command } from 'commander';
import type { Effects } from '../workflows/effects.ts';
import { openSession } from '../workflows/session.ts';
import type { Session, SessionSettings } from '../workflows/session.ts';
import type { Terminal } from './terminal.ts';

/** What every command is handed: the terminal, the common options, a way to the ledger. */
export interface Door {
  readonly terminal: Terminal;
  readonly effects: Effects;
  isJson(): boolean;
  /** Runs with an open ledger and its knowledge, and closes it whatever happens. */
  within<T>(settings: SessionSettings, work: (session: Session) => Promise<T> | T): Promise<T>;
  /** Prints a value as one line of JSON. */
  json(value: unknown): void;
}

interface Common {
  readonly theatre?: string;
  readonly ledger?: string;
  readonly json?: boolean;
}

export function toDoor(program: Command, terminal: Terminal): Door {
  const common = (): Common => program.opts<Common>();
  const effects: Effects = {
    now: () => terminal.now(),
    progress: (progress) => terminal.showProgress(progress),
    signal: terminal.signal,
  };
  return {
    terminal,
    effects,
    isJson: () => common().json === true,
    within: async (settings, work) => {
      const { theatre, ledger } = common();
      const session = openSession({ ...(theatre && { theatre }), ...(ledger && { ledger }), ...settings });
      try {
        return await work(session);
      } finally {
        terminal.endProgress();
        await session.close();
      }
    },
    json: (value) => terminal.line(JSON.stringify(value)),
  };
}
