import type { ActorKnowledge } from '../../../model/actor.ts';
import { matchNames } from './match-names.ts';
import type { Hit } from './match-names.ts';
import { findSense } from './reading-context.ts';
import { sideOfSense } from './side-of-sense.ts';
import { wordsOfPhrase } from './word-stream.ts';

const personOf = (actors: ActorKnowledge, hit: Hit): string | undefined => {
  const sense = findSense(hit, 'actor');
  const actor = sense === undefined ? undefined : actors.actors.get(sense.actorId);
  return actor?.kind === 'person' ? actor.sideId : undefined;
};

const sideOf = (actors: ActorKnowledge, hit: Hit): string | undefined =>
  hit.senses.map((sense) => sideOfSense(actors, sense)).find((side) => side !== undefined);

/**
 * The state or organisation above states that a lone phrase belongs to, by the names in it: a person's side first, then
 * the first name of a state, place, people or body. For phrases without a sentence around them.
 */
export function findSide(phrase: string, actors: ActorKnowledge): string | undefined {
  const hits = matchNames(wordsOfPhrase(phrase, actors.spellings), actors);
  const person = hits.map((hit) => personOf(actors, hit)).find((side) => side !== undefined);
  return person ?? hits.map((hit) => sideOf(actors, hit)).find((side) => side !== undefined);
}
