import type { Correction } from '../model/ledger.ts';
import type { Reading } from '../model/reading.ts';
import type { Change, Situation, WatchItem } from '../model/situation.ts';
import { compareSituations } from '../stages/situate/compare-situations.ts';
import { watch } from '../stages/situate/watch.ts';
import { briefOfState } from './brief.ts';
import type { Effects } from './effects.ts';
import { historyOf } from './history.ts';
import type { HistoryDay } from './history.ts';
import { toLiveState } from './live-state.ts';
import type { LiveState } from './live-state.ts';
import { selectClaims } from './list-claims.ts';
import { readReports } from './read-reports.ts';
import { recordCorrection } from './record-correction.ts';
import type { Session } from './session.ts';
import { completeQuestion, situationOf } from './situation.ts';
import type { SituationQuestion } from './situation.ts';
import type { State } from './state.ts';
import { loadVersion } from './version.ts';

/** An open ledger kept in memory, for a page that asks many questions of it. */
export interface Board {
  readonly session: Session;
  readonly live: LiveState;
  readonly version: string;
  state(knownAt?: string): State;
  situation(question: SituationQuestion): Situation;
  changes(question: SituationQuestion & { readonly since: string }): readonly Change[];
  history(question: SituationQuestion, days: number): readonly HistoryDay[];
  watchList(question: SituationQuestion): readonly WatchItem[];
  brief: (question: SituationQuestion) => ReturnType<typeof briefOfState>;
  claims: (filter: Parameters<typeof selectClaims>[1]) => ReturnType<typeof selectClaims>;
  findReading(reportId: string): Reading | undefined;
  paste(paste: Paste, effects: Effects): ReturnType<typeof readReports>;
  correct(correction: Correction, analyst: string, now: string): ReturnType<typeof recordCorrection>;
}

export interface Paste {
  readonly text: string;
  readonly name?: string | undefined;
  readonly published?: string | undefined;
  readonly outlet?: string | undefined;
}

function pasteInto(
  session: Session,
  { text, name, published, outlet }: Paste,
  effects: Effects,
): ReturnType<typeof readReports> {
  const bytes = (): Uint8Array => new TextEncoder().encode(text);
  const work = { ledger: session.ledger, reader: session.reader(), effects };
  return readReports([{ where: name ?? 'pasted', bytes }], work, {
    ...(published && { published }),
    ...(outlet && { outlet }),
  });
}

export function toBoard(session: Session): Board {
  const live = toLiveState(session);
  const state = (knownAt?: string): State => live.get(knownAt === undefined ? {} : { knownAt });
  return {
    session,
    live,
    version: loadVersion(),
    state,
    situation: (question) => situationOf(session, state(question.knownAt), question),
    changes: ({ since, ...question }) => {
      const asked = completeQuestion(state(), question);
      const before = situationOf(session, state(since), { ...asked, validAt: since, knownAt: since });
      return compareSituations(before, situationOf(session, state(asked.knownAt), asked));
    },
    history: (question, days) => {
      const asked = completeQuestion(state(question.knownAt), question);
      const then = state(asked.knownAt);
      return historyOf((validAt) => situationOf(session, then, { ...asked, validAt }), {
        until: asked.validAt,
        days,
      });
    },
    watchList: (question) =>
      watch(state(question.knownAt), session.playbook(), completeQuestion(state(), question)),
    brief: (question) => briefOfState(session, state(question.knownAt), question),
    claims: (filter) => selectClaims(state(filter.knownAt), filter),
    findReading: (id) => state().readings.find(({ reading }) => reading.report.id === id)?.reading,
    paste: (paste, effects) => pasteInto(session, paste, effects),
    correct: (correction, analyst, now) => recordCorrection(session, state(), correction, { analyst, now }),
  };
}
