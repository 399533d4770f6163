import type { Move, Reconciled } from '../../model/fact.ts';
import type { Playbook } from '../../model/playbook.ts';
import type { KnownMove, Situation } from '../../model/situation.ts';
import { ClaimIndex } from './claim-index.ts';
import type { KnownReading } from './claim-index.ts';
import { climbLadder } from './climb-ladder.ts';
import { compareCycles } from './compare-cycles.ts';
import { dayText, lastDay } from './day-number.ts';
import { findConsultations, findLeverage, followTracks } from './find-partners.ts';
import { followChannels } from './follow-channels.ts';
import { addSaid, gatherAims, gatherAttributions, gatherLevers, gatherTopics } from './gather-told.ts';
import { judgeActs } from './judge-acts.ts';
import { listMeasures, listSanctions } from './list-sanctions.ts';
import { MoveIndex } from './move-index.ts';
import type { Placed } from './place-moves.ts';
import { resolveOutlooks } from './resolve-outlooks.ts';
import { runClocks } from './run-clocks.ts';
import { traceInformation } from './trace-information.ts';
import { trackPosture } from './track-posture.ts';
import { trackPauses } from './track-pauses.ts';
import { trackMoratoria, trackProgrammes } from './track-weapons.ts';
import { toView } from './view.ts';
import type { View } from './view.ts';
import { weighBargains } from './weigh-bargains.ts';

/** What a situation is made from: every reading with the instant from which it was known, and what reconciling made of them. */
export interface SituationInput {
  readonly readings: readonly KnownReading[];
  readonly reconciled: Reconciled;
}

export interface SituationSettings {
  /** Day asked about (inclusive). */
  readonly validAt: string;
  /** Only what was known by the end of this day; without it, as known on `validAt`. */
  readonly knownAt?: string;
  /** Law as of this day; without it, of the day of each act. */
  readonly lawAt?: string;
  /** How far back lists of acts and sayings go; 400 days. */
  readonly lookbackDays?: number;
}

/** Situations kept for the same input; a slider asks the same days again and again. */
const MOST_KEPT = 500;
const LOOKBACK_DAYS = 400;
/** How far back the reports' own sayings are shown. */
const TOLD_DAYS = 45;

export interface Prepared {
  readonly index: MoveIndex;
  readonly claims: ClaimIndex;
  readonly reconciled: Reconciled;
  /** Situations already derived, by their question. */
  readonly derived: Map<string, Situation>;
}

type Indexes = Pick<Prepared, 'claims' | 'index'>;

/** What was prepared for a playbook: by its input, and the last indexes, near the present and far from it. */
interface Preparations {
  readonly known: WeakMap<SituationInput, Prepared>;
  readonly empty: Indexes;
  readonly last: Set<Indexes>;
}

const preparations = new WeakMap<Playbook, Preparations>();

function startOf(playbook: Playbook): Preparations {
  const claims = ClaimIndex.of([]);
  const empty = { claims, index: MoveIndex.of([], playbook, claims) };
  return { known: new WeakMap(), empty, last: new Set() };
}

/** Indexes from which further ones are made; two are kept. */
const LAST = 2;

/** Makes indexes from the nearest ones, which they replace; from nothing where that is as near. */
function goOn({ last, empty }: Preparations, { readings, reconciled }: SituationInput): Indexes {
  const [nearest] = [...last]
    .map((indexes) => ({ indexes, distance: indexes.claims.distance(readings) }))
    .sort((a, b) => a.distance - b.distance);
  const isNear = nearest !== undefined && (last.size === LAST || 2 * nearest.distance <= readings.length);
  const from = isNear ? nearest.indexes : empty;
  const claims = from.claims.change(readings);
  const made = { claims, index: from.index.change(reconciled.moves, claims) };
  last.delete(from);
  last.add(made);
  return made;
}

/**
 * Sorts and indexes the input once; later questions of the same input and playbook find it again, and of another input
 * only what differs from the last ones is indexed.
 */
export function prepare(input: SituationInput, playbook: Playbook): Prepared {
  const of = preparations.get(playbook) ?? startOf(playbook);
  preparations.set(playbook, of);
  const known = of.known.get(input);
  if (known) return known;
  const made: Prepared = { ...goOn(of, input), reconciled: input.reconciled, derived: new Map() };
  of.known.set(input, made);
  return made;
}

type Parts = Omit<Situation, 'playbook' | 'playbookVersion' | 'validAt' | 'knownAt' | 'lawAt' | 'moves'>;

interface Depth {
  readonly lawAt?: string;
  readonly lookbackDays: number;
}

/** What moves alone decide. */
function deriveFromMoves(view: View, claims: ClaimIndex, playbook: Playbook, depth: Depth) {
  return {
    ladder: climbLadder(view, playbook),
    sanctions: listSanctions(view, playbook, depth.lookbackDays),
    legal: addSaid(judgeActs(view, playbook, depth), view, claims, TOLD_DAYS),
    channels: followChannels(view, claims, playbook),
    consultations: findConsultations(view, claims, playbook, TOLD_DAYS),
    posture: trackPosture(view, playbook),
    programmes: trackProgrammes(view, playbook),
    moratoria: trackMoratoria(view, playbook),
    pauses: trackPauses(view, claims, playbook, depth.lookbackDays),
    processes: runClocks(view, claims, playbook),
    bargains: weighBargains(view, claims, playbook, TOLD_DAYS),
    tracks: followTracks(view, claims, playbook),
    outlooks: resolveOutlooks(view, claims, playbook, TOLD_DAYS),
    levers: gatherLevers(view, claims, playbook, TOLD_DAYS),
  };
}

/** What the law's days and the reports' sayings decide; one more move changes nothing here. */
function deriveFromSayings(view: View, ready: Prepared, playbook: Playbook, depth: Depth) {
  const { claims, reconciled } = ready;
  return {
    measures: listMeasures(view, playbook, depth.lawAt),
    leverage: findLeverage(view, claims, playbook, TOLD_DAYS),
    attributions: gatherAttributions(view, claims, playbook, TOLD_DAYS),
    externalities: gatherTopics(view, claims, playbook, { part: 'externality', days: TOLD_DAYS }),
    trackSaid: gatherTopics(view, claims, playbook, { part: 'track', days: TOLD_DAYS }),
    aims: gatherAims(view, claims, playbook, TOLD_DAYS),
    information: traceInformation(view, claims, playbook, { origins: reconciled.origins, days: TOLD_DAYS }),
    cycles: compareCycles(view, playbook),
  };
}

function toKnown({ move, at, until }: Placed, view: View): KnownMove {
  return {
    id: move.id,
    type: move.type,
    ...(move.act === undefined ? {} : { act: move.act }),
    by: move.actorIds,
    to: move.targetIds,
    on: dayText(at),
    until: dayText(until),
    ...(move.classId === undefined ? {} : { classId: move.classId }),
    ...(move.count === undefined ? {} : { count: move.count }),
    status: move.status,
    claimIds: view.known(move.claimIds),
    factIds: view.factsOf(move.id).map((fact) => fact.id),
  };
}

function namedMoves(parts: Parts, ready: Prepared, view: View): readonly KnownMove[] {
  const lines = Object.values(parts).flat();
  const named = new Set(lines.flatMap((line) => line.because.moveIds));
  for (const finding of parts.legal)
    for (const id of [...finding.issuerDid, ...finding.statesDid]) named.add(id);
  for (const { against, overtakenBy } of parts.pauses)
    for (const id of [...against, overtakenBy ?? '']) named.add(id);
  for (const { aboutMoves } of parts.attributions) for (const id of aboutMoves) named.add(id);
  for (const cycle of parts.cycles) for (const { moveId } of cycle.followedBy) named.add(moveId);
  return [...named].flatMap((id) => {
    const placed = ready.index.placeOf(id);
    return placed === undefined ? [] : [toKnown(placed, view)];
  });
}

interface Asked extends Required<Omit<SituationSettings, 'lawAt'>> {
  readonly lawAt?: string;
  readonly supposed: readonly Move[];
  /** The situation without the supposed moves, for what they cannot change. */
  readonly base?: Situation;
}

function derive(ready: Prepared, playbook: Playbook, { supposed, base, ...asked }: Asked): Situation {
  const { validAt, knownAt, lawAt, lookbackDays } = asked;
  const view = toView(ready.index, playbook, {
    validAt: lastDay(validAt),
    knownAt: lastDay(knownAt),
    claims: ready.claims,
    supposed,
  });
  const law = lawAt === undefined ? {} : { lawAt };
  const depth = { lookbackDays, ...law };
  const sayings = base ?? deriveFromSayings(view, ready, playbook, depth);
  const { measures, leverage, attributions, externalities, trackSaid, aims, information, cycles } = sayings;
  const told = { measures, leverage, attributions, externalities, trackSaid, aims, information, cycles };
  const parts: Parts = { ...deriveFromMoves(view, ready.claims, playbook, depth), ...told };
  const moves = namedMoves(parts, ready, view);
  return {
    playbook: playbook.id,
    playbookVersion: playbook.version,
    validAt,
    knownAt,
    ...law,
    ...parts,
    moves,
  };
}

/**
 * What the playbook's rules make of the moves and claims at `validAt`, from what was known by `knownAt`.
 * Pure: the same input, playbook and settings give an equal situation; equal questions are answered from memory.
 * `supposed` moves are taken to happen on the day asked about; such a situation is not kept.
 */
export function situate(
  input: SituationInput,
  playbook: Playbook,
  settings: SituationSettings & { readonly supposed?: readonly Move[] },
): Situation {
  const ready = prepare(input, playbook);
  const { validAt, knownAt = validAt, lawAt, lookbackDays = LOOKBACK_DAYS, supposed = [] } = settings;
  const asked = { validAt, knownAt, lookbackDays, ...(lawAt === undefined ? {} : { lawAt }) };
  const key = JSON.stringify(asked);
  const known = ready.derived.get(key) ?? derive(ready, playbook, { ...asked, supposed: [] });
  if (ready.derived.size >= MOST_KEPT) ready.derived.clear();
  ready.derived.set(key, known);
  return supposed.length === 0 ? known : derive(ready, playbook, { ...asked, supposed, base: known });
}

/** Rungs and channels alone, as `situate` gives them: what a picture of many days is drawn from. */
export function situateStanding(
  input: SituationInput,
  playbook: Playbook,
  { validAt, knownAt = validAt }: Pick<SituationSettings, 'validAt' | 'knownAt'>,
): Pick<Situation, 'ladder' | 'channels'> {
  const { index, claims } = prepare(input, playbook);
  const view = toView(index, playbook, {
    validAt: lastDay(validAt),
    knownAt: lastDay(knownAt),
    claims,
    supposed: [],
  });
  return { ladder: climbLadder(view, playbook), channels: followChannels(view, claims, playbook) };
}
