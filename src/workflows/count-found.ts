import { CLAIM_KINDS } from '../model/claim.ts';
import type { ClaimKind } from '../model/claim.ts';
import type { Reading } from '../model/reading.ts';

const PLURALS: Readonly<Record<ClaimKind, string>> = {
  move: 'moves',
  statement: 'statements',
  condition: 'conditions',
  assessment: 'assessments',
  outlook: 'outlooks',
  lever: 'levers',
  relation: 'relations',
  contact: 'contacts',
  capability: 'capabilities',
  legal: 'legal characterisations',
  process: 'processes',
  goal: 'goals',
  mechanism: 'claimed mechanisms',
};

/** How many of each kind were found, for a person: name and count. */
export function countFound(
  readings: readonly Reading[],
): readonly (readonly [name: string, count: number])[] {
  const claims = readings.flatMap((reading) => reading.claims);
  const kinds = CLAIM_KINDS.map(
    (kind) => [PLURALS[kind], claims.filter((claim) => claim.kind === kind).length] as const,
  );
  return [
    ...kinds,
    ['mentions of actors', readings.reduce((sum, { mentions }) => sum + mentions.length, 0)],
    ['times', readings.reduce((sum, { times }) => sum + times.length, 0)],
    ['repairs to garbled words', readings.reduce((sum, { repairs }) => sum + repairs.length, 0)],
  ];
}
