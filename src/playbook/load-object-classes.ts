import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { z } from 'zod';
import { loadYaml } from './load-yaml.ts';
import { pluralOf } from './plural.ts';

const is = z.union([z.string(), z.array(z.string())]).optional();
const objects = z.object({
  objects: z.array(z.object({ id: z.string(), is, nouns: z.array(z.string()).optional() })),
});

/** Object class → its parents, from `data/actors/objects*.yml`. Empty where the folder has none. */
export function loadObjectParents(dataFolder: string): ReadonlyMap<string, readonly string[]> {
  const folder = join(dataFolder, 'actors');
  const parents = new Map<string, readonly string[]>();
  if (!existsSync(folder)) return parents;
  for (const file of globSync('objects*.yml', { cwd: folder }).sort()) {
    for (const entry of loadYaml(join(folder, file), objects).objects) {
      const wider = entry.is ?? [];
      parents.set(entry.id, Array.isArray(wider) ? wider : [wider]);
    }
  }
  return parents;
}

/** Object class → its first noun, by which people call it, one and several: "missile", "missiles". */
export function loadObjectNames(
  dataFolder: string,
): ReadonlyMap<string, { readonly one: string; readonly several: string }> {
  const folder = join(dataFolder, 'actors');
  if (!existsSync(folder)) return new Map();
  const entries = globSync('objects*.yml', { cwd: folder })
    .sort()
    .flatMap((file) => loadYaml(join(folder, file), objects).objects);
  return new Map(
    entries.flatMap(({ id, nouns }) => {
      const one = nouns?.[0];
      return one === undefined ? [] : [[id, { one, several: pluralOf(one) }] as const];
    }),
  );
}

/** Each class with itself and all its ancestors. */
export function toAncestors(
  parents: ReadonlyMap<string, readonly string[]>,
): Record<string, readonly string[]> {
  const found: Record<string, readonly string[]> = {};
  for (const id of parents.keys()) {
    const all = new Set<string>([id]);
    for (const member of all) for (const parent of parents.get(member) ?? []) all.add(parent);
    found[id] = [...all];
  }
  return found;
}
