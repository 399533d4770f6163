import type { Entry } from '../model/playbook.ts';
import { UserError } from '../model/user-error.ts';
import { listEntries } from '../playbook/lint-playbook.ts';
import { loadPlaybook, playbookNames } from '../playbook/load-playbook.ts';
import { loadDefaultTheatre } from './session.ts';

export const listPlaybooks = (): readonly string[] => playbookNames();

/**
 * An entry or a fact of a playbook, by id.
 * @throws UserError when there is none, with the ids that come near.
 */
export function explainEntry(theatre: string | undefined, id: string): Entry {
  const playbook = loadPlaybook(theatre ?? loadDefaultTheatre().theatre);
  const entry = listEntries(playbook).find((one) => one.id === id);
  if (entry !== undefined) return entry;
  const fact = playbook.chronicle.find((one) => one.id === id);
  if (fact !== undefined) return { ...fact, why: fact.says, cases: [] };
  const all = [...listEntries(playbook), ...playbook.chronicle].map((one) => one.id);
  const near = all.filter(
    (one) => one.includes(id) || id.split('.').some((part) => part.length > 3 && one.includes(part)),
  );
  throw new UserError(`no entry "${id}" in the playbook ${playbook.id}`, {
    hint:
      near.length > 0
        ? `Did you mean ${near.slice(0, 5).join(', ')}?`
        : 'demarche playbook check lists what there is.',
  });
}
