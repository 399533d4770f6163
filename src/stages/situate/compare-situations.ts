import { PARTS } from '../../model/situation.ts';
import type { BargainLine, Because, Change, Part, Situation } from '../../model/situation.ts';

type AnyLine = { readonly id: string; readonly because: Because };
type Fields = Readonly<Record<string, string>>;

/** Fields that tell how a line stands; others change from day to day without news. */
const TELLING: Readonly<Record<Part, readonly string[]>> = {
  ladder: ['rung', 'direction'],
  sanctions: ['status'],
  measures: ['kind'],
  legal: ['verdict', 'triggers', 'issuerDid', 'statesDid'],
  channels: ['state', 'attempts', 'refusals', 'lastContact'],
  consultations: ['phase'],
  leverage: ['sign'],
  posture: ['state', 'since', 'running'],
  programmes: ['stage', 'testedOn', 'shownOn', 'pledgedOn'],
  moratoria: ['state', 'brokenOn'],
  pauses: ['heldUntil', 'overtakenBy'],
  processes: ['state', 'due', 'completed'],
  bargains: ['state'],
  attributions: ['polarity', 'aboutMoves'],
  externalities: ['topic'],
  tracks: ['temper', 'lastMove'],
  trackSaid: ['topic'],
  aims: ['basis'],
  information: ['copies'],
  cycles: [],
  outlooks: ['state', 'resolvedOn'],
  levers: ['stances', 'lastUsed'],
};

/** Parts whose lines drop out by age; that is no news. */
const AGEING: ReadonlySet<Part> = new Set([
  'sanctions', 'legal', 'consultations', 'attributions', 'information', 'cycles', 'pauses', 'aims', 'externalities', 'trackSaid', 'leverage',
] as const); // prettier-ignore

const sayValue = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

const hasTerms = (line: AnyLine): line is AnyLine & Pick<BargainLine, 'terms'> => 'terms' in line;

function fieldsOf(line: AnyLine, part: Part): Fields {
  const named = TELLING[part].map((name): readonly [string, string] => [
    name,
    sayValue(Reflect.get(line, name)),
  ]);
  const terms = hasTerms(line)
    ? line.terms.map(({ term, state }): readonly [string, string] => [term, state])
    : [];
  return Object.fromEntries([...named, ...terms]);
}

function differing(before: Fields, after: Fields): Change['fields'] {
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  return names.map((name) => ({ name, before: before[name] ?? '', after: after[name] }));
}

const newIds = (after: readonly string[], before: readonly string[]): readonly string[] => {
  const fresh = after.filter((id) => !before.includes(id));
  return fresh.length > 0 ? fresh : after;
};

/** What is new in what a line rests on; all of it where nothing is. */
const newGrounds = (after: Because, before: Because | undefined): Because =>
  before === undefined
    ? after
    : {
        rules: after.rules,
        moveIds: newIds(after.moveIds, before.moveIds),
        claimIds: newIds(after.claimIds, before.claimIds),
        factIds: newIds(after.factIds, before.factIds),
      };

function comparePart(part: Part, before: readonly AnyLine[], after: readonly AnyLine[]): readonly Change[] {
  const old = new Map(before.map((line) => [line.id, line]));
  const kept = new Set(after.map((line) => line.id));
  const changes = after.flatMap((line): Change[] => {
    const was = old.get(line.id);
    const fields = differing(was === undefined ? {} : fieldsOf(was, part), fieldsOf(line, part));
    if (was !== undefined && fields.length === 0) return [];
    const kind = was === undefined ? 'new' : 'changed';
    return [{ part, lineId: line.id, kind, fields, because: newGrounds(line.because, was?.because) }];
  });
  if (AGEING.has(part)) return changes;
  const gone = before.filter((line) => !kept.has(line.id));
  return [
    ...changes,
    ...gone.map(({ id, because }): Change => ({ part, lineId: id, kind: 'gone', fields: [], because })),
  ];
}

/** What changed from one situation to another: new, changed and vanished lines, with what brought it about. */
export const compareSituations = (before: Situation, after: Situation): readonly Change[] =>
  PARTS.filter((part) => part !== 'cycles').flatMap((part) => comparePart(part, before[part], after[part]));
