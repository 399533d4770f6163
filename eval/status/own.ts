import { join } from 'node:path';
import { z } from 'zod';
import type { StatusLexicon } from '../../src/model/lexicon-status.ts';
import { STATUSES } from '../../src/model/move-type.ts';
import { loadYaml } from '../../src/playbook/load-yaml.ts';
import type { Marker } from '../../src/playbook/marker.ts';
import { statusOf } from '../../src/stages/extract/status/status-of.ts';
import { toTree } from '../../src/stages/extract/syntax/tree.ts';
import { mark } from '../../src/stages/mark/mark.ts';
import { macroF1 } from './figures.ts';
import { deedToken } from './judged.ts';
import { windowStatus } from './window-rule.ts';

const schema = z.array(z.strictObject({ status: z.enum(STATUSES), text: z.string().regex(/\[[^\]]+\]/u) }));

export interface OwnScore {
  readonly rows: number;
  readonly macroF1: number;
  readonly windowF1: number;
  readonly accuracy: number;
  readonly wrong: readonly string[];
}

/** Scores one part of our own set of headlines and news sentences. */
export function scoreOwn(
  folder: string,
  part: 'dev' | 'test',
  marker: Marker,
  lexicon: StatusLexicon,
): OwnScore {
  const rows = loadYaml(join(folder, `${part}.yml`), schema);
  const guesses = rows.map(({ text }) => {
    const start = text.indexOf('[');
    const tree = toTree(mark(text.replace(/[[\]]/gu, ''), marker));
    const token = deedToken(tree.marks, start, text.indexOf(']') - 1);
    return { ours: statusOf(tree, token, lexicon), window: windowStatus(tree.marks, token) };
  });
  const gold = rows.map((row) => row.status);
  const right = guesses.filter((guess, i) => guess.ours.status === gold[i]).length;
  return {
    rows: rows.length,
    macroF1: macroF1(
      gold,
      guesses.map((guess) => guess.ours.status),
    ),
    windowF1: macroF1(
      gold,
      guesses.map((guess) => guess.window),
    ),
    accuracy: right / Math.max(1, rows.length),
    wrong: rows.flatMap((row, i) => {
      const { status, path } = guesses[i].ours;
      return status === row.status
        ? []
        : [`${row.status} read as ${status} (${path.join(' ')}): ${row.text}`];
    }),
  };
}
