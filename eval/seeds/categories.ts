import type { ClaimKind } from '../../src/model/claim.ts';

/** What may answer a row of a category: kinds of claims, or other findings of a reading. */
export interface Answer {
  readonly title: string;
  readonly claims: readonly ClaimKind[];
  readonly others: readonly ('mention' | 'time' | 'quantity')[];
}

/**
 * Category of the inventory → what in a reading may answer it. A claim of another kind never does, however well it
 * overlaps. Two kinds stand beside each other where the inventory's category holds both: events are deeds, contacts and
 * utterances; "if A, then B" is a claimed mechanism as much as a condition.
 */
export const ANSWERS: ReadonlyMap<string, Answer> = new Map([
  ['A', { title: 'actors', claims: [], others: ['mention'] }],
  ['B', { title: 'relations', claims: ['relation'], others: [] }],
  ['C', { title: 'channels', claims: ['contact'], others: [] }],
  ['D', { title: 'events', claims: ['move', 'contact', 'statement'], others: [] }],
  ['E', { title: 'statements', claims: ['statement'], others: [] }],
  ['F', { title: 'mechanisms', claims: ['mechanism', 'condition'], others: [] }],
  ['G', { title: 'legal', claims: ['legal'], others: [] }],
  ['H', { title: 'capabilities', claims: ['capability'], others: [] }],
  ['I', { title: 'levers', claims: ['lever'], others: [] }],
  ['J', { title: 'conditions', claims: ['condition'], others: [] }],
  ['K', { title: 'assessments', claims: ['assessment'], others: [] }],
  ['L', { title: 'times, quantities', claims: [], others: ['time', 'quantity'] }],
  ['M', { title: 'outlooks', claims: ['outlook'], others: [] }],
  ['N', { title: 'goals', claims: ['goal'], others: [] }],
  ['O', { title: 'processes', claims: ['process'], others: [] }],
]);
