import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder, whether run from `src/` or from `dist/`. */
export function packageFolder(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'package.json'))) at = dirname(at);
  return at;
}

/** The knowledge that ships with the package. */
export const dataFolder = (): string => join(packageFolder(), 'data');

/** The trained weights that ship with the package. */
export const modelsFolder = (): string => join(packageFolder(), 'models');
