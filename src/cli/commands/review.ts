import { isCancel, select, text } from '@clack/prompts';
import type { Command } from 'commander';
import type { Correction } from '../../model/ledger.ts';
import { UserError } from '../../model/user-error.ts';
import { recordCorrection } from '../../workflows/record-correction.ts';
import { getId, listGoldCases, listReview } from '../../workflows/review.ts';
import type { ReviewItem } from '../../workflows/review.ts';
import type { Session } from '../../workflows/session.ts';
import { writeOut } from '../../workflows/write-out.ts';
import type { Door } from '../door.ts';

interface Options {
  readonly analyst: string;
  readonly reason?: string;
  readonly set?: readonly string[];
}

function toChanges(pairs: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1)
        throw new UserError(`--set: "${pair}" is no field=value`, { hint: 'Write --set status=denied.' });
      const value = pair.slice(at + 1);
      return [pair.slice(0, at), /^(?:[\d{["-]|true$|false$)/u.test(value) ? toValue(value) : value];
    }),
  );
}

function toValue(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return words;
  }
}

function toCorrection(
  act: Correction['act'],
  ids: readonly string[],
  { reason, set = [] }: Options,
): Correction {
  const because = reason === undefined ? {} : { reason };
  const [first] = ids;
  switch (act) {
    case 'accept':
    case 'reject':
      return { act, targetId: first, ...because };
    case 'correct':
      if (set.length === 0)
        throw new UserError('nothing to correct', { hint: 'Give --set field=value, once or more.' });
      return { act, targetId: first, changes: toChanges(set), ...because };
    case 'merge':
    case 'split':
      return { act, targetIds: ids, ...because };
    case 'undo':
      return { act, entryId: first, ...because };
  }
}

function decide(session: Session, correction: Correction, analyst: string, door: Door): void {
  const entry = recordCorrection(session, session.state(), correction, { analyst, now: door.effects.now() });
  if (door.isJson()) door.json(entry);
  else door.terminal.line(`Taken down as ${entry.id}. Take it back with: demarche review undo ${entry.id}`);
}

function showQueue(items: readonly ReviewItem[], door: Door): void {
  const { terminal } = door;
  if (items.length === 0) terminal.line('Nothing waits for review.');
  for (const { id, why, words } of items) {
    terminal.line(`${terminal.paint.bold(id)}  ${why}`);
    for (const one of words) terminal.line(`    ${one.replaceAll('\n', ' ').slice(0, terminal.width - 6)}`);
  }
}

const CHOICES = {
  claim: ['accept', 'reject', 'correct a field'],
  move: ['accept', 'reject', 'correct a field', 'split'],
  utterance: ['accept', 'reject', 'split'],
  person: ['accept', 'reject'],
} as const;

const QUESTIONS = {
  claim: 'Is it read rightly?',
  move: 'Is it one deed, and read rightly?',
  utterance: 'Is it one utterance?',
  person: 'Are they one person?',
} as const;

/** What a person chooses for an item; undefined for a stop, null to leave it for later. */
async function choose(item: ReviewItem): Promise<Correction | null | undefined> {
  const options = [...CHOICES[item.kind], 'skip', 'stop'] as const;
  const act = await select({
    message: QUESTIONS[item.kind],
    options: options.map((value) => ({ value, label: value })),
  });
  if (isCancel(act) || act === 'stop') return undefined;
  if (act === 'skip') return null;
  if (act === 'accept' || act === 'reject') return { act, targetId: item.id };
  if (act === 'split') return { act, targetIds: [item.id] };
  const pair = await text({ message: 'field=value', placeholder: 'status=denied' });
  return isCancel(pair) ? undefined : { act: 'correct', targetId: item.id, changes: toChanges([pair]) };
}

/** A slip of the pen is said, and the item asked about again. */
async function askFor(item: ReviewItem, session: Session, analyst: string, door: Door): Promise<boolean> {
  showQueue([item], door);
  for (;;) {
    try {
      const correction = await choose(item);
      if (correction) decide(session, correction, analyst, door);
      return correction !== undefined;
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
      door.terminal.error(`${cause.message}. ${cause.hint ?? ''}`);
    }
  }
}

async function work(session: Session, options: Options, door: Door): Promise<void> {
  const items = listReview(session, session.state());
  if (door.isJson()) items.forEach((item) => door.json(item));
  else if (!process.stdin.isTTY || !process.stdout.isTTY) showQueue(items, door);
  else for (const item of items) if (!(await askFor(item, session, options.analyst, door))) return;
}

const ACTS = [
  ['accept', '<id>', 'say that a claim, move or utterance is read rightly'],
  ['reject', '<id>', 'say that it is not'],
  ['correct', '<id>', 'change fields of a claim or move (--set field=value)'],
  ['merge', '<ids...>', 'these are one: moves, utterances, origins, or claims and reports of them'],
  [
    'split',
    '<ids...>',
    'take claims or reports out of their move, utterance or origin; its own id takes it all apart',
  ],
  ['undo', '<id>', 'take back an earlier decision, by the id of its entry'],
] as const;

/** `demarche review` and what is decided there. */
export function registerReview(program: Command, door: Door): void {
  const review = program
    .command('review')
    .description(
      'look at what is doubtful, and accept, reject, correct, merge or split it; every decision is kept',
    )
    .option('--analyst <name>', 'who decides', 'analyst')
    .addHelpText(
      'after',
      '\nExamples:\n  demarche review\n  demarche review correct claim-3f2a --set status=denied\n  demarche review correct move-1a --set happenedOn=2021-03-21 --set actorIds=kor,usa --set count=2\n  demarche review merge move-1a move-2b',
    )
    .action((options: Options) =>
      door.within({ mustExist: true }, (session) => work(session, options, door)),
    );
  for (const [act, argument, description] of ACTS) {
    review
      .command(act)
      .description(description)
      .argument(argument)
      .option('--reason <words>', 'why')
      .option('--set <field=value...>', 'field and its new value')
      .action((given: string | readonly string[], options: Options) =>
        door.within({ mustExist: true }, (session) => {
          const state = session.state();
          const ids = [given].flat().map((id) => getId(session, state, id));
          const { analyst } = review.opts<Options>();
          decide(session, toCorrection(act, ids, options), analyst, door);
        }),
      );
  }
  review
    .command('export')
    .description('every decision as a gold case, one JSON object a line')
    .option('--out <file>', 'write to this file')
    .action(({ out }: { readonly out?: string }) =>
      door.within({ mustExist: true }, (session) => {
        const cases = listGoldCases(session);
        if (out === undefined) cases.forEach((one) => door.json(one));
        else writeOut(out, cases.map((one) => `${JSON.stringify(one)}\n`).join(''));
      }),
    );
}
