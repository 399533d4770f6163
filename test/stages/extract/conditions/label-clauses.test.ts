import { describe, expect, it } from 'vitest';
import { loadConditionLexicon } from '../../../../src/playbook/lexicon/conditions.ts';
import { loadMarker } from '../../../../src/playbook/load-marker.ts';
import { groundOf } from '../../../../src/stages/extract/assertions/ground.ts';
import { pickByOverlap } from '../../../../src/stages/extract/conditions/expected-overlap.ts';
import { findConditionals } from '../../../../src/stages/extract/conditions/find-conditionals.ts';
import {
  findCounterfactual,
  viewCounterfactual,
} from '../../../../src/stages/extract/conditions/find-counterfactual.ts';
import { labelClauses } from '../../../../src/stages/extract/conditions/label-clauses.ts';
import type { Stretch } from '../../../../src/stages/extract/conditions/stretch.ts';
import { mark } from '../../../../src/stages/mark/mark.ts';

const marker = loadMarker();
const lexicon = loadConditionLexicon();

function sidesOf(text: string): readonly (string | undefined)[] {
  const ground = groundOf(mark(text, marker));
  const found = findCounterfactual(ground, lexicon);
  const words = (stretch: Stretch | undefined): string | undefined =>
    stretch &&
    text.slice(ground.marks.start[stretch.first], ground.marks.end[stretch.last]).replace(/[.,]$/u, '');
  return [words(found?.antecedent), words(found?.consequent)];
}

describe('clauses of a conditional', () => {
  it('are found without a connective: inverted, nominal, wished, left undone', () => {
    expect(sidesOf('Had Orsk opened the strait, the fleet would have sailed home.')).toEqual([
      'Had Orsk opened the strait',
      'the fleet would have sailed home',
    ]);
    expect(sidesOf('Without the truce, the ferry would have stayed in port.')).toEqual([
      'Without the truce',
      'the ferry would have stayed in port',
    ]);
    expect(sidesOf('The envoys should have read the letter.')).toEqual([
      'The envoys should have read the letter',
      undefined,
    ]);
  });

  it('come best first, each way with its own stretches', () => {
    const ground = groundOf(mark('If the dam had held, Lorn would have kept its harvest.', marker));
    const model = lexicon.clauses?.sought;
    const ways =
      model === undefined ? [] : labelClauses(viewCounterfactual(ground, lexicon), model, { best: 20 });
    expect(ways.length).toBe(20);
    expect(ways.map((way) => way.log)).toEqual([...ways].map((way) => way.log).sort((a, b) => b - a));
    const keys = ways.map(({ protasis, apodosis }) => JSON.stringify([protasis, apodosis]));
    expect(new Set(keys).size).toBe(20);
    for (const { protasis, apodosis } of ways) {
      expect(protasis.last).toBeGreaterThanOrEqual(protasis.first);
      if (apodosis !== undefined) expect(apodosis.last).toBeGreaterThanOrEqual(apodosis.first);
    }
  });

  it('keep the condition at a connective that is given', () => {
    const text = 'If the raids stop, talks may begin, and if the ports reopen, trade may follow.';
    const ground = groundOf(mark(text, marker));
    const starts = findConditionals(ground, lexicon).map(({ sides }) => sides.protasis.stretch.first);
    expect(starts.map((token) => ground.lower[token])).toEqual(['if', 'if']);
  });

  it('weigh a likely neighbourhood above one likely stretch', () => {
    const way = (first: number, last: number, share: number) => ({
      protasis: { first, last },
      apodosis: undefined,
      log: Math.log(share),
    });
    const picked = pickByOverlap([way(0, 1, 0.4), way(4, 9, 0.3), way(4, 8, 0.3)]);
    expect(picked?.protasis.first).toBe(4);
    expect(pickByOverlap([])).toBeUndefined();
  });
});
