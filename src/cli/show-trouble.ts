import type { UserError } from '../model/user-error.ts';
import type { Terminal } from './terminal.ts';

/** `ladder.yml:12: rung "talk" is used twice` and, below it, what to do. */
export function showTrouble(error: UserError, terminal: Terminal): void {
  const { red, dim } = terminal.paintError;
  const place = error.where === undefined ? '' : `${error.where}: `;
  terminal.error(red(`${place}${error.message}`));
  if (error.hint !== undefined) terminal.error(dim(error.hint));
}
