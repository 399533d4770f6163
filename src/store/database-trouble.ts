import { UserError } from '../model/user-error.ts';

interface Advice {
  readonly what: string;
  readonly hint: string;
}

const ADVICE: readonly (readonly [code: RegExp, advice: Advice])[] = [
  [/NOTADB|CORRUPT|file is not a database|malformed/iu, {
    what: 'this file is not a ledger, or it is damaged',
    hint: 'Name another file with --ledger; nothing was changed in this one.',
  }],
  [/FULL|disk is full/iu, {
    what: 'the disk is full',
    hint: 'Make room and run the same command again; what was recorded before is safe.',
  }],
  [/READONLY|readonly database|read-only/iu, {
    what: 'the ledger cannot be written to',
    hint: 'Check the rights of the file and of its folder, or name another file with --ledger.',
  }],
  [/CANTOPEN|unable to open|EACCES|ENOENT|EROFS|Permission denied|ConnectionFailed/iu, {
    what: 'the ledger cannot be opened',
    hint: 'Does its folder exist, and may you write there? Name another file with --ledger.',
  }],
  [/BUSY|locked/iu, {
    what: 'another process is writing to the ledger',
    hint: 'Wait until it is done, then run the command again.',
  }],
  [/IOERR|disk I\/O/iu, {
    what: 'the ledger could not be read or written',
    hint: 'Check the disk; what was recorded before is safe.',
  }],
]; // prettier-ignore

function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? String(cause.code) : '';
  return `${code} ${cause.message}`;
}

/** What a person can do about a storage error; anything unknown is thrown on as it came. */
export function toLedgerTrouble(cause: unknown, file: string): unknown {
  if (cause instanceof UserError) return cause;
  const words = wordsOf(cause);
  const found = ADVICE.find(([code]) => code.test(words));
  if (found === undefined) return cause;
  return new UserError(found[1].what, { where: file, hint: found[1].hint, cause });
}

/** Runs one storage action; its trouble comes out as a `UserError` where a person can mend it. */
export function guarded<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    throw toLedgerTrouble(cause, file);
  }
}
