import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { DeedExamples } from '../stages/foresee/learn-deeds.ts';
import { collectDeeds } from '../stages/foresee/learn-deeds.ts';
import { toMoveBook } from '../stages/foresee/move-book.ts';
import type { Share } from './learn-crew.ts';

const Text = z.string();

/** Handed over by the pool: the moves that all windows are learned from. */
const Handed = z.object({
  moves: z.array(z.object({ actor: Text, target: Text, type: Text, happenedOn: Text, id: Text })),
});

/** The pool library wraps what it hands over in a list: its own part first, ours second. */
const given: unknown = Array.isArray(workerData) ? workerData[1] : workerData;
const book = toMoveBook(Handed.parse(given).moves);

/** Examples of some heads, in their order. */
export const collectShare = ({ length, before, heads }: Share): readonly DeedExamples[] =>
  collectDeeds(book, before, { length }, heads);
