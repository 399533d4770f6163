import type { Command } from 'commander';
import type { Claim } from '../../model/claim.ts';
import { MOVE_TYPES, STATUSES } from '../../model/move-type.ts';
import { UserError } from '../../model/user-error.ts';
import { listClaims } from '../../workflows/list-claims.ts';
import type { ClaimFilter, ClaimRow } from '../../workflows/list-claims.ts';
import { listReports } from '../../workflows/list-reports.ts';
import { listStrangers } from '../../workflows/list-strangers.ts';
import type { Door } from '../door.ts';
import { toTable } from '../table.ts';

interface Options extends ClaimFilter {
  readonly knownAt?: string;
}

const day = (claim: Claim): string => {
  const { from, until } = claim.when ?? {};
  if (from === undefined) return until === undefined ? '' : `…${until}`;
  return until === undefined || until === from ? from : `${from}…${until}`;
};

const sides = (parties: Claim['actors']): string =>
  parties.map((party) => party.actorId ?? party.sideId ?? '?').join('+');

function kindCell(claim: Claim): string {
  switch (claim.kind) {
    case 'move':
      return claim.act ?? claim.type;
    case 'condition':
      return claim.connective;
    case 'statement':
      return claim.form;
    default:
      return claim.kind;
  }
}

const toRow = ({ claim, words }: ClaimRow): readonly string[] => [
  claim.id.slice(0, 14),
  day(claim),
  sides(claim.actors),
  kindCell(claim),
  claim.kind === 'statement' ? '' : claim.status,
  sides(claim.targets),
  words,
];

const HEAD = ['id', 'when', 'actor', 'what', 'status', 'target', 'words'];

function checkFilter({ status }: Options): void {
  if (status !== undefined && !STATUSES.some((known) => known === status)) {
    throw new UserError(`--status: "${status}" is none`, { hint: `One of: ${STATUSES.join(', ')}.` });
  }
}

function list(kind: Claim['kind'], options: Options, door: Door): Promise<void> {
  checkFilter(options);
  return door.within({ mustExist: true }, (session) => {
    const rows = listClaims(session, { ...options, kind });
    if (door.isJson()) rows.forEach((row) => door.json(row));
    else if (rows.length === 0) door.terminal.line('Nothing found. Fewer filters find more.');
    else
      for (const line of toTable([HEAD, ...rows.map(toRow)], door.terminal.width)) door.terminal.line(line);
  });
}

function registerClaims(program: Command, door: Door, name: string, kind: Claim['kind']): void {
  program
    .command(name)
    .description(`${name} that the reports tell of`)
    .option('--actor <id>', 'who: an actor id of data/actors, or words of a name')
    .option('--target <id>', 'to whom')
    .option(
      '--type <type>',
      kind === 'move' ? `one of ${MOVE_TYPES.join(', ')}, or an act such as weapons-test` : 'kind within',
    )
    .option('--status <status>', STATUSES.join(', '))
    .option('--from <day>', 'not before this day (2021-03-25, 2021-03 or 2021)')
    .option('--until <day>', 'not after this day')
    .option('--report <id>', 'only from this report')
    .option('--known-at <day>', 'only what was known by the end of this day')
    .addHelpText('after', `\nExample: demarche ${name} --from 2021-03-20 --json`)
    .action((options: Options) => list(kind, options, door));
}

function showReports(door: Door, knownAt: string | undefined): Promise<void> {
  return door.within({ mustExist: true }, (session) => {
    const rows = listReports(session, knownAt === undefined ? {} : { knownAt });
    if (door.isJson()) {
      rows.forEach((row) => door.json(row));
      return;
    }
    const cells = rows.map(({ report, originId, how, claims }) => [
      report.id.slice(0, 15),
      `${report.publishedAt?.at.slice(0, 16) ?? 'unknown'}${report.publishedAt?.certainty === 'implied' ? ' (implied)' : ''}`,
      report.outlet ?? '',
      originId.slice(7, 13),
      how,
      String(claims),
      report.title ?? report.text.slice(0, 60),
    ]);
    const head = ['id', 'published', 'outlet', 'origin', 'copy', 'claims', 'title'];
    for (const line of toTable([head, ...cells], door.terminal.width)) door.terminal.line(line);
  });
}

function showStrangers(door: Door, knownAt: string | undefined): Promise<void> {
  return door.within({ mustExist: true }, (session) => {
    const rows = listStrangers(session, knownAt === undefined ? {} : { knownAt });
    if (door.isJson()) rows.forEach((row) => door.json(row));
    else if (rows.length === 0) door.terminal.line('Every person named is in the lists.');
    else {
      const cells = rows.map(({ stranger, merge, entryId }) => [
        stranger.id,
        stranger.officeIds.join(' ') || (stranger.sideId ?? ''),
        String(stranger.reportIds.length),
        merge === undefined ? '' : `${merge.personId} (${merge.rule}, ${merge.likeness.toFixed(2)})`,
        entryId?.slice(0, 14) ?? '',
      ]);
      const head = ['id', 'office or side', 'reports', 'is', 'entry'];
      for (const line of toTable([head, ...cells], door.terminal.width)) door.terminal.line(line);
    }
  });
}

function registerStrangers(program: Command, door: Door): void {
  program
    .command('strangers')
    .description('persons of the reports whom no list knows, and who they are taken for')
    .option('--known-at <day>', 'only what was known by the end of this day')
    .addHelpText(
      'after',
      '\nWho is taken for another wrongly: demarche review undo ENTRY.\nWho is another under two names: demarche review merge new:a@usa new:b@usa',
    )
    .action(({ knownAt }: { readonly knownAt?: string }) => showStrangers(door, knownAt));
}

/** `demarche reports | moves | statements | conditions | …` */
export function registerLists(program: Command, door: Door): void {
  program
    .command('reports')
    .description('the reports read, each with its origin')
    .option('--known-at <day>', 'only what was known by the end of this day')
    .action((options: { readonly knownAt?: string }) => showReports(door, options.knownAt));
  registerStrangers(program, door);
  registerClaims(program, door, 'moves', 'move');
  registerClaims(program, door, 'statements', 'statement');
  registerClaims(program, door, 'conditions', 'condition');
}
