import type { Origin } from '../../../model/fact.ts';
import type { Report } from '../../../model/report.ts';
import { NO_RULINGS } from '../rulings.ts';
import type { Rulings } from '../rulings.ts';
import { OriginGroups } from './origin-groups.ts';

/** Groups reports of one text: the first published leads, the others are copies of it. Any order gives the same. */
export function groupOrigins(reports: readonly Report[], rulings: Rulings = NO_RULINGS): readonly Origin[] {
  const groups = new OriginGroups();
  groups.change([], reports, rulings);
  return groups.origins();
}
