import type { WatchItem } from '../model/situation.ts';
import { watch } from '../stages/situate/watch.ts';
import type { Session } from './session.ts';
import { completeQuestion } from './situation.ts';
import type { SituationQuestion } from './situation.ts';

/** What a single further move would set off, from where things stand. */
export function watchList(session: Session, question: SituationQuestion = {}): readonly WatchItem[] {
  const state = session.state(question.knownAt === undefined ? {} : { knownAt: question.knownAt });
  return watch(state, session.playbook(), completeQuestion(state, question));
}
