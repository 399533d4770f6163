import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HORIZONS } from './measure-outcomes.ts';
import type { OutcomeScore } from './score-outcomes.ts';
import type { Theatre } from './theatre-record.ts';

const PAGE = join('docs', 'foresight.md');
const BEGIN = '<!-- scenarios -->';
const END = '<!-- /scenarios -->';

/** Puts the tables between their marks in the page on foresight. */
export function writeDocs(tables: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${PAGE} has no ${BEGIN} … ${END}`);
  writeFileSync(PAGE, `${page.slice(0, begin + BEGIN.length)}\n\n${tables}\n\n${page.slice(end)}`);
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The skill of each outcome by length of window, which results of scenarios quote. */
export function writeSkill({ playbook, withTable }: Theatre, scores: readonly OutcomeScore[]): void {
  const horizons = HORIZONS.map((days) => ({
    days,
    outcomes: Object.fromEntries(
      scores
        .filter((one) => one.days === days)
        .map(({ outcome, overClimatology, overBestSimple, starts }) => [
          outcome,
          { overClimatology: rounded(overClimatology), overBestSimple: rounded(overBestSimple), starts },
        ]),
    ),
  }));
  const card = {
    theatre: playbook.id,
    starts:
      'first day of each month, 2014 to 2022, walk-forward; outcomes only once their record has run two years',
    launches: withTable
      ? 'CNS North Korea missile test database (NTI), not shipped'
      : "the playbook's chronicle",
    others: "the playbook's chronicle",
    howToRemake: 'npm run eval:scenarios -- --write',
  };
  mkdirSync(join('models', 'scenarios'), { recursive: true });
  const text = JSON.stringify(
    { format: 'demarche-scenario-skill', version: 1, card, outcomes: horizons.at(-1)?.outcomes, horizons },
    null,
    2,
  );
  writeFileSync(join('models', 'scenarios', `${playbook.id}.json`), `${text}\n`);
}
