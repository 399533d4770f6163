import type { TimelineItem } from '../../../src/workflows/timeline.ts';
import { sayDay } from '../days.ts';

/** An item of the timeline with the dates at its ends and the lane that it stands in. */
export interface Bar extends TimelineItem {
  readonly first: Date;
  readonly last: Date;
  readonly lane: string;
}

export const isUncertain = ({ from, until }: TimelineItem): boolean => from !== until || from.length < 10;

export const sayDays = ({ from, until }: TimelineItem): string =>
  from === until ? sayDay(from) : `${sayDay(from)} – ${sayDay(until)}`;
