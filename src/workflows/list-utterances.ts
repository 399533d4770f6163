import type { Utterance } from '../model/fact.ts';
import { sayActors } from '../stages/brief/words.ts';
import { namesOf } from './names.ts';
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

export interface UtterancePage {
  readonly total: number;
  readonly utterances: readonly Utterance[];
}

/** Utterances that fit, those with most wordings first. */
export function selectUtterances(session: Session, state: State, filter: UtteranceFilter): UtterancePage {
  const names = namesOf(session);
  const sought = (filter.sought ?? '').toLowerCase();
  const holds = ({ speakerIds, wordings }: Utterance): boolean =>
    sought === '' ||
    `${sayActors(speakerIds, names)} ${wordings.map(({ words }) => words).join(' ')}`
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
  return { total: found.length, utterances: sorted.slice(0, filter.most) };
}
