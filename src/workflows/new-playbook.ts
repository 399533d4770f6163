import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { dataFolder } from '../playbook/data-folder.ts';

export interface NewPlaybook {
  readonly id: string;
  readonly sides: readonly [string, string];
}

/**
 * Writes a small playbook to begin from (`data/new-playbook` with the names filled in); it passes its own check.
 * @returns the files written.
 * @throws UserError where the folder is taken or the name is none.
 */
export function newPlaybook(folder: string, { id, sides }: NewPlaybook): readonly string[] {
  if (existsSync(join(folder, 'playbook.yml'))) {
    throw new UserError('there is a playbook already', { where: folder, hint: 'Choose another folder.' });
  }
  if (!/^[a-z][a-z0-9-]*$/u.test(id)) {
    throw new UserError(`"${id}" is no name for a playbook`, { hint: 'Small letters, digits and dashes.' });
  }
  mkdirSync(folder, { recursive: true });
  const pattern = join(dataFolder(), 'new-playbook');
  return readdirSync(pattern).map((name) => {
    const text = readFileSync(join(pattern, name), 'utf8');
    const file = join(folder, name);
    writeFileSync(
      file,
      text.replaceAll('new-theatre', id).replaceAll('side-one', sides[0]).replaceAll('side-two', sides[1]),
    );
    return file;
  });
}
