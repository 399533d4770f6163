import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { modelsFolder } from '../playbook/data-folder.ts';
import type { SkillTable } from '../stages/foresee/dynamics/to-result.ts';
import type { Session } from './session.ts';

const Skill = z.object({
  outcomes: z.record(
    z.string(),
    z.object({ overClimatology: z.number(), overBestSimple: z.number(), starts: z.number() }),
  ),
});

/** How good figures of each outcome were on past starts, as measured when the playbook was made; undefined where never. */
export function findSkill({ theatre }: Session): SkillTable | undefined {
  const file = join(modelsFolder(), 'scenarios', `${basename(theatre)}.json`);
  if (!existsSync(file)) return undefined;
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Skill.parse(value).outcomes;
}
