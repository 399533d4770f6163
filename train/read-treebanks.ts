import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../src/model/user-error.ts';
import { readConllu } from './read-conllu.ts';
import type { Sentence } from './read-conllu.ts';

const OWN = fileURLToPath(new URL('own/', import.meta.url));

/** Where the treebanks lie: the folder beside the checkout. */
export const TREEBANKS = fileURLToPath(new URL('../../shared/ud', import.meta.url));

export const hasTreebanks = (folder: string = TREEBANKS): boolean =>
  existsSync(join(folder, 'en_ewt-ud-train.conllu.gz'));

const TRAIN = ['en_ewt-ud-train.conllu.gz', 'en_gum-open-train.conllu.gz'];
const DEV = ['en_ewt-ud-dev.conllu.gz', 'en_gum-ud-dev.conllu.gz'];
const LONGEST = 150;

/** Our own annotated sentences; `test` is for reporting only. */
export const readOwn = (part: 'train' | 'dev' | 'test'): readonly Sentence[] =>
  readConllu(join(OWN, `${part}.conllu`));

/** The training parts of the two treebanks, without sentences of more than 150 tokens. */
export const readTreebanks = (folder: string): readonly Sentence[] => {
  if (!hasTreebanks(folder)) {
    throw new UserError('The treebanks are not here.', {
      where: folder,
      hint: 'Give their folder with --data.',
    });
  }
  return TRAIN.flatMap((file) => readConllu(join(folder, file))).filter(({ form }) => form.length <= LONGEST);
};

/** Sentences to calibrate on. Test parts are never read in training. */
export const readDev = (folder: string): readonly Sentence[] => [
  ...DEV.flatMap((file) => readConllu(join(folder, file))),
  ...readOwn('dev'),
];
