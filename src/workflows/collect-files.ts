import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { UserError } from '../model/user-error.ts';
import { FILE_LIMIT, READABLE } from '../stages/read/read.ts';

/** A file to read, and how to get its bytes. */
export interface SourceFile {
  /** As the user gave it, or as found below the folder he gave. */
  readonly where: string;
  /** @throws UserError when it is too large or cannot be read. */
  bytes(): Uint8Array;
}

function loadBytes(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size > FILE_LIMIT) {
      throw new UserError(
        `the file has ${Math.round(size / 1024 / 1024)} MB; the limit is ${FILE_LIMIT / 1024 / 1024} MB`,
        {
          where: file,
          hint: 'Split it, for instance into .jsonl files of some thousand reports each.',
        },
      );
    }
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError('the file cannot be read', { where: file, hint: 'May you read it?', cause });
  }
}

const fileOf = (where: string): SourceFile => ({ where, bytes: () => loadBytes(where) });

/** Reports of a folder; its own README is about them, not one of them. */
async function listFolder(folder: string): Promise<readonly SourceFile[]> {
  const found = await glob(`**/*.{${READABLE.join(',')}}`, {
    cwd: folder,
    dot: false,
    caseSensitiveMatch: false,
  });
  const names = found.filter((name) => !/(^|\/)readme\.(md|txt)$/iu.test(name)).sort();
  if (names.length === 0) {
    throw new UserError('no reports in this folder', {
      where: folder,
      hint: `Looked for files ending in ${READABLE.map((extension) => `.${extension}`).join(', ')}.`,
    });
  }
  return names.map((name) => fileOf(join(folder, name)));
}

async function listPattern(pattern: string): Promise<readonly SourceFile[]> {
  const found = await glob(pattern, { dot: false, absolute: false });
  if (found.length === 0) {
    throw new UserError('no file fits this pattern', { where: pattern, hint: 'Try it with ls first.' });
  }
  return found.sort().map(fileOf);
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  return stats.isDirectory() ? 'folder' : 'file';
}

async function listPath(path: string, standardInput: () => Uint8Array): Promise<readonly SourceFile[]> {
  if (path === '-') return [{ where: '-', bytes: standardInput }];
  const kind = kindOf(path);
  if (kind === 'folder') return listFolder(path);
  if (kind === 'file') return [fileOf(path)];
  if (isDynamicPattern(path)) return listPattern(path);
  throw new UserError('there is no such file or folder', {
    where: path,
    hint: 'Check the path, or quote a pattern: "news/*.html"',
  });
}

/**
 * The files that these paths mean: files, folders (searched deep), glob patterns, `-` for standard input.
 * @throws UserError for a path that leads nowhere or a folder without reports.
 */
export async function collectFiles(
  paths: readonly string[],
  standardInput: () => Uint8Array,
): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  for (const path of paths) files.push(...(await listPath(path, standardInput)));
  return files;
}
