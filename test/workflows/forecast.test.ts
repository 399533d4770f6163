import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/model/user-error.ts';
import { drawReliability } from '../../src/workflows/draw-reliability.ts';
import { silent } from '../../src/workflows/effects.ts';
import { forecast, forecastOf } from '../../src/workflows/forecast.ts';
import { learn, learnFrom } from '../../src/workflows/learn.ts';
import { pastMoves } from '../../src/workflows/past-moves.ts';
import { score } from '../../src/workflows/score.ts';
import { openSession } from '../../src/workflows/session.ts';
import type { Session } from '../../src/workflows/session.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-forecast-'));
const effects = silent(() => '2026-11-21T12:00:00.000Z');
const KNOWN_AT = '2021-03-24';
const weights = join(folder, 'weights.json');
let session: Session;

beforeAll(async () => {
  session = openSession({ ledger: join(folder, 'test.ledger') });
  await learn(session, effects, { knownAt: KNOWN_AT, windows: [30], out: weights });
});

afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true });
});

const question = { within: 30, knownAt: KNOWN_AT, weights, limit: 5 } as const;

describe('learning and forecasting from a ledger', () => {
  it('learns the same weights from the same moves, whatever came later', () => {
    const again = learnFrom(pastMoves(session, KNOWN_AT), session.theatre, {
      knownAt: KNOWN_AT,
      windows: [30],
    });
    const withLater = learnFrom(pastMoves(session), session.theatre, { knownAt: KNOWN_AT, windows: [30] });
    expect(readFileSync(weights, 'utf8')).toContain(again.id);
    // The card tells of more moves, but the weights are the same.
    expect(withLater.id).toBe(again.id);
  });

  it('keeps forecasts in the ledger with method, weights and both times, once', () => {
    const made = forecast(session, question, effects);
    forecast(session, question, effects);
    const entries = [...session.ledger.entries({ kind: 'forecast' })];
    expect(made.forecasts).toHaveLength(5);
    expect(entries).toHaveLength(5);
    expect(entries[0].body).toMatchObject({
      forecast: { knownAt: KNOWN_AT, weightsId: made.weightsId, from: '2021-03-25' },
    });
    expect(entries[0].madeBy).toMatchObject({ kind: 'forecaster', version: made.weightsId });
  });

  it('scores what has fallen due and takes each outcome down once', () => {
    forecast(session, question, effects);
    const board = score(session, effects);
    const ours = board.sources.find(({ kind }) => kind === 'method');
    expect(ours?.score.count).toBe(5);
    expect(score(session, effects).settled).toBe(0);
    expect(drawReliability(board.sources)).toContain('<circle');
  });

  it('does not use weights that have seen later days', () => {
    const before = forecastOf(session, { ...question, knownAt: '2020-06-30' });
    expect(before.weightsId).not.toBe(forecastOf(session, question).weightsId);
    expect(before.forecasts[0].from).toBe('2020-07-01');
  });

  it('says what to mend when nothing is recorded of an actor', () => {
    expect(() => forecastOf(session, { ...question, actor: 'nobody-knows' })).toThrow(UserError);
  });

  it('says what to mend when the weights are of another format', () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"format":"other"}');
    expect(() => forecastOf(session, { ...question, weights: broken })).toThrow(UserError);
  });
});
