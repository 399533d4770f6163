import type {
  BargainLine, Because, ChannelLine, ConsultationLine, LadderLine, LegalFinding, MoratoriumLine, OutlookLine, PauseLine, PostureLine,
  ProcessLine, ProgrammeLine, SanctionLine, Situation,
} from '../model/situation.ts'; // prettier-ignore
import { quote } from '../model/span.ts';
import type { Names } from '../stages/brief/words.ts';
import { capitalised, plain } from '../stages/brief/words.ts';
import { namesOf } from './names.ts';
import { sayTest } from './say-test.ts';
import type { ClaimIndex } from '../stages/situate/claim-index.ts';
import { prepare } from '../stages/situate/situate.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

type Bare<L> = Omit<L, 'because'>;

/** The first lines of a part, and how many there are. */
export interface Some<L> {
  readonly total: number;
  readonly lines: readonly Bare<L>[];
}

/** A bargain with what it says and what would set it off. */
export interface BargainAtGlance extends Bare<BargainLine> {
  readonly says: string;
  /** What would set it off, meet it or break it, for people. */
  readonly triggers: readonly { readonly effect: string; readonly by: string }[];
}

export interface OutlookAtGlance extends Bare<OutlookLine> {
  readonly says: string;
}

/** What the first page shows of a situation: short enough to be sent at each step of a slider. */
export interface Glance {
  readonly validAt: string;
  readonly knownAt: string;
  readonly ladder: readonly Bare<LadderLine>[];
  readonly weaponsActs: Some<LegalFinding>;
  readonly pauses: Some<PauseLine>;
  readonly programmes: readonly Bare<ProgrammeLine>[];
  readonly moratoria: readonly Bare<MoratoriumLine>[];
  readonly channels: readonly Bare<ChannelLine>[];
  readonly consultations: Some<ConsultationLine>;
  readonly sanctions: Readonly<Record<SanctionLine['act'], Some<SanctionLine>>>;
  readonly bargains: { readonly total: number; readonly lines: readonly BargainAtGlance[] };
  readonly processes: readonly Bare<ProcessLine>[];
  readonly outlooks: { readonly total: number; readonly lines: readonly OutlookAtGlance[] };
  readonly posture: readonly Bare<PostureLine>[];
}

const FEW = 12;
const SOME = 24;

function bare<L extends { readonly because: Because }>(line: L): Bare<L> {
  const rest: Bare<L> = { ...line };
  Reflect.deleteProperty(rest, 'because');
  return rest;
}

const some = <L extends { readonly because: Because }>(lines: readonly L[], most = FEW): Some<L> => ({
  total: lines.length,
  lines: lines.slice(0, most).map(bare),
});

const whenOf = (line: { readonly when?: { readonly from?: string } }): string => line.when?.from ?? '';

const newestFirst = <L extends { readonly when?: { readonly from?: string } }>(lines: readonly L[]): readonly L[] =>
  [...lines].sort((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1)); // prettier-ignore

function sanctionsOf({ sanctions }: Situation): Glance['sanctions'] {
  const ofAct = (act: SanctionLine['act']): Some<SanctionLine> =>
    some(newestFirst(sanctions.filter((line) => line.act === act)));
  return {
    imposed: ofAct('imposed'),
    enforced: ofAct('enforced'),
    evaded: ofAct('evaded'),
    eased: ofAct('eased'),
    lifted: ofAct('lifted'),
  };
}

const LONGEST = 220;
/** The link itself is named before the words. */
const LEAD = /^(if|unless|as long as|so long as|until|provided|in exchange for)\s+/iu;

const shorten = (words: string): string => {
  const one = words.replace(/\s+/gu, ' ').replace(/^[\s,;:.–—-]+/u, '').trim();
  return one.length > LONGEST ? `${one.slice(0, LONGEST - 1)}…` : one;
}; // prettier-ignore

/** The words of the first of these claims that is in the state. */
function wordsOf(claims: ClaimIndex, ids: readonly string[]): string | undefined {
  const known = ids.map((id) => claims.claimOf(id)).find((one) => one !== undefined);
  return known && capitalised(shorten(known.words));
}

const EFFECTS = ['trigger', 'met', 'failed', 'broken', 'lapsed'] as const;
const SAID_EFFECT: Readonly<Record<(typeof EFFECTS)[number], string>> = {
  trigger: 'set off by', met: 'met by', failed: 'fails by', broken: 'broken by', lapsed: 'lapses by',
}; // prettier-ignore

interface Ground {
  readonly session: Session;
  readonly state: State;
  readonly claims: ClaimIndex;
  readonly names: Names;
}

function triggersOf(line: BargainLine, { session, state, claims, names }: Ground): BargainAtGlance['triggers'] {
  const entry = session.playbook().bargains.find(({ id }) => id === line.bargain);
  if (entry !== undefined)
    return EFFECTS.flatMap((effect) => {
      const test = entry[effect];
      return test === undefined ? [] : [{ effect: SAID_EFFECT[effect], by: sayTest(test, names) }];
    });
  const told = line.because.claimIds.map((id) => claims.claimOf(id)?.claim).find((one) => one?.kind === 'condition');
  const text = told === undefined ? undefined : state.reports.get(told.reportId)?.text;
  return told?.kind === 'condition' && text !== undefined ? [{ effect: plain(told.connective), by: shorten(quote(text, told.protasis)).replace(LEAD, '') }] : [];
} // prettier-ignore

const due = ({ due: day }: OutlookLine): string => day ?? '9999';

/** Outlooks due next come first, then those fallen due or resolved. */
const byDue = (validAt: string) => (a: OutlookLine, b: OutlookLine): number => {
  const isPast = (line: OutlookLine): number => (line.state === 'open' && due(line) >= validAt ? 0 : 1);
  return isPast(a) - isPast(b) || (isPast(a) === 0 ? due(a).localeCompare(due(b)) : due(b).localeCompare(due(a)));
}; // prettier-ignore

export function glanceOf(session: Session, state: State, s: Situation): Glance {
  const names = namesOf(session);
  const { claims } = prepare(state, session.playbook());
  const ground = { session, state, claims, names };
  const outlooks = s.outlooks.filter((line) => line.outlook !== undefined || line.due !== undefined);
  return {
    validAt: s.validAt,
    knownAt: s.knownAt,
    ladder: s.ladder.map(bare),
    weaponsActs: some(newestFirst(s.legal.filter(({ act }) => act?.startsWith('weapons'))), 15),
    pauses: some(s.pauses, 8),
    programmes: s.programmes.map(bare),
    moratoria: s.moratoria.map(bare),
    channels: s.channels.map(bare),
    consultations: some(newestFirst(s.consultations), 6),
    sanctions: sanctionsOf(s),
    bargains: {
      total: s.bargains.length,
      lines: s.bargains.slice(0, SOME).map((line) => ({
        ...bare(line),
        says: line.bargain === undefined ? (wordsOf(claims, line.because.claimIds) ?? 'a condition told of') : names.entry(line.bargain),
        triggers: triggersOf(line, ground),
      })),
    },
    processes: s.processes.map(bare),
    outlooks: {
      total: outlooks.length,
      lines: [...outlooks].sort(byDue(s.validAt)).slice(0, SOME).map((line) => ({
        ...bare(line),
        says: line.outlook === undefined ? (wordsOf(claims, line.because.claimIds) ?? plain(line.mood ?? 'outlook')) : names.entry(line.outlook),
      })),
    },
    posture: s.posture.map(bare),
  }; // prettier-ignore
}
