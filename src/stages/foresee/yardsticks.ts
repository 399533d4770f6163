import type { Past } from './past.ts';
import type { ScoreQuestion } from './rank-objects.ts';

/** Objects by how often the very same move was made before: no forgetting, no rules. */
export function climatology(past: Past): ScoreQuestion {
  return perFact(past, (fact) => past.facts.count[fact]);
}

/** Objects by how lately the very same move was made, ties by how often (Gastinger et al. 2024, strict form). */
export function recurrence(past: Past): ScoreQuestion {
  return perFact(past, (fact) => past.facts.last[fact] + 1 - 1 / (1 + past.facts.count[fact]));
}

function perFact(past: Past, worth: (fact: number) => number): ScoreQuestion {
  const scores = new Float64Array(past.history.actorCount);
  return (relation, subject) => {
    const { pairs, facts, roles } = past;
    scores.fill(0);
    // Those never met in this relation come after, by how often anybody did it to them.
    const from = roles.index.start[relation];
    for (let row = from; row < from + roles.active[relation]; row++) {
      scores[roles.index.right[row]] = -1 / (1 + roles.count[row]) + 1e-9;
    }
    for (let actor = 0; actor < scores.length; actor++) if (scores[actor] === 0) scores[actor] = -1;
    const first = pairs.index.start[subject];
    for (let pair = first; pair < first + pairs.active[subject]; pair++) {
      const start = facts.index.start[pair];
      for (let fact = start; fact < start + facts.active[pair]; fact++) {
        if (facts.index.right[fact] === relation) scores[pairs.index.right[pair]] = worth(fact);
      }
    }
    return scores;
  };
}
