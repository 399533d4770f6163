import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { OutcomeResult } from '../model/scenario.ts';
import { modelsFolder } from './data-folder.ts';

const Skill = z.object({ overClimatology: z.number(), overBestSimple: z.number(), starts: z.number() });

const SkillFile = z.object({
  format: z.literal('demarche-scenario-skill'),
  version: z.literal(1),
  card: z.record(z.string(), z.string()),
  horizons: z.array(z.object({ days: z.number(), outcomes: z.record(z.string(), Skill) })).min(1),
});

/** Outcome id → how good such figures were on past starts. */
export type ScenarioSkill = Readonly<Record<string, NonNullable<OutcomeResult['skill']>>>;

/**
 * The skill measured for a theatre's outcomes, at the measured length nearest to the horizon; undefined where none was.
 * @param horizonDays length of the scenario
 */
export function loadScenarioSkill(playbookId: string, horizonDays: number): ScenarioSkill | undefined {
  const file = join(modelsFolder(), 'scenarios', `${playbookId}.json`);
  if (!existsSync(file)) return undefined;
  const { horizons } = SkillFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const away = (days: number): number => Math.abs(Math.log(days / horizonDays));
  return horizons.toSorted((a, b) => away(a.days) - away(b.days)).at(0)?.outcomes;
}
