import { describe, expect, it } from 'vitest';
import { MOVE_TYPES } from '../../../../src/model/move-type.ts';
import { moves, movesOf } from './read-moves.ts';

describe('the lexicon of moves', () => {
  it('has at least 350 frames and gives every PLOVER type', () => {
    expect(moves.frames.length).toBeGreaterThanOrEqual(350);
    expect(new Set(moves.frames.map((frame) => frame.type))).toEqual(new Set(MOVE_TYPES));
  });

  it.each(moves.frames.flatMap((frame) => frame.hit.map((text) => ({ id: frame.id, text }))))(
    '$id is found in: $text',
    ({ id, text }) => {
      expect(movesOf(text).map((claim) => claim.entry)).toContain(id);
    },
  );

  it.each(moves.frames.flatMap((frame) => frame.miss.map((text) => ({ id: frame.id, text }))))(
    '$id is not found in: $text',
    ({ id, text }) => {
      expect(movesOf(text).map((claim) => claim.entry)).not.toContain(id);
    },
  );
});
