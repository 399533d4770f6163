import { parseArgs } from 'node:util';
import { judge } from '../src/stages/situate/judge-acts.ts';
import { loadPlaybook } from '../src/playbook/load-playbook.ts';
import { toMove } from '../src/stages/situate/to-move.ts';
import { CHECKLIST } from './situation/checklist.ts';
import { readGround } from './situation/ground.ts';
import { LEGAL_CASES } from './situation/legal-cases.ts';
import type { LegalCase } from './situation/legal-cases.ts';
import { hasSeeds } from './situation/read-state.ts';
import { TRAPS } from './situation/traps.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

interface Row {
  readonly group: 'traps' | 'legal' | 'checklist';
  readonly name: string;
  readonly right: boolean;
}

const say = (line: string): void => {
  console.log(line);
};

const playbook = loadPlaybook('korea');

function judgeCase(one: LegalCase): boolean {
  const { on, act, classId } = one;
  const given = {
    type: 'mobilize',
    act,
    on,
    by: ['prk'],
    to: [],
    status: 'actual',
    tags: [],
    ...(classId && { class: classId }),
  } as const;
  const found = judge(toMove(given, 'case', { knownFrom: on, sides: playbook.sides }), playbook);
  const violated = found.trace.filter(({ outcome }) => outcome === 'violated').map(({ clause }) => clause);
  const traced =
    one.verdict === 'violates'
      ? one.violated.every((clause) => violated.includes(clause))
      : violated.length === 0;
  return found.verdict === one.verdict && traced;
}

const legal = LEGAL_CASES.map((one): Row => ({
  group: 'legal',
  name: `${one.on} ${one.classId ?? one.act}: ${one.verdict}`,
  right: judgeCase(one),
}));

async function fromReports(): Promise<readonly Row[]> {
  if (!hasSeeds()) {
    say('The two reports of ../shared/seeds are not here: traps and checklist are left out.');
    return [];
  }
  const ground = await readGround();
  const traps: Row[] = [];
  for (const trap of TRAPS)
    traps.push({ group: 'traps', name: `${trap.number} ${trap.name}`, right: await trap.passes(ground) });
  const checks = CHECKLIST.map((one): Row => ({
    group: 'checklist',
    name: `${one.system} ${one.on} ${one.says}`,
    right: one.holds(ground.at(one.on)),
  }));
  return [...traps, ...checks];
}

const rows = [...legal, ...(await fromReports())];
for (const { group, name, right } of rows) say(`${right ? 'right' : 'WRONG'}  ${group.padEnd(9)}  ${name}`);
const count = (group: Row['group'], right?: boolean): number =>
  rows.filter((row) => row.group === group && (right === undefined || row.right === right)).length;
const figures = {
  'traps.passed': count('traps', true),
  'traps.total': count('traps'),
  'legal.right': count('legal', true),
  'legal.total': count('legal'),
  'checklist.right': count('checklist', true),
  'checklist.total': count('checklist'),
};
if (values.json) say(JSON.stringify(figures));
else for (const [name, value] of Object.entries(figures)) say(`${name.padEnd(16)} ${value}`);
