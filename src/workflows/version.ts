import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageFolder } from '../playbook/data-folder.ts';

const Manifest = z.object({ version: z.string() });

/** Version of this Demarche, from package.json. */
export function loadVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8'));
  return Manifest.parse(manifest).version;
}
