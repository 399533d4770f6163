import type { Utterance } from '../model/fact.ts';
import { namesOf } from './names.ts';
import { speakerOf } from './say-speaker.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';
import { isWithin } from './timeline.ts';
import type { Period } from './timeline.ts';

export interface UtteranceFilter extends Period {
  /** Part of a speaker's name or of the words. */
  readonly sought?: string | undefined;
  /** Only those reported in several wordings. */
  readonly several?: boolean | undefined;
  readonly most: number;
}

/** An utterance with its speaker as people name him. */
export interface SpokenUtterance extends Utterance {
  readonly speaker: string;
}

export interface UtterancePage {
  readonly total: number;
  readonly utterances: readonly SpokenUtterance[];
}

/** Utterances that fit, those with most wordings first. */
export function selectUtterances(session: Session, state: State, filter: UtteranceFilter): UtterancePage {
  const names = namesOf(session);
  const sought = (filter.sought ?? '').toLowerCase();
  const holds = (one: Utterance): boolean =>
    sought === '' ||
    `${speakerOf(one, state, names)} ${one.wordings.map(({ words }) => words).join(' ')}`
      .toLowerCase()
      .includes(sought);
  const found = state.reconciled.utterances.filter(
    (one) =>
      (filter.several !== true || one.wordings.length > 1) &&
      isWithin(one.saidOn?.from === undefined ? { from: one.knownFrom.slice(0, 10) } : one.saidOn, filter) &&
      holds(one),
  );
  const sorted = [...found].sort(
    (a, b) => b.wordings.length - a.wordings.length || (a.knownFrom < b.knownFrom ? 1 : -1),
  );
  const utterances = sorted
    .slice(0, filter.most)
    .map((one) => ({ ...one, speaker: speakerOf(one, state, names) }));
  return { total: found.length, utterances };
}
