import { once } from '../model/once.ts';
import { dataFolder } from '../playbook/data-folder.ts';
import type { Playbook } from '../model/playbook.ts';
import { loadObjectNames } from '../playbook/load-object-classes.ts';
import type { Names } from '../stages/brief/words.ts';
import { nameOfNew, plain } from '../stages/brief/words.ts';
import type { Session } from './session.ts';

const things = once(() => loadObjectNames(dataFolder()));

/**
 * What people call an object class: its noun in data/actors; a playbook's own class by the noun of the wider class that
 * ends its id (`anti-ship-cruise-missile` → "anti-ship cruise missile"); else the words of its id.
 */
function nameOfClass(id: string, classes: Playbook['classes'], form: 'one' | 'several'): string {
  const own = things().get(id)?.[form];
  if (own !== undefined) return own;
  const wider = (classes[id] ?? []).find((one) => id.endsWith(`-${one}`) && things().has(one));
  const noun = wider === undefined ? undefined : things().get(wider)?.[form];
  return wider === undefined || noun === undefined ? plain(id) : `${id.slice(0, -wider.length - 1)} ${noun}`;
}

/** Names of actors from data/actors, of entries from the playbook. */
export function namesOf(session: Session): Names {
  const actors = session.actors().actors;
  const playbook = session.playbook();
  const { dynamics } = playbook;
  const entries = new Map<string, string>();
  const named = [
    playbook.ladder.rungs, playbook.channels, playbook.exercises, playbook.programmes, playbook.moratoria, playbook.bargains,
    playbook.levers, playbook.processes, playbook.hypotheses, playbook.topics, playbook.tracks, playbook.outlooks,
    dynamics?.streams ?? [], dynamics?.restraints ?? [], dynamics?.responses ?? [], dynamics?.outcomes ?? [],
  ]; // prettier-ignore
  for (const { id, name } of named.flat()) entries.set(id, name);
  for (const term of playbook.bargains.flatMap(({ terms }) => terms)) entries.set(term.id, term.says);
  for (const { id, instrument, paragraph } of playbook.clauses)
    entries.set(id, paragraph === '' ? instrument : `${instrument} ¶ ${paragraph}`);
  const actor = (id: string): string => actors.get(id)?.name ?? nameOfNew(id);
  for (const { id, sides } of playbook.ladder.pairs)
    entries.set(id, `${actor(sides[0])} – ${actor(sides[1])}`);
  return {
    actor,
    entry: (id) => entries.get(id) ?? nameOfClass(id, playbook.classes, 'one'),
    several: (id) => nameOfClass(id, playbook.classes, 'several'),
  };
}
