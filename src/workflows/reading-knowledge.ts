import type { ActorKnowledge } from '../model/actor.ts';
import { loadActors } from '../playbook/load-actors.ts';
import { loadAssertionLexicon } from '../playbook/lexicon/assertions.ts';
import { loadConditionLexicon } from '../playbook/lexicon/conditions.ts';
import { loadMoveLexicon } from '../playbook/lexicon/moves.ts';
import { loadStatusLexicon } from '../playbook/lexicon/status.ts';
import type { ReadingKnowledge } from '../stages/extract/extract.ts';

/** Loads all that extraction reads by: actors and lexicons. */
export function loadReadingKnowledge(actors: ActorKnowledge = loadActors()): ReadingKnowledge {
  return {
    actors,
    zones: [],
    moves: loadMoveLexicon(),
    status: loadStatusLexicon(),
    conditions: loadConditionLexicon(),
    assertions: loadAssertionLexicon(),
  };
}
