import type { Playbook } from '../model/playbook.ts';
import { lintPlaybook, listEntries, placeOf } from '../playbook/lint-playbook.ts';
import type { PlaybookTrouble } from '../playbook/lint-playbook.ts';
import { loadPlaybook, playbookFolder } from '../playbook/load-playbook.ts';
import { runCase } from '../stages/situate/run-case.ts';

export interface PlaybookCheck {
  readonly playbook: string;
  readonly version: string;
  readonly entries: number;
  readonly facts: number;
  readonly cases: number;
  /** Facts and entries that nobody has compared with their source yet. */
  readonly unchecked: number;
  readonly troubles: readonly PlaybookTrouble[];
}

/** Runs every case of every entry; a case that comes out otherwise is trouble. */
export function runCases(playbook: Playbook, place: (id: string) => string): readonly PlaybookTrouble[] {
  return listEntries(playbook).flatMap((entry) =>
    entry.cases.flatMap((one, i): readonly PlaybookTrouble[] => {
      const got = runCase(entry, one, playbook);
      if (got === one.expect) return [];
      const hint = 'Mend the entry, or the case if the entry is right.';
      return [
        {
          where: place(entry.id),
          what: `case ${i + 1} of "${entry.id}" expects ${one.expect} and gets ${got}`,
          hint,
        },
      ];
    }),
  );
}

/**
 * Loads a playbook, checks its names and runs its cases.
 * @throws UserError for a file that cannot be read at all.
 */
export function checkPlaybook(nameOrPath: string): PlaybookCheck {
  const folder = playbookFolder(nameOrPath);
  const playbook = loadPlaybook(nameOrPath);
  const entries = listEntries(playbook);
  const open = [
    ...entries.filter(({ checked }) => checked === false),
    ...playbook.chronicle.filter(({ checked }) => !checked),
  ];
  return {
    playbook: playbook.id,
    version: playbook.version,
    entries: entries.length,
    facts: playbook.chronicle.length,
    cases: entries.reduce((sum, { cases }) => sum + cases.length, 0),
    unchecked: open.length,
    troubles: [...lintPlaybook(playbook, folder), ...runCases(playbook, placeOf(folder))],
  };
}
