import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { modelsFolder } from '../playbook/data-folder.ts';
import type { SkillTable } from '../stages/foresee/dynamics/to-result.ts';
import type { Session } from './session.ts';

const Outcomes = z.record(
  z.string(),
  z.object({ overClimatology: z.number(), overBestSimple: z.number(), starts: z.number() }),
);
const Skill = z.object({ horizons: z.array(z.object({ days: z.number(), outcomes: Outcomes })).min(1) });

/**
 * How good figures of each outcome were on past starts, in windows of the length nearest to the one asked about; undefined
 * where it was never measured (models/scenarios, made by `npm run eval:scenarios -- --write`).
 */
export function findSkill({ theatre }: Session, days: number): SkillTable | undefined {
  const file = join(modelsFolder(), 'scenarios', `${basename(theatre)}.json`);
  if (!existsSync(file)) return undefined;
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const { horizons } = Skill.parse(value);
  const far = (one: { readonly days: number }): number => Math.abs(one.days - days);
  return horizons.toSorted((a, b) => far(a) - far(b))[0].outcomes;
}
