import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

/**
 * Compares a text with the file that holds it. `npm run replays:update` writes the files anew;
 * then `git diff` shows what a change of rules did.
 */
export function expectReplay(folder: string, name: string, text: string): void {
  const file = join(import.meta.dirname, folder, `${name}.txt`);
  if (process.env.UPDATE_REPLAYS === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : 'no such file: npm run replays:update').toBe(text);
}
