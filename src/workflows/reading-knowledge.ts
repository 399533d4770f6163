import type { ActorKnowledge } from '../model/actor.ts';
import type { Playbook } from '../model/playbook.ts';
import { dataFolder } from '../playbook/data-folder.ts';
import { loadActors } from '../playbook/load-actors.ts';
import { loadAssertionLexicon } from '../playbook/lexicon/assertions.ts';
import { loadConditionLexicon } from '../playbook/lexicon/conditions.ts';
import { loadStatementKnowledge } from '../playbook/lexicon/speech.ts';
import { loadHedgeLexicon } from '../playbook/lexicon/hedges.ts';
import { loadRepairs } from '../playbook/lexicon/repairs.ts';
import { loadMoveLexicon } from '../playbook/lexicon/moves.ts';
import { loadStatusLexicon } from '../playbook/lexicon/status.ts';
import type { ReadingKnowledge } from '../stages/extract/extract.ts';
import { toDatedFacts } from './dated-facts.ts';
import { toPlaceZones } from './place-zones.ts';

/** Numbers of the resolutions whose clauses the playbook holds. */
const resolutionsOf = ({ clauses }: Playbook): ReadonlySet<number> =>
  new Set(
    clauses
      .filter(({ instrument }) => /^\d{2,}$/u.test(instrument))
      .map(({ instrument }) => Number(instrument)),
  );

/** Loads all that extraction reads by: actors and lexicons. */
export function loadReadingKnowledge(
  playbook: Playbook,
  actors: ActorKnowledge = loadActors(),
): ReadingKnowledge {
  return {
    ...loadStatementKnowledge(),
    actors,
    zones: toPlaceZones(actors),
    repairs: { lexicon: loadRepairs(dataFolder()), resolutions: resolutionsOf(playbook) },
    hedges: loadHedgeLexicon(),
    dated: toDatedFacts(playbook),
    moves: loadMoveLexicon(),
    status: loadStatusLexicon(),
    conditions: loadConditionLexicon(),
    assertions: loadAssertionLexicon(),
  };
}
