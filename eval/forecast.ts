/* How well the next object is ranked on public event graphs: npm run eval:forecast -- [--data FOLDER] [--json] */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureSet } from './forecast/measure-set.ts';
import type { SetFigures } from './forecast/measure-set.ts';
import { printSet, PROTOCOL } from './forecast/print-ranks.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    child: { type: 'string' },
    part: { type: 'string', default: 'test' },
    'no-names': { type: 'boolean', default: false },
  },
});

const SETS = [
  { name: 'icews14', folder: 'icews14-regcn' },
  { name: 'icews14x', folder: 'icews14-xerte' },
  { name: 'icews18', folder: 'icews18' },
  { name: 'icews0515', folder: 'icews05-15-regcn' },
] as const;

if (values.child !== undefined) {
  const figures = measureSet(values.child, {
    part: values.part === 'valid' ? 'valid' : 'test',
    names: !values['no-names'],
  });
  console.log(JSON.stringify(figures));
} else {
  console.log(PROTOCOL);
  const figures: Record<string, number> = {};
  for (const { name, folder } of chosen()) {
    if (!existsSync(folder)) {
      console.log(`${name}: skipped, no folder ${folder}`);
      continue;
    }
    const found = inOwnProcess(folder);
    printSet(name, found);
    Object.assign(figures, flatten(name, found));
  }
  if (values.json) console.log(JSON.stringify(figures));
}

function chosen(): readonly { readonly name: string; readonly folder: string }[] {
  if (values.data !== undefined) return [{ name: 'data', folder: values.data }];
  const only = values.only?.split(',');
  return SETS.filter(({ name }) => only === undefined || only.includes(name)).map(({ name, folder }) => ({
    name,
    folder: join('..', 'shared', 'tkg', folder),
  }));
}

/** Peak memory is a process's own, so each set is measured in one of its own. */
function inOwnProcess(folder: string): SetFigures {
  const given = [...process.execArgv, import.meta.filename, '--child', folder, '--part', values.part];
  const child = spawnSync(process.execPath, values['no-names'] ? [...given, '--no-names'] : given, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  });
  if (child.status !== 0) throw new Error(`measuring ${folder} failed`);
  const figures: unknown = JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '');
  if (!isFigures(figures)) throw new Error(`measuring ${folder} printed no figures`);
  return figures;
}

function isFigures(value: unknown): value is SetFigures {
  return (
    typeof value === 'object' && value !== null && 'single' in value && 'multi' in value && 'cpuS' in value
  );
}

function flatten(name: string, found: SetFigures): Record<string, number> {
  return {
    [`${name}.mrr`]: found.single.mrr,
    [`${name}.h1`]: found.single.h1,
    [`${name}.h3`]: found.single.h3,
    [`${name}.h10`]: found.single.h10,
    [`${name}.cpuS`]: found.cpuS,
    [`${name}.wallS`]: found.wallS,
    [`${name}.peakMb`]: found.peakMb,
    [`${name}.multi.mrr`]: found.multi.mrr,
    [`${name}.recurrence.mrr`]: found.recurrence.mrr,
    [`${name}.climatology.mrr`]: found.climatology.mrr,
  };
}
