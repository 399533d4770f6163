import { contentId } from '../../model/content-id.ts';
import type { Act } from '../../model/move-type.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import type { ClauseKind, Playbook } from '../../model/playbook.ts';
import type { MeasureLine, SanctionLine } from '../../model/situation.ts';
import { dayText } from './day-number.ts';
import { because } from './view.ts';
import type { View } from './view.ts';

/** Five acts, never one. */
const ACTS_OF: readonly (readonly [SanctionLine['act'], Act])[] = [
  ['imposed', 'sanction-imposed'],
  ['enforced', 'sanction-enforced'],
  ['evaded', 'sanction-evaded'],
  ['eased', 'sanction-eased'],
  ['lifted', 'sanction-lifted'],
];

const PATTERNS: readonly (readonly [SanctionLine['act'], MovePattern])[] = ACTS_OF.map(([name, act]) => [
  name,
  { act: [act], status: ['actual', 'planned', 'requested', 'hypothetical', 'threatened', 'denied'] },
]);

const MOST_EACH = 12;

/** T2: who imposed, enforced, evaded, eased or lifted sanctions of late, or is said to want to. */
export function listSanctions(view: View, playbook: Playbook, lookbackDays: number): readonly SanctionLine[] {
  return PATTERNS.flatMap(([act, pattern]) =>
    view.newest(pattern, MOST_EACH, view.validAt - lookbackDays).map(({ move }) => ({
      id: contentId('line', 'sanctions', playbook.id, move.id),
      act,
      status: move.status,
      by: move.sideIds,
      to: move.targetSideIds,
      ...(move.happenedOn === undefined ? {} : { when: move.happenedOn }),
      because: because(view, [], [move]),
    })),
  );
}

const MEASURES: ReadonlySet<ClauseKind> = new Set([
  'embargo', 'export-ban', 'cap', 'asset-freeze', 'travel-ban', 'inspection', 'service-ban',
  'financial', 'labour', 'maritime', 'designation', 'obligation-third',
] as const); // prettier-ignore

/** Standing measures of law on a day. */
export function listMeasures(
  view: View,
  playbook: Playbook,
  lawAt: string | undefined,
): readonly MeasureLine[] {
  const day = lawAt ?? dayText(view.validAt);
  const standing = playbook.clauses.filter(
    ({ kind, from, until }) => MEASURES.has(kind) && from <= day && (until === undefined || until > day),
  );
  return standing.map((clause) => ({
    id: contentId('line', 'measures', playbook.id, clause.id),
    clause: clause.id,
    kind: clause.kind,
    from: clause.from,
    because: because(view, [clause.id], []),
  }));
}
