import type { Entry, Playbook } from '../model/playbook.ts';

/** Every entry of a playbook that a line may rest on, by id. */
export function listEntries(playbook: Playbook): ReadonlyMap<string, Entry> {
  const { dynamics } = playbook;
  const lists: readonly (readonly Entry[])[] = [
    playbook.ladder.entries, playbook.clauses, playbook.channels, playbook.exercises, playbook.programmes, playbook.moratoria,
    playbook.bargains, playbook.levers, playbook.processes, playbook.relations, playbook.thirdParties, playbook.hypotheses,
    playbook.topics, playbook.tracks, playbook.outlooks,
    dynamics?.streams ?? [], dynamics?.restraints ?? [], dynamics?.responses ?? [], dynamics?.outcomes ?? [],
  ]; // prettier-ignore
  return new Map(lists.flat().map((entry) => [entry.id, entry]));
}
