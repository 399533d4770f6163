import type { ActorKnowledge } from '../model/actor.ts';
import type { Playbook } from '../model/playbook.ts';
import { loadActors } from '../playbook/load-actors.ts';
import { loadAssertionLexicon } from '../playbook/lexicon/assertions.ts';
import { loadConditionLexicon } from '../playbook/lexicon/conditions.ts';
import { loadStatementKnowledge } from '../playbook/lexicon/speech.ts';
import { loadMoveLexicon } from '../playbook/lexicon/moves.ts';
import { loadStatusLexicon } from '../playbook/lexicon/status.ts';
import type { ReadingKnowledge } from '../stages/extract/extract.ts';
import { toDatedFacts } from './dated-facts.ts';

/** Loads all that extraction reads by: actors and lexicons. */
export function loadReadingKnowledge(
  playbook: Playbook,
  actors: ActorKnowledge = loadActors(),
): ReadingKnowledge {
  return {
    ...loadStatementKnowledge(),
    actors,
    zones: [],
    dated: toDatedFacts(playbook, actors),
    moves: loadMoveLexicon(),
    status: loadStatusLexicon(),
    conditions: loadConditionLexicon(),
    assertions: loadAssertionLexicon(),
  };
}
