import { toPublished } from '../stages/read/published-at.ts';

/** Whether a user's words are a day or an instant that a report can be published at. */
export const isPublished = (words: string): boolean => toPublished(words) !== undefined;
