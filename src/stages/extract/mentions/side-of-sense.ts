import type { ActorKnowledge, Sense } from '../../../model/actor.ts';
import { classOfOffice } from './terms-of-office.ts';

/** The side that one sense stands for. */
export function sideOfSense(actors: ActorKnowledge, sense: Sense): string | undefined {
  switch (sense.kind) {
    case 'actor':
      return actors.actors.get(sense.actorId)?.sideId;
    case 'family':
      return sideOfFamily(actors, sense.personIds);
    case 'demonym':
    case 'people':
    case 'seat':
    case 'short':
      return sense.sideId;
    case 'place':
      return sense.sideId;
    default:
      return undefined;
  }
}

/** All who bear the family name are of one side, or those in the highest office are. */
function sideOfFamily(actors: ActorKnowledge, personIds: readonly string[]): string | undefined {
  const persons = personIds.flatMap((id) => actors.actors.get(id) ?? []);
  const leading = persons.filter(({ terms }) =>
    terms.some(({ officeId }) => actors.offices.get(classOfOffice(officeId))?.leads),
  );
  const sides = new Set((leading.length > 0 ? leading : persons).map(({ sideId }) => sideId));
  return sides.size === 1 ? [...sides][0] : undefined;
}
