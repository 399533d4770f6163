import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportedEvent } from '../../src/model/ledger.ts';
import { UserError } from '../../src/model/user-error.ts';
import { fromDayNumber, toDayNumber } from '../../src/stages/foresee/move-book.ts';
import { openSegments, segmentFolder } from '../../src/store/event-segments.ts';
import { namedHistory } from '../../src/workflows/named-history.ts';
import { rankNext } from '../../src/workflows/rank-next.ts';
import { openSession } from '../../src/workflows/session.ts';
import type { Session } from '../../src/workflows/session.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-next-'));
const session: Session = openSession({ ledger: join(folder, 'test.ledger') });
const START = toDayNumber('2021-01-01');
const KNOWN_AT = '2023-06-30';

/** Every third day Ardia courts Belonia; every ninth it courts Cestria as well, from whom nothing comes back. */
const events = Array.from({ length: 600 }, (_, i): ImportedEvent => ({
  source: 'icews',
  rowId: `r${i}`,
  happenedOn: fromDayNumber(START + Math.floor(i / 2) * 3),
  actorId: 'ardia',
  targetId: i % 6 === 1 ? 'cestria' : 'belonia',
  type: i % 2 === 0 || i % 6 === 1 ? 'courtship' : 'parley',
  row: `row ${i}`,
}));

beforeAll(async () => {
  const writer = await openSegments(segmentFolder(session.ledger.file));
  const about = { file: 'made-up.tsv', recordedAt: '2026-11-21T12:00:00.000Z' };
  await writer.write('one', events.slice(0, 300).map((event, line) => ({ event, line })), about); // prettier-ignore
  await writer.write('two', events.slice(300).map((event, line) => ({ event, line })), about); // prettier-ignore
  writer.close();
});

afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true });
});

describe('who is next', () => {
  it('takes the imported segments beside the ledger into the history', async () => {
    const { history, actors, types } = await namedHistory(session, KNOWN_AT);
    const subject = actors.indexOf('ardia');
    expect(Array.from(history.subject).filter((actor) => actor === subject)).toHaveLength(600);
    expect(types).toContain('courtship');
  });

  it('leaves out what happened after the day of knowing', async () => {
    const { history } = await namedHistory(session, '2021-12-31');
    expect(history.day[history.count - 1]).toBeLessThanOrEqual(toDayNumber('2021-12-31'));
  });

  it('puts the usual one first, and its score is the sum of its named terms', async () => {
    const { candidates } = await rankNext(session, { actor: 'ardia', type: 'courtship', knownAt: KNOWN_AT });
    expect(candidates.slice(0, 2).map(({ actor }) => actor)).toEqual(['belonia', 'cestria']);
    for (const { score, terms } of candidates)
      expect(terms.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 8);
  });

  it('answers the other way round', async () => {
    const { candidates } = await rankNext(session, {
      target: 'belonia',
      type: 'courtship',
      knownAt: KNOWN_AT,
    });
    expect(candidates[0].actor).toBe('ardia');
  });

  it('says what to mend where nothing or both are named', async () => {
    await expect(rankNext(session, { type: 'courtship' })).rejects.toThrow(UserError);
    await expect(rankNext(session, { actor: 'nobody-known', type: 'courtship' })).rejects.toThrow(UserError);
  });
});
