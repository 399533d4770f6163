import { once } from '../model/once.ts';
import { dataFolder } from '../playbook/data-folder.ts';
import { loadObjectNames } from '../playbook/load-object-classes.ts';
import type { Names } from '../stages/brief/words.ts';
import { plain } from '../stages/brief/words.ts';
import type { Session } from './session.ts';

/** Somebody whom no list knows is named by the words of his id, up to his side or office. */
const nameOfNew = (id: string): string =>
  id.startsWith('new:')
    ? plain(id.slice(4).split('@')[0]).replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase())
    : plain(id);

const things = once(() => loadObjectNames(dataFolder()));

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
  const thing = (id: string): string => things().get(id)?.one ?? plain(id);
  return {
    actor,
    entry: (id) => entries.get(id) ?? thing(id),
    several: (id) => things().get(id)?.several ?? plain(id),
  };
}
