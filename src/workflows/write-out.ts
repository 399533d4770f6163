import { writeFileSync } from 'node:fs';
import { UserError } from '../model/user-error.ts';

/** Writes a file that the user asked for. */
export function writeOut(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (cause) {
    throw new UserError('the file cannot be written', {
      where: file,
      hint: 'Does the folder exist, and may you write there?',
      cause,
    });
  }
}
