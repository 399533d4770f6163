import type {
  AttributionLine, BargainLine, ChannelLine, ConsultationLine, KnownMove, LadderLine, LegalFinding, LeverLine, MoratoriumLine,
  OutlookLine, PauseLine, PostureLine, ProcessLine, ProgrammeLine, SanctionLine, Situation,
} from '../../model/situation.ts'; // prettier-ignore
import { sayMove } from './say-move.ts';
import type { Names } from './words.ts';
import { capitalised, plain, sayActors, sayCount, sayDay, sayList, sayWhen } from './words.ts';

/** What lines are put into words with. */
export interface Saying {
  readonly names: Names;
  readonly moves: ReadonlyMap<string, KnownMove>;
}

export const toSaying = (situation: Situation, names: Names): Saying => ({
  names,
  moves: new Map(situation.moves.map((move) => [move.id, move])),
});

const since = (day: string | undefined): string => (day === undefined ? '' : ` since ${sayDay(day)}`);

export function sayLadder(line: LadderLine, { names }: Saying): string {
  const falls =
    line.fallsOn === undefined ? '' : `; falls on ${sayDay(line.fallsOn)} if nothing else happens`;
  return `${names.entry(line.pair)}: ${names.entry(line.rung)} (${line.level}), ${line.direction}${since(line.since)}${falls}`;
}

const VERDICTS: Readonly<Record<LegalFinding['verdict'], string>> = {
  violates: 'violates',
  'not-covered': 'is not covered by any rule in force',
  disputed: 'is disputed under',
  'not-yet-in-force': 'broke no rule then in force; later ones cover it:',
};

export function sayLegal(line: LegalFinding, { names, moves }: Saying): string {
  const move = moves.get(line.moveId);
  const deed = move === undefined ? 'An act' : sayMove(move, names);
  const clauses = line.trace.filter(({ outcome }) => outcome === 'violated' || outcome === 'disputed');
  const rules =
    line.verdict === 'not-covered' ? '' : ` ${sayList(clauses.map(({ clause }) => names.entry(clause)))}`;
  const said = [
    ['law:', line.legalSaid],
    ['security:', line.securitySaid],
    ['expectedness:', line.expectedSaid],
  ] as const;
  const words = said.flatMap(([head, list]) =>
    list.map(
      ({ by, value }) => `${head} ${plain(value)} (${sayActors(by, names, 'a source without a name')})`,
    ),
  );
  return `${deed}: ${VERDICTS[line.verdict]}${rules}${words.length > 0 ? `. Said of it: ${[...new Set(words)].join('; ')}` : ''}`;
}

export function sayChannel(line: ChannelLine, { names }: Saying): string {
  const last = line.lastContact === undefined ? '' : `; last contact ${sayDay(line.lastContact)}`;
  const days = line.daysWithout === undefined ? '' : `, ${sayCount(line.daysWithout, 'day')} without`;
  const tries =
    line.attempts > 0 ? `; ${sayCount(line.attempts, 'attempt')}, ${sayCount(line.refusals, 'refusal')}` : '';
  const differ =
    line.disagreement.length > 1
      ? `; reports differ: ${sayList(line.disagreement.map(({ value }) => plain(value)))}`
      : '';
  return `${names.entry(line.channel)}: ${plain(line.state)}${since(line.since)}${last}${days}${tries}${differ}`;
}

export function sayProgramme(line: ProgrammeLine, { names }: Saying): string {
  const ago = line.daysSince === undefined ? '' : ` (${sayCount(line.daysSince, 'day')} before)`;
  const stages = [
    line.pledgedOn === undefined ? '' : `pledged ${sayDay(line.pledgedOn)}`,
    line.shownOn === undefined ? '' : `shown ${sayDay(line.shownOn)}`,
    line.testedOn === undefined ? 'no test on record' : `last tested ${sayDay(line.testedOn)}${ago}`,
  ].filter((words) => words !== '');
  return `${names.entry(line.programme)}: ${stages.join(', ')}; ${sayCount(line.testsLastYear, 'test')} in the year before`;
}

export function sayPause(line: PauseLine, { names }: Saying): string {
  const what = line.classId === undefined ? plain(line.act ?? 'act') : names.entry(line.classId);
  const held =
    line.overtakenBy === undefined
      ? 'still stands'
      : `overtaken${line.heldUntil ? ` on ${sayDay(line.heldUntil)}` : ''}`;
  const against =
    line.against.length > 0 ? `; ${sayCount(line.against.length, 'recorded move')} against its wording` : '';
  return `Reported: no ${what} by ${sayActors(line.by, names)}${since(line.since)} (${held}${against})`;
}

const MORATORIUM: Readonly<Record<MoratoriumLine['state'], string>> = {
  kept: 'kept',
  broken: 'broken',
  ended: "over, by its holder's own word",
  none: 'not declared',
};

export function sayMoratorium(line: MoratoriumLine, { names }: Saying): string {
  const declared = line.since === undefined ? '' : `, declared on ${sayDay(line.since)}`;
  const broken = line.brokenOn === undefined ? '' : `, broken on ${sayDay(line.brokenOn)}`;
  return `${names.entry(line.moratorium)}: ${MORATORIUM[line.state]}${declared}${broken}`;
}

export const saySanction = (line: SanctionLine, { names }: Saying): string =>
  `Sanctions ${line.act}${line.status === 'actual' ? '' : ` (${line.status})`} by ${sayActors(line.by, names)}${line.to.length > 0 ? `, on ${sayActors(line.to, names)}` : ''} ${sayWhen(line.when)}`.trim();

export function sayBargain(line: BargainLine, { names }: Saying): string {
  const name = line.bargain === undefined ? 'A condition told of' : names.entry(line.bargain);
  const who = line.holder === undefined ? '' : ` (${names.actor(line.holder)}${line.partner === undefined || line.partner === line.holder ? '' : ` to ${names.actor(line.partner)}`})`;
  const terms = line.terms.map(({ term, by, gift, state }) => `${names.entry(term).replace(/\.$/u, '')}: ${state}, owed by ${names.actor(by)}${gift.length > 0 ? `, in the gift of ${sayActors(gift, names)}` : ''}`);
  return `${name}${who}: ${line.state}; ${plain(line.evidentiality)} (“${plain(line.connective)}”)${terms.length > 0 ? `. ${capitalised(terms.join('; '))}` : ''}`;
} // prettier-ignore

export const sayPosture = (line: PostureLine, { names }: Saying): string =>
  `${names.entry(line.exercise)}: ${plain(line.state)}${line.running ? ', running now' : ''}${since(line.since)}`;

export const sayProcess = (line: ProcessLine, { names }: Saying): string =>
  `${names.entry(line.process)} (${names.actor(line.owner)}): ${plain(line.state)}${line.begun ? `, begun ${sayDay(line.begun)}` : ''}${line.due ? `, due ${sayDay(line.due)}` : ''}${line.completed ? `, completed ${sayDay(line.completed)}` : ''}`;

export const sayConsultation = (line: ConsultationLine, { names }: Saying): string =>
  `${sayActors(line.sides, names)}: consultation ${line.phase} ${sayWhen(line.when)}`.trim();

export const sayAttribution = (line: AttributionLine, { names }: Saying): string =>
  `${capitalised(sayActors(line.assessor, names, 'the report itself'))} on ${plain(line.dimension)}: ${line.polarity}${line.certitude ? ` (${line.certitude})` : ''}`;

export const sayOutlook = (line: OutlookLine, { names }: Saying): string =>
  `${line.outlook === undefined ? capitalised(plain(line.mood ?? 'outlook')) : names.entry(line.outlook)}: ${plain(line.state)}${line.due ? `, due ${sayDay(line.due)}` : ''}${line.resolvedOn ? `, resolved ${sayDay(line.resolvedOn)}` : ''}`;

export const sayLever = (line: LeverLine, { names }: Saying): string =>
  `${capitalised(names.entry(line.lever))} (${sayActors(line.holder, names)}): ${line.stances.length > 0 ? line.stances.map(({ by, value }) => `${value}, ${sayActors(by, names, 'the report')}`).join('; ') : 'named'}${line.lastUsed ? `; last used ${sayDay(line.lastUsed)}` : ''}`;
