import type { ActorKnowledge } from '../model/actor.ts';
import type { ChronicleFact, Playbook } from '../model/playbook.ts';
import type { DatedFact } from '../stages/extract/times/published.ts';

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];

function wordsOf(fact: ChronicleFact, { actors, places, objects }: ActorKnowledge): readonly string[] {
  const ids = [...(fact.move?.by ?? []), ...(fact.move?.to ?? [])];
  const names = ids.flatMap((id) => wordsIn(actors.get(id)?.name ?? ''));
  const place = fact.place === undefined ? [] : wordsIn(places.get(fact.place)?.name ?? fact.place);
  const classId = fact.move?.class;
  const classes =
    classId === undefined ? [] : [classId, ...(objects.get(classId)?.is ?? [])].flatMap(wordsIn);
  const acts = wordsIn(fact.move?.act ?? '');
  return [...new Set([...wordsIn(fact.says), ...ids, ...names, ...place, ...classes, ...acts])];
}

/** The chronicle as what a report's relative dates may meet. */
export const toDatedFacts = (playbook: Playbook, actors: ActorKnowledge): readonly DatedFact[] =>
  playbook.chronicle.map((fact) => ({
    id: fact.id,
    from: fact.on,
    until: fact.until ?? fact.on,
    words: wordsOf(fact, actors),
  }));
