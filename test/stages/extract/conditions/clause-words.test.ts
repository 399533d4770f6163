import { describe, expect, it } from 'vitest';
import { loadConditionLexicon } from '../../../../src/playbook/lexicon/conditions.ts';
import { loadMarker } from '../../../../src/playbook/load-marker.ts';
import { groundOf } from '../../../../src/stages/extract/assertions/ground.ts';
import { findConditionals } from '../../../../src/stages/extract/conditions/find-conditionals.ts';
import { mendSides } from '../../../../src/stages/extract/conditions/mend-sides.ts';
import type { Stretch } from '../../../../src/stages/extract/conditions/stretch.ts';
import { mark } from '../../../../src/stages/mark/mark.ts';

const marker = loadMarker();
const lexicon = loadConditionLexicon();

function sidesOf(text: string): readonly (readonly [string, string])[] {
  const { marks } = groundOf(mark(text, marker));
  const words = ({ first, last }: Stretch): string => text.slice(marks.start[first], marks.end[last]);
  return findConditionals(groundOf(marks), lexicon).map(({ sides }) => [
    words(sides.protasis.stretch),
    words(sides.apodosis.stretch),
  ]);
}

describe('the words of the two clauses', () => {
  it('are those set against each other where "if" stands inside a phrase', () => {
    expect(sidesOf('The patrol met few if any boats that night.')).toEqual([['if any', 'few']]);
    expect(sidesOf('Barley is the main if not the only crop of the valley.')).toEqual([
      ['if not the only', 'main'],
    ]);
    expect(sidesOf('The envoys held a surprisingly brief if stormy meeting.')).toEqual([
      ['if stormy', 'surprisingly brief'],
    ]);
  });

  it('are whole clauses where a property before "if" is what is said of the subject', () => {
    const [[protasis]] = sidesOf('The pass is safe if any guard stays awake.');
    expect(protasis).toBe('if any guard stays awake');
  });

  it('leave an announcement before a colon out, and end the condition after a bare "if so"', () => {
    const text = 'The rule is plain : the fleet leaves if so the council orders a retreat';
    const ground = groundOf(mark(text, marker));
    const at = ground.lower.indexOf('if');
    const scene = { first: at, last: at, start: 0, end: ground.marks.tokenCount };
    const end = ground.marks.tokenCount - 1;
    const whole = { protasis: { first: at, last: end }, apodosis: { first: 0, last: at - 1 } };
    const bare = mendSides(ground, scene, whole);
    expect(bare.protasis).toEqual({ first: at, last: at + 1 });
    expect(bare.apodosis).toEqual({ first: at + 2, last: end });
    const short = { ...whole, protasis: { first: at, last: at + 1 } };
    const colon = ground.lower.indexOf(':');
    expect(mendSides(ground, scene, short).apodosis).toEqual({ first: colon + 1, last: at - 1 });
  });

  it('belong to a condition that follows a word of asking but leads in a main clause', () => {
    const readings = (text: string): readonly string[] =>
      findConditionals(groundOf(mark(text, marker)), lexicon).map(({ reading }) => reading);
    expect(readings('I guess if the bridge holds, the convoy will cross tonight.')).toEqual(['open']);
    expect(readings('The clerk asked if the bridge would hold.')).not.toContain('open');
  });
});
