import { extname } from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../../model/user-error.ts';
import { briefOf, renderBrief } from '../../workflows/brief.ts';
import type { BriefFormat } from '../../workflows/brief.ts';
import { writeOut } from '../../workflows/write-out.ts';
import type { SituationQuestion } from '../../workflows/situation.ts';
import type { Door } from '../door.ts';
import { showBrief } from '../show-brief.ts';

interface Options extends SituationQuestion {
  readonly out?: string;
}

function formatOf(file: string): BriefFormat {
  const extension = extname(file).toLowerCase();
  if (extension === '.md') return 'markdown';
  if (extension === '.html' || extension === '.htm') return 'html';
  throw new UserError(`--out: "${file}" ends neither in .md nor in .html`, {
    hint: 'Choose one: --out brief.html',
  });
}

/** `demarche brief --out FILE.(md|html)` */
export function registerBrief(program: Command, door: Door): void {
  program
    .command('brief')
    .description(
      'the situation in sentences with numbered evidence, as Markdown or as one self-contained page',
    )
    .option('--out <file>', 'file to write, .md or .html; without it, the terminal')
    .option('--valid-at <day>', 'as it held on this day (default: --known-at)')
    .option('--known-at <day>', 'from what was known by the end of this day (default: the newest report)')
    .option('--law-at <day>', 'under the law of this day')
    .addHelpText('after', '\nExample: demarche brief --known-at 2021-03-27 --out brief.html')
    .action(({ out, ...question }: Options) => {
      const format = out === undefined ? undefined : formatOf(out);
      return door.within({ mustExist: true }, (session) => {
        const page = briefOf(session, question);
        if (out !== undefined && format !== undefined) writeOut(out, renderBrief(page, format));
        if (door.isJson()) door.json(page);
        else if (out === undefined) showBrief(page, door.terminal);
        else door.terminal.line(`Wrote ${out}`);
      });
    });
}
