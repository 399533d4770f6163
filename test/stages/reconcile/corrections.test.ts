import { describe, expect, it } from 'vitest';
import {
  rejectedIds,
  rulingsOf,
  standingCorrections,
} from '../../../src/stages/reconcile/apply-corrections.ts';

const merge = { id: 'entry-1', correction: { act: 'merge', targetIds: ['move-a', 'move-b'] } } as const;
const undo = { id: 'entry-2', correction: { act: 'undo', entryId: 'entry-1' } } as const;
const redo = { id: 'entry-3', correction: { act: 'undo', entryId: 'entry-2' } } as const;

describe('corrections', () => {
  it('takes back a merge that was undone', () => {
    expect(rulingsOf([merge]).merged).toEqual([['move-a', 'move-b']]);
    expect(rulingsOf([merge, undo]).merged).toEqual([]);
  });

  it('lets a merge stand again when its undoing is undone', () => {
    expect(rulingsOf([merge, undo, redo]).merged).toEqual([['move-a', 'move-b']]);
    expect(standingCorrections([merge, undo, redo]).map(({ act }) => act)).toContain('merge');
  });

  it('counts the last word on a rejected move', () => {
    const reject = { id: 'entry-4', correction: { act: 'reject', targetId: 'move-a' } } as const;
    const accept = { id: 'entry-5', correction: { act: 'accept', targetId: 'move-a' } } as const;
    expect(rejectedIds([reject]).has('move-a')).toBe(true);
    expect(rejectedIds([reject, accept]).has('move-a')).toBe(false);
  });
});
