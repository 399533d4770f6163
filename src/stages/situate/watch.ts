import { contentId } from '../../model/content-id.ts';
import type { Move } from '../../model/fact.ts';
import type { MovePattern, Test } from '../../model/move-pattern.ts';
import type { Pair, Playbook } from '../../model/playbook.ts';
import type { Change, WatchItem } from '../../model/situation.ts';
import { compareSituations } from './compare-situations.ts';
import { situate } from './situate.ts';
import type { SituationInput, SituationSettings } from './situate.ts';
import { toMove } from './to-move.ts';

/** Patterns that a test asks about. */
function patternsOf(test: Test | undefined): readonly MovePattern[] {
  if (test === undefined) return [];
  switch (test.kind) {
    case 'some':
    case 'none':
    case 'gap':
      return [test.move];
    case 'order':
      return test.moves;
    case 'all':
    case 'any':
      return test.of.flatMap(patternsOf);
    case 'not':
      return patternsOf(test.of);
    case 'on-or-after':
      return [];
  }
}

function bargainPatterns(playbook: Playbook): readonly MovePattern[] {
  return playbook.bargains.flatMap((entry) => {
    const tests = [
      entry.trigger,
      entry.met,
      entry.broken,
      entry.failed,
      ...entry.terms.flatMap((term) => [term.met, term.broken]),
    ];
    return tests.flatMap(patternsOf);
  });
}

/** Every kind of move that some entry waits for. */
function awaited(playbook: Playbook): readonly MovePattern[] {
  return [
    ...playbook.ladder.entries.map(({ move }) => move),
    ...playbook.clauses.flatMap(({ triggers }) => triggers),
    ...playbook.moratoria.flatMap(({ covers, ends }) => [covers, ...ends]),
    ...playbook.channels.flatMap(({ moves }) => moves.map(({ move }) => move)),
    ...playbook.processes.flatMap(({ begun, completed }) => [...begun, ...completed]),
    ...bargainPatterns(playbook),
  ];
}

const isSupposable = (pattern: MovePattern): boolean =>
  pattern.tag === undefined &&
  (pattern.status?.includes('actual') ?? true) &&
  (pattern.act ?? pattern.type) !== undefined;

/** One move that the pattern fits, done by each side that it may mean. */
function suppose(
  pattern: MovePattern,
  pairs: readonly Pair[],
  day: string,
  sides: readonly string[],
): readonly Move[] {
  const doers =
    pattern.by ?? (pattern.among ? [pattern.among.join(' ')] : pairs.flatMap((pair) => pair.sides));
  const acts = pattern.act ?? [undefined];
  return [...new Set(doers)].flatMap((doer) =>
    acts.flatMap((act) => {
      const by = doer.split(' ');
      const others = pairs.flatMap((pair) =>
        pair.sides.includes(by[0]) ? pair.sides.filter((side) => !by.includes(side)) : [],
      );
      const to = pattern.among ? [] : (pattern.to ?? others).slice(0, 1);
      const type = pattern.type?.[0] ?? 'mobilize';
      const classId = pattern.class?.[0];
      const given = {
        type,
        on: day,
        by,
        to,
        status: 'actual',
        tags: [],
        ...(act && { act }),
        ...(pattern.mode && { mode: pattern.mode[0] }),
        ...(classId && { class: classId }),
      } as const;
      const id = contentId(
        'supposed',
        type,
        act ?? '',
        by.join(),
        to.join(),
        classId ?? '',
        pattern.mode?.[0] ?? '',
      );
      return [toMove(given, id, { knownFrom: day, sides })];
    }),
  );
}

/** Changes that only repeat the supposed move are no consequence. */
const isConsequence = ({ part, kind, fields }: Change): boolean => {
  if (part === 'legal')
    return fields.some(({ name, after }) => name === 'triggers' && after !== '[]' && after !== '');
  if (part === 'ladder') return fields.some(({ name }) => name === 'rung');
  if (part === 'channels') return fields.some(({ name }) => name === 'state');
  return kind === 'changed' && ['moratoria', 'bargains', 'outlooks', 'processes', 'pauses'].includes(part);
};

function toItem(move: Move, change: Change, playbook: Playbook): WatchItem {
  const rule = change.because.rules.at(-1) ?? change.lineId;
  const { type, act, sideIds, targetSideIds, classId } = move;
  return {
    id: contentId('watch', playbook.id, move.id, change.lineId),
    rule,
    part: change.part,
    move: { type, ...(act && { act }), by: sideIds, to: targetSideIds, ...(classId && { classId }) },
    fields: change.fields,
  };
}

/**
 * What a single further move would set off: each kind of move that some entry waits for is supposed to happen on
 * `validAt`, and the situation with it is compared with the one without.
 */
export function watch(
  input: SituationInput,
  playbook: Playbook,
  settings: SituationSettings,
): readonly WatchItem[] {
  const now = situate(input, playbook, settings);
  const supposed = awaited(playbook)
    .filter(isSupposable)
    .flatMap((pattern) => suppose(pattern, playbook.ladder.pairs, settings.validAt, playbook.sides));
  const kinds = new Map(supposed.map((move) => [move.id, move]));
  const items = [...kinds.values()].flatMap((move) => {
    const then = situate(input, playbook, { ...settings, supposed: [move] });
    return compareSituations(now, then)
      .filter(isConsequence)
      .map((change) => toItem(move, change, playbook));
  });
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
