import { join } from 'node:path';
import { packageFolder } from '../playbook/data-folder.ts';

/** Folder of the built page. */
export const boardPage = (): string => join(packageFolder(), 'web', 'dist');
