import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { MovePattern, Test } from '../model/move-pattern.ts';
import type { Entry, Playbook } from '../model/playbook.ts';
import { playbookFiles } from './load-playbook.ts';

/** Trouble in a playbook, with the place where it stands. */
export interface PlaybookTrouble {
  readonly where: string;
  readonly what: string;
  readonly hint: string;
}

interface Found {
  readonly id: string;
  readonly what: string;
  readonly hint: string;
}

/** Every entry of the lists that have ids and cases. */
export function listEntries(playbook: Playbook): readonly Entry[] {
  return [
    ...playbook.ladder.entries, ...playbook.clauses, ...playbook.channels, ...playbook.exercises, ...playbook.programmes,
    ...playbook.moratoria, ...playbook.bargains, ...playbook.levers, ...playbook.processes, ...playbook.relations,
    ...playbook.thirdParties, ...playbook.tracks, ...playbook.hypotheses, ...playbook.topics, ...playbook.outlooks,
  ]; // prettier-ignore
}

function twice(playbook: Playbook): readonly Found[] {
  const ids = [
    ...listEntries(playbook).map(({ id }) => id),
    ...playbook.chronicle.map(({ id }) => id),
    ...playbook.ladder.rungs.map(({ id }) => id),
    ...playbook.ladder.pairs.map(({ id }) => id),
    ...playbook.bargains.flatMap(({ terms }) => terms.map(({ id }) => id)),
  ];
  const again = ids.filter((id, i) => ids.indexOf(id) !== i);
  return [...new Set(again)].map((id) => ({
    id,
    what: `id "${id}" is used twice`,
    hint: 'Give one of them another id.',
  }));
}

const sideOf = (id: string): string => id.split('.')[0];

function testPatterns(test: Test | undefined): readonly MovePattern[] {
  switch (test?.kind) {
    case undefined:
    case 'on-or-after':
      return [];
    case 'all':
    case 'any':
      return test.of.flatMap(testPatterns);
    case 'not':
      return testPatterns(test.of);
    case 'order':
      return test.moves;
    case 'gap':
      return [test.move];
    case 'some':
    case 'none':
      return [test.move, ...(test.since ? [test.since] : [])];
  }
}

/** Every pattern with the id of the entry that it stands in. */
function patternsOf(playbook: Playbook): readonly (readonly [string, MovePattern])[] {
  const found: [string, MovePattern][] = [];
  const add = (id: string, patterns: readonly MovePattern[]): void => {
    for (const one of patterns) found.push([id, one]);
  };
  for (const { id, move } of playbook.ladder.entries) add(id, [move]);
  for (const one of playbook.clauses)
    add(one.id, [...one.prohibits, ...one.disputes, ...one.relates, ...one.triggers, ...one.exempts]);
  for (const one of playbook.channels) add(one.id, [...one.contact, ...one.moves.map(({ move }) => move)]);
  for (const one of playbook.moratoria) add(one.id, [one.declared, one.covers, ...one.ends]);
  for (const one of playbook.processes) add(one.id, [...one.begun, ...one.completed]);
  for (const one of playbook.levers) add(one.id, one.used);
  for (const one of playbook.outlooks) add(one.id, [one.yes, one.no, one.partly].flatMap(testPatterns));
  for (const one of playbook.bargains) {
    const terms = one.terms.flatMap(({ met, broken }) => [met, broken]);
    add(one.id, [one.trigger, one.failed, one.met, one.lapsed, one.broken, ...terms].flatMap(testPatterns));
  }
  return found;
}

function dangling(playbook: Playbook): readonly Found[] {
  const rungs = new Set(playbook.ladder.rungs.map(({ id }) => id));
  const clauses = new Set(playbook.clauses.map(({ id }) => id));
  const facts = new Set(playbook.chronicle.map(({ id }) => id));
  const pairs = new Set(playbook.ladder.pairs.map(({ id }) => id));
  const missing = (id: string, kind: string, name: string): Found => ({
    id,
    what: `${kind} "${name}", named by "${id}", does not exist`,
    hint: `Mend the name or add the ${kind}.`,
  });
  return [
    ...playbook.ladder.entries.flatMap(({ id, rung }) =>
      rungs.has(rung) ? [] : [missing(id, 'rung', rung)],
    ),
    ...playbook.ladder.entries.flatMap((one) =>
      (one.pairs ?? []).flatMap((pair) => (pairs.has(pair) ? [] : [missing(one.id, 'pair', pair)])),
    ),
    ...(rungs.has(playbook.ladder.rest) ? [] : [missing('rest', 'rung', playbook.ladder.rest)]),
    ...playbook.clauses.flatMap(({ id, supersededBy }) =>
      supersededBy === undefined || clauses.has(supersededBy) ? [] : [missing(id, 'clause', supersededBy)],
    ),
    ...playbook.chronicle.flatMap(({ id, answers }) =>
      answers.flatMap((fact) => (facts.has(fact) ? [] : [missing(id, 'fact', fact)])),
    ),
  ];
}

function unknownNames(playbook: Playbook): readonly Found[] {
  const sides = new Set(playbook.sides);
  const patterns = patternsOf(playbook);
  const wrongSide = patterns.flatMap(([id, one]) =>
    [...(one.by ?? []), ...(one.to ?? []), ...(one.among ?? [])]
      .filter((name) => !sides.has(sideOf(name)))
      .map((name): Found => ({
        id,
        what: `side "${name}", named by "${id}", is none of this playbook's`,
        hint: 'Add it to `sides` in playbook.yml, or mend the name.',
      })),
  );
  const wrongClass = patterns.flatMap(([id, one]) =>
    [...(one.class ?? []), ...(one.notClass ?? [])]
      .filter((name) => playbook.classes[name] === undefined)
      .map((name): Found => ({
        id,
        what: `class "${name}", named by "${id}", does not exist`,
        hint: 'Add it to `classes` in playbook.yml, or to data/actors/objects.yml.',
      })),
  );
  return [...wrongSide, ...wrongClass];
}

/** Entries that decide something, and so need a case. */
function caseless(playbook: Playbook): readonly Found[] {
  const deciding: readonly Entry[] = [
    ...playbook.ladder.entries, ...playbook.channels, ...playbook.exercises, ...playbook.programmes, ...playbook.moratoria,
    ...playbook.bargains, ...playbook.processes,
  ]; // prettier-ignore
  const rules = deciding.filter(({ cases }) => cases.length === 0);
  return rules.map(({ id }) => ({
    id,
    what: `"${id}" has no case, so nothing shows that it ever fires`,
    hint: 'Add one under `cases`: some given moves, a day, and what to expect.',
  }));
}

/** Finds the line of `id: NAME` in the playbook's files. */
function toPlaces(folder: string): (id: string) => string {
  const texts = playbookFiles(folder).map((file) => ({
    file,
    lines: readFileSync(file, 'utf8').split('\n'),
  }));
  const shown = (file: string): string => relative(process.cwd(), file);
  return (id) => {
    for (const { file, lines } of texts) {
      const line = lines.findLastIndex(
        (one) =>
          one.includes(`id: ${id}`) && !/[\w.-]/u.test(one.charAt(one.indexOf(`id: ${id}`) + 4 + id.length)),
      );
      if (line >= 0) return `${shown(file)}:${line + 1}`;
    }
    return shown(folder);
  };
}

/** Places of ids in the files, for messages of others. */
export const placeOf = toPlaces;

/** Checks the model itself: ids, dangling names, sides and classes, entries without a case. */
export function lintPlaybook(playbook: Playbook, folder: string): readonly PlaybookTrouble[] {
  const place = toPlaces(folder);
  const found = [...twice(playbook), ...dangling(playbook), ...unknownNames(playbook), ...caseless(playbook)];
  return found.map(({ id, what, hint }) => ({ where: place(id), what, hint }));
}
