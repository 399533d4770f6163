import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { globSync } from 'tinyglobby';
import type { z } from 'zod';
import { contentId } from '../model/content-id.ts';
import type { Playbook } from '../model/playbook.ts';
import { UserError } from '../model/user-error.ts';
import * as agreements from './agreement-schema.ts';
import { dataFolder as shippedData } from './data-folder.ts';
import { loadDynamics } from './load-dynamics.ts';
import { loadObjectParents, toAncestors } from './load-object-classes.ts';
import { loadYaml } from './load-yaml.ts';
import * as schema from './playbook-schema.ts';
import * as to from './to-entry.ts';
import { toPattern } from './to-pattern.ts';

/** Reads every file `NAME.yml` and `NAME-*.yml` of the folder and puts the lists behind one another. */
function loadLists<T>(folder: string, name: string, of: z.ZodType<T[]>): T[] {
  const files = globSync([`${name}.yml`, `${name}-*.yml`], { cwd: folder }).sort();
  return files.flatMap((file) => loadYaml(join(folder, file), of));
}

function loadOne<T>(folder: string, name: string, of: z.ZodType<T>): T | undefined {
  const file = join(folder, `${name}.yml`);
  return existsSync(file) ? loadYaml(file, of) : undefined;
}

/** Every file of the playbook by name, for its version and for the linter's places. */
export const playbookFiles = (folder: string): readonly string[] =>
  globSync('*.yml', { cwd: folder })
    .sort()
    .map((file) => join(folder, file));

function versionOf(folder: string, classes: Playbook['classes']): string {
  const texts = playbookFiles(folder).map((file) => `${basename(file)}\n${readFileSync(file, 'utf8')}`);
  return contentId('playbook', ...texts, JSON.stringify(classes));
}

/** Names of the playbooks in a data folder. */
export function playbookNames(data = shippedData()): readonly string[] {
  const folder = join(data, 'playbooks');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'playbook.yml')))
    .sort();
}

/** The folder of a playbook: a path to one, or the name of one in the data folder. */
export function playbookFolder(nameOrPath: string, data = shippedData()): string {
  for (const folder of [join(data, 'playbooks', nameOrPath), nameOrPath]) {
    if (existsSync(join(folder, 'playbook.yml'))) return folder;
  }
  const names = playbookNames(data).join(', ');
  throw new UserError(`no playbook "${nameOrPath}"`, {
    hint: `There are: ${names}. Or give a folder with a playbook.yml.`,
  });
}

/**
 * Loads a playbook by name or by path.
 * @throws UserError with file and line for an unknown key or a wrong value.
 */
export function loadPlaybook(nameOrPath: string, data = shippedData()): Playbook {
  const folder = playbookFolder(nameOrPath, data);
  const head = loadYaml(join(folder, 'playbook.yml'), schema.playbookFile);
  const parents = new Map([...loadObjectParents(data), ...Object.entries(head.classes)]);
  const classes = toAncestors(parents);
  const programmes = loadOne(folder, 'programmes', schema.programmesFile);
  const relations = loadOne(folder, 'relations', agreements.relationsFile);
  const hypotheses = loadOne(folder, 'hypotheses', agreements.hypothesesFile);
  const playbook: Playbook = {
    id: head.id,
    title: head.title,
    why: head.why,
    sides: head.sides,
    judged: head.judged.map(toPattern),
    version: versionOf(folder, classes),
    ladder: to.toLadder(loadYaml(join(folder, 'ladder.yml'), schema.ladderFile)),
    clauses: loadLists(folder, 'rules', schema.clausesFile).map(to.toClause),
    channels: loadLists(folder, 'channels', schema.channelsFile).map(to.toChannel),
    exercises: loadLists(folder, 'posture', schema.postureFile).map(to.toExercise),
    programmes: (programmes?.programmes ?? []).map(to.toProgramme),
    moratoria: (programmes?.moratoria ?? []).map(to.toMoratorium),
    bargains: loadLists(folder, 'bargains', agreements.bargainsFile).map(to.toBargain),
    levers: loadLists(folder, 'levers', agreements.leversFile).map(to.toLever),
    processes: loadLists(folder, 'processes', agreements.processesFile).map(to.toProcess),
    relations: (relations?.relations ?? []).map(to.toRelation),
    thirdParties: (relations?.['third-parties'] ?? []).map(to.toThirdParty),
    tracks: (relations?.tracks ?? []).map(to.toTrack),
    hypotheses: (hypotheses?.hypotheses ?? []).map(to.toHypothesis),
    topics: (hypotheses?.topics ?? []).map(to.toTopic),
    outlooks: loadLists(folder, 'outlooks', agreements.outlooksFile).map(to.toOutlook),
    chronicle: loadLists(folder, 'chronicle', agreements.chronicleFile).map(to.toFact),
    classes,
  };
  const dynamics = loadDynamics(folder, playbook);
  return dynamics === undefined ? playbook : { ...playbook, dynamics };
}
