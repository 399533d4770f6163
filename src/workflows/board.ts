import type { Correction } from '../model/ledger.ts';
import type { Reading } from '../model/reading.ts';
import type { Situation, WatchItem } from '../model/situation.ts';
import { UserError } from '../model/user-error.ts';
import type { RawScenario } from '../playbook/scenario-schema.ts';
import type { ToldDay } from '../stages/brief/tell-scenarios.ts';
import { situateStanding } from '../stages/situate/situate.ts';
import { watch } from '../stages/situate/watch.ts';
import { briefOfState } from './brief.ts';
import type { BriefQuestion } from './brief.ts';
import type { Effects } from './effects.ts';
import { glanceOf } from './glance.ts';
import type { Glance } from './glance.ts';
import { historyOf } from './history.ts';
import type { HistoryDay } from './history.ts';
import { selectClaims } from './list-claims.ts';
import { namesOf } from './names.ts';
import { recordMerges } from './record-merges.ts';
import { readReports } from './read-reports.ts';
import { recordCorrection } from './record-correction.ts';
import { reviewQueueOf } from './review-queue.ts';
import type { ReviewQueue } from './review-queue.ts';
import { replayCourse } from './scenario-replay.ts';
import { toScenarioDesk } from './scenario-desk.ts';
import type { ScenarioDesk } from './scenario-desk.ts';
import { toCourses } from './scenario-ground.ts';
import { scenarioMenu } from './scenario-menu.ts';
import type { ScenarioMenu } from './scenario-menu.ts';
import { compareCourses, tellCourses } from './scenarios.ts';
import { sayChanges } from './say-changes.ts';
import type { SaidChange } from './say-changes.ts';
import type { Session } from './session.ts';
import { completeQuestion, latestDay, situationOf } from './situation.ts';
import type { SituationQuestion } from './situation.ts';
import type { State } from './state.ts';
import { loadVersion } from './version.ts';

/** Since a day as it was known then, or since an instant of this ledger's own record. */
export interface ChangesQuestion extends SituationQuestion {
  readonly since?: string;
  /** What the ledger has taken down after this instant; the days asked about stay the same. */
  readonly visit?: string;
}

/** An open ledger kept in memory, for a page that asks many questions of it. */
export interface Board {
  readonly session: Session;
  readonly version: string;
  /** Loads what the first question needs, before anybody asks. */
  warmUp(progress?: Effects['progress']): void;
  state(knownAt?: string): State;
  situation(question: SituationQuestion): Situation;
  glance(question: SituationQuestion): Glance;
  /** Answers nothing once the signal says that nobody waits any more. */
  changes(question: ChangesQuestion, signal?: AbortSignal): Promise<readonly SaidChange[]>;
  /** Stops early, with what it has, once nobody waits. */
  history(question: SituationQuestion, days: number, signal?: AbortSignal): Promise<readonly HistoryDay[]>;
  watchList(question: SituationQuestion): readonly WatchItem[];
  queue(question: SituationQuestion): ReviewQueue;
  brief: (question: BriefQuestion) => ReturnType<typeof briefOfState>;
  claims: (filter: Parameters<typeof selectClaims>[1]) => ReturnType<typeof selectClaims>;
  findReading(reportId: string): Reading | undefined;
  paste(paste: Paste, effects: Effects): ReturnType<typeof readReports>;
  /** What courses are made of. */
  scenarioMenu(): ScenarioMenu;
  readonly scenarios: ScenarioDesk;
  /** One run of a course, day by day. */
  replay(course: RawScenario, run: number): Promise<readonly ToldDay[]>;
  correct(correction: Correction, analyst: string, now: string): ReturnType<typeof recordCorrection>;
}

/** A text, or a file's bytes in base64: then the encoding is found as for any file. */
export interface Paste {
  readonly text?: string | undefined;
  readonly bytes?: string | undefined;
  readonly name?: string | undefined;
  readonly published?: string | undefined;
  readonly outlet?: string | undefined;
}

function pasteInto(session: Session, paste: Paste, effects: Effects): ReturnType<typeof readReports> {
  const { text, name, published, outlet } = paste;
  const encoded = paste.bytes;
  if (text === undefined && encoded === undefined) throw new UserError('there is nothing to read', { hint: 'Give text or bytes.' }); // prettier-ignore
  const bytes = (): Uint8Array =>
    encoded === undefined ? new TextEncoder().encode(text) : Uint8Array.from(Buffer.from(encoded, 'base64'));
  const work = { ledger: session.ledger, reader: session.reader(), effects };
  return readReports([{ where: name ?? 'pasted', bytes }], work, {
    ...(published && { published }),
    ...(outlet && { outlet }),
  });
}

/** Situations kept for each state: a slider goes back and forth over the same days. */
const KEPT = 120;

/** Situations by day, kept as long as their state is. */
function situations(session: Session): (state: State, question: SituationQuestion) => Situation {
  const kept = new WeakMap<State, Map<string, Situation>>();
  return (state, question) => {
    const asked = completeQuestion(state, question);
    const key = `${asked.validAt}|${asked.knownAt}|${asked.lawAt ?? ''}`;
    const known = kept.get(state) ?? new Map<string, Situation>();
    const situation = known.get(key) ?? situationOf(session, state, asked);
    known.delete(key);
    known.set(key, situation);
    for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - KEPT))) known.delete(oldest);
    kept.set(state, known);
    return situation;
  };
}

const breathe = (signal: AbortSignal | undefined): Promise<'waiting' | 'gone'> =>
  new Promise((resolve) => setImmediate(() => resolve(signal?.aborted === true ? 'gone' : 'waiting')));

type Ask = (question: SituationQuestion) => Situation;

/** Answers about the situation of a day. */
function askers(session: Session) {
  const keep = situations(session);
  const state = (knownAt?: string): State => session.state(knownAt === undefined ? {} : { knownAt });
  const situation: Ask = (question) => keep(state(question.knownAt), question);
  const before = (asked: SituationQuestion & { knownAt: string }, { since, visit }: ChangesQuestion): Situation => {
    if (visit !== undefined) return keep(session.state({ knownAt: asked.knownAt, recordedBy: visit }), asked);
    if (since === undefined) throw new UserError('since when?', { hint: 'Give since (a day) or visit (an instant).' });
    return keep(state(since), { ...asked, validAt: since, knownAt: since });
  }; // prettier-ignore
  return {
    state,
    situation,
    glance: (question: SituationQuestion) => glanceOf(session, state(question.knownAt), situation(question)),
    changes: async (question: ChangesQuestion, signal?: AbortSignal) => {
      const { validAt, knownAt, lawAt } = question;
      const asked = completeQuestion(state(), { validAt, knownAt, lawAt });
      const then = before(asked, question);
      if ((await breathe(signal)) === 'gone') return [];
      return sayChanges(then, situation(asked), namesOf(session));
    },
    history: (question: SituationQuestion, days: number, signal?: AbortSignal) => {
      const now = state(question.knownAt);
      const { validAt: until, knownAt } = completeQuestion(now, question);
      const standingAt = (validAt: string): ReturnType<typeof situateStanding> =>
        situateStanding(now, session.playbook(), { validAt, knownAt });
      return historyOf(standingAt, { until, days }, () => breathe(signal));
    },
    queue: (question: SituationQuestion) =>
      reviewQueueOf(session, state(question.knownAt), situation(question)),
  };
}

const deskOf = (session: Session): ScenarioDesk =>
  toScenarioDesk(
    async (courses, effects) => {
      const comparison = await compareCourses(session, toCourses(session, courses), effects);
      return comparison && tellCourses(session, comparison);
    },
    () => new Date().toISOString(),
  );

export function toBoard(session: Session): Board {
  const ask = askers(session);
  const { state } = ask;
  return {
    session,
    ...ask,
    version: loadVersion(),
    warmUp: (progress) => {
      if (latestDay(session.state({}, progress)) !== undefined) ask.glance({});
    },
    scenarioMenu: () =>
      scenarioMenu(session, latestDay(state()) ?? session.playbook().chronicle.at(-1)?.on ?? ''),
    scenarios: deskOf(session),
    replay: (course, run) => replayCourse(session, toCourses(session, [course])[0], run),
    watchList: (question) =>
      watch(state(question.knownAt), session.playbook(), completeQuestion(state(), question)),
    brief: (question) => briefOfState(session, state(question.knownAt), question),
    claims: (filter) => selectClaims(state(filter.knownAt), filter),
    findReading: (id) => state().readings.find(({ reading }) => reading.report.id === id)?.reading,
    paste: async (paste, effects) => {
      const summary = await pasteInto(session, paste, effects);
      if (summary.done.length > 0) recordMerges(session, session.state(), effects.now());
      return summary;
    },
    correct: (correction, analyst, now) => recordCorrection(session, state(), correction, { analyst, now }),
  };
}
