import type { Command } from 'commander';
import { explainRow } from '../../workflows/explain-row.ts';
import { explain } from '../../workflows/why.ts';
import type { SituationQuestion } from '../../workflows/situation.ts';
import type { Door } from '../door.ts';
import { showWhy } from '../show-why.ts';

/** `demarche why ID` */
export function registerWhy(program: Command, door: Door): void {
  program
    .command('why')
    .description('the chain behind anything shown: conclusion → rule → claims → the words, in their sentence')
    .argument(
      '<id>',
      'id of a line, move, claim, statement, fact or rule; its first letters are enough; or of an imported row',
    )
    .option('--valid-at <day>', 'day of the situation that the line belongs to')
    .option('--known-at <day>', 'as known by the end of this day')
    .option('--law-at <day>', 'under the law of this day')
    .addHelpText('after', '\nExample: demarche why claim-3f2a --json\n         demarche why gdelt:410412347')
    .action((id: string, question: SituationQuestion) =>
      door.within({ mustExist: true }, async (session) => {
        const node = (await explainRow(session, id, question)) ?? explain(session, id, question);
        if (door.isJson()) door.json(node);
        else showWhy(node, door.terminal);
      }),
    );
}
