import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demarche, newFolder } from '../cli/demarche.ts';

const Line = z.object({
  kind: z.enum(['method', 'outlet', 'assessor']),
  name: z.string(),
  score: z.object({ count: z.number(), brier: z.number() }),
  open: z.number(),
  void: z.number(),
});

const folder = newFolder();
const ledger = join(folder, 'samples.ledger');
const picture = join(folder, 'score.svg');
let lines: readonly z.infer<typeof Line>[] = [];

const total = (kind: 'outlet' | 'assessor', count: (line: z.infer<typeof Line>) => number): number =>
  lines.filter((line) => line.kind === kind).reduce((sum, line) => sum + count(line), 0);

beforeAll(() => {
  expect(demarche(['--ledger', ledger, 'read', 'samples/korea-2021']).code).toBe(0);
  const { out } = demarche(['--ledger', ledger, '--json', 'score', '--out', picture]);
  lines = out
    .trim()
    .split('\n')
    .map((line) => Line.parse(JSON.parse(line)));
}, 300_000);

describe('outlooks of reports', () => {
  it('are scored per outlet, those whose outcome the playbook knows', () => {
    const scored = lines.filter(({ kind, score }) => kind === 'outlet' && score.count > 0);
    expect(scored.length).toBeGreaterThan(1);
    for (const { score } of scored) {
      expect(score.brier).toBeGreaterThan(0);
      expect(score.brier).toBeLessThan(1);
    }
  });

  it('are scored per assessor, each outlook once', () => {
    expect(lines.filter(({ kind }) => kind === 'assessor').length).toBeGreaterThan(1);
    for (const count of [
      (line: z.infer<typeof Line>) => line.score.count,
      (line: z.infer<typeof Line>) => line.open,
      (line: z.infer<typeof Line>) => line.void,
    ]) {
      expect(total('assessor', count)).toBe(total('outlet', count));
    }
  });

  it('name their assessors by actor or by the words of the report', () => {
    const names = lines.filter(({ kind }) => kind === 'assessor').map(({ name }) => name);
    expect(names).not.toContain('pronoun');
    for (const name of names) expect(name).toMatch(/^([a-z.-]+|“.+”|the outlet itself)$/u);
  });

  it('are drawn beside each other with their counts', () => {
    const svg = readFileSync(picture, 'utf8');
    for (const { kind, name, score } of lines) {
      if (score.count > 0) expect(svg).toContain(`${kind} ${name} (${score.count})`);
    }
  });
});
