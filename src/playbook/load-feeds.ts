import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from './data-folder.ts';
import { loadYaml } from './load-yaml.ts';

const Column = z.union([z.number(), z.string()]);

const Feeds = z.array(
  z.strictObject({
    id: z.enum(['gdelt', 'icews', 'polecat', 'acled']),
    delimiter: z.string(),
    header: z.boolean(),
    quoted: z.boolean(),
    width: z.number(),
    rowId: Column,
    happenedOn: Column,
    actor: z.array(Column),
    target: z.array(Column),
    code: Column,
    mode: Column.optional(),
    intensity: Column.optional(),
  }),
);

const Codes = z.record(z.string(), z.record(z.string(), z.string()));

/** How the rows of a coded event feed are cut and what stands where. */
export type Feed = Readonly<z.infer<typeof Feeds>[number]>;

export const loadFeeds = (): readonly Feed[] => loadYaml(join(dataFolder(), 'feeds.yml'), Feeds);

/** Code → type of move, for all feeds together. */
export const loadFeedCodes = (): ReadonlyMap<string, string> =>
  new Map(
    Object.values(loadYaml(join(dataFolder(), 'feed-codes.yml'), Codes)).flatMap((codes) =>
      Object.entries(codes),
    ),
  );
