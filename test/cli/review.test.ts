import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demarche, newFolder } from './demarche.ts';

const ledger = join(newFolder(), 'review.ledger');
const on = (...args: readonly string[]): readonly string[] => ['--ledger', ledger, '--json', ...args];
const Items = z.array(z.looseObject({ id: z.string() }));
const rows = (out: string): z.infer<typeof Items> =>
  Items.parse(
    out
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line)),
  );

describe('demarche review', () => {
  beforeAll(() => {
    demarche(on('read', 'samples/korea-2021/09-ballistic-launch.md'));
  });

  it('takes a decision down, leaves it out of the queue, and brings it back when undone', () => {
    const before = rows(demarche(on('review')).out);
    const { id } = before[0];
    const [entry] = rows(demarche(on('review', 'reject', id, '--reason', 'no deed')).out);
    expect(rows(demarche(on('review')).out).map((item) => item.id)).not.toContain(id);
    expect(demarche(on('review', 'export')).out).toContain('no deed');
    expect(demarche(on('review', 'undo', entry.id)).code).toBe(0);
    expect(rows(demarche(on('review')).out).map((item) => item.id)).toContain(id);
  });

  it('says so when nothing has the id', () => {
    const { code, err } = demarche(on('review', 'accept', 'claim-none'));
    expect(code).toBe(1);
    expect(err).toContain('nothing here has the id');
  });
});

describe('demarche export', () => {
  it.each([
    ['csv', /^id,type,act/u],
    ['jsonl', /^\{"id":"move-/u],
    ['timelinejs', /^\{\s*"events"/u],
    ['graphml', /^<\?xml/u],
  ])('writes %s', (format, start) => {
    const { code, out } = demarche(on('export', '--format', format));
    expect(code).toBe(0);
    expect(out).toMatch(start);
  });

  it('refuses a format it does not know', () => {
    expect(demarche(on('export', '--format', 'xls')).err).toContain('One of: csv');
  });
});
