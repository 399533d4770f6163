import type { Command } from 'commander';
import { drawReliability } from '../../workflows/draw-reliability.ts';
import { score } from '../../workflows/score.ts';
import type { SourceScore } from '../../workflows/score.ts';
import { writeOut } from '../../workflows/write-out.ts';
import type { Door } from '../door.ts';
import { toTable } from '../table.ts';

interface Options {
  readonly out?: string;
}

const HEAD = [
  'whose',
  'name',
  'scored',
  'Brier',
  'reliability',
  'resolution',
  'uncertainty',
  'log',
  'skill',
  'open',
  'void',
];

/** Below so many, a skill says nothing and is not shown. */
const FEW = 20;

function toRow({ kind, name, score: found, skill, open, void: lost }: SourceScore): readonly string[] {
  const numbers = [found.brier, found.reliability, found.resolution, found.uncertainty, found.logScore];
  const shown = found.count === 0 ? numbers.map(() => '') : numbers.map((value) => value.toFixed(3));
  const gain = skill === undefined || found.count < FEW ? '' : `${(100 * skill).toFixed(1)} %`;
  return [kind, name, String(found.count), ...shown, gain, String(open), String(lost)];
}

/** `demarche score --out FILE.svg` */
export function registerScore(program: Command, door: Door): void {
  program
    .command('score')
    .description('how good our own forecasts and the outlooks of reports turned out')
    .option('--out <file>', 'also draw the reliability diagram, as SVG')
    .addHelpText('after', '\nExample: demarche score --out reliability.svg')
    .action(({ out }: Options) =>
      door.within({ mustExist: true }, (session) => {
        const board = score(session, door.effects);
        if (out !== undefined) writeOut(out, drawReliability(board.sources));
        if (door.isJson()) board.sources.forEach((each) => door.json(each));
        else if (board.sources.length === 0)
          door.terminal.line('No forecast and no outlook is recorded yet.');
        else {
          for (const line of toTable(
            [HEAD, ...board.sources.map(toRow)],
            Math.max(door.terminal.width, 130),
          )) {
            door.terminal.line(line);
          }
        }
        if (out !== undefined && !door.isJson()) door.terminal.line(`Wrote ${out}`);
      }),
    );
}
