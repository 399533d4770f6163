import { join } from 'node:path';
import { z } from 'zod';
import { contentId } from '../model/content-id.ts';
import type { Claim, OutlookClaim } from '../model/claim.ts';
import type { MoveForecast, Outcome } from '../model/forecast.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { quote } from '../model/span.ts';
import { dataFolder } from '../playbook/data-folder.ts';
import { loadYaml } from '../playbook/load-yaml.ts';
import { toMoveBook } from '../stages/foresee/move-book.ts';
import type { MoveBook } from '../stages/foresee/move-book.ts';
import { scoreForecasts, skill } from '../stages/foresee/score-forecasts.ts';
import type { ForecastScore, Scored } from '../stages/foresee/score-forecasts.ts';
import { settleForecast } from '../stages/foresee/settle-forecast.ts';
import type { Effects } from './effects.ts';
import { pastMoves } from './past-moves.ts';
import type { Session } from './session.ts';
import { situationOf } from './situation.ts';

export interface SourceScore {
  /** Whose forecasts: a method of ours, an outlet, an assessor. */
  readonly kind: 'method' | 'outlet' | 'assessor';
  readonly name: string;
  readonly score: ForecastScore;
  /** Over climatology of the same pair and type, 0 to 1; only for our own. */
  readonly skill?: number;
  readonly open: number;
  readonly void: number;
}

export interface ScoreBoard {
  readonly sources: readonly SourceScore[];
  /** How many outcomes were newly taken down. */
  readonly settled: number;
}

const Forecast = z.object({
  actor: z.string(), target: z.string(), type: z.string(), from: z.string(), until: z.string(),
  probability: z.number(), climatology: z.number(), method: z.string(), base: z.number(),
  interval: z.tuple([z.number(), z.number()]),
}); // prettier-ignore

type Told = z.infer<typeof Forecast>;

interface Settled {
  readonly id: string;
  readonly forecast: Told;
  readonly outcome: Outcome | undefined;
}

/** Settles what has fallen due, takes the outcomes down, and scores everybody who forecast. */
export function score(session: Session, effects: Effects): ScoreBoard {
  const book = toMoveBook(pastMoves(session));
  const settled = settleAll(session, book, effects.now().slice(0, 10));
  const entries = settled.flatMap(({ id, outcome }) =>
    outcome === undefined ? [] : [toEntry(id, outcome, effects.now())],
  );
  const added = session.ledger.append(entries);
  const methods = [...new Set(settled.map(({ forecast }) => forecast.method))];
  const ours = methods.map((name) =>
    scoreMethod(
      name,
      settled.filter(({ forecast }) => forecast.method === name),
    ),
  );
  return { sources: [...ours, ...scoreOutlooks(session)], settled: added };
}

function settleAll(session: Session, book: MoveBook, today: string): readonly Settled[] {
  const settled: Settled[] = [];
  for (const { id, body } of session.ledger.entries({ kind: 'forecast' })) {
    const found = body.kind === 'forecast' ? Forecast.safeParse(body.forecast) : undefined;
    if (found?.success !== true) continue;
    const whole: MoveForecast = { ...found.data, terms: [], rules: [] };
    settled.push({ id, forecast: found.data, outcome: settleForecast(whole, book, today) });
  }
  return settled;
}

function toEntry(forecastId: string, outcome: Outcome, now: string): LedgerEntry {
  return {
    id: contentId('resolution', forecastId, JSON.stringify(outcome)),
    madeBy: { kind: 'forecaster', name: 'settle', version: '1' },
    recordedAt: now,
    knownFrom: now,
    subject: forecastId,
    body: { kind: 'resolution', resolution: { forecastId, ...outcome } },
  };
}

function scoreMethod(name: string, settled: readonly Settled[]): SourceScore {
  const decided = settled.filter(({ outcome }) => outcome?.kind === 'held' || outcome?.kind === 'failed');
  const by = (probability: (forecast: Told) => number): readonly Scored[] =>
    decided.map(({ forecast, outcome }) => ({
      probability: probability(forecast),
      held: outcome?.kind === 'held',
    }));
  const scored = scoreForecasts(by(({ probability }) => probability));
  const climatology = scoreForecasts(by((forecast) => forecast.climatology));
  return {
    kind: 'method',
    name,
    score: scored,
    skill: skill(scored.brier, climatology.brier),
    open: settled.filter(({ outcome }) => outcome === undefined).length,
    void: settled.filter(({ outcome }) => outcome?.kind === 'void').length,
  };
}

const Meanings = z.object({
  why: z.string(),
  source: z.string(),
  hedges: z.record(z.string(), z.number()),
  moods: z.record(z.string(), z.number()),
});

interface ToldOutlook extends Scored {
  readonly outlet: string;
  readonly assessor: string;
  readonly state: string;
}

/** Outlooks of reports, by who printed them and who voiced them, where the playbook says what settles them. */
function scoreOutlooks(session: Session): readonly SourceScore[] {
  const told = toldOutlooks(session);
  const by = (kind: 'outlet' | 'assessor'): readonly SourceScore[] =>
    [...new Set(told.map((each) => each[kind]))].sort().map((name) => {
      const own = told.filter((each) => each[kind] === name);
      return {
        kind,
        name,
        score: scoreForecasts(own.filter(({ state }) => state === 'true' || state === 'false')),
        open: own.filter(({ state }) => state === 'open').length,
        void: own.filter(({ state }) => state === 'partly' || state === 'fallen-due').length,
      };
    });
  return [...by('outlet'), ...by('assessor')];
}

function toldOutlooks(session: Session): readonly ToldOutlook[] {
  const meanings = loadYaml(join(dataFolder(), 'foresight.yml'), Meanings);
  const state = session.state();
  if (state.readings.length === 0) return [];
  const lastDay = session.playbook().chronicle.map(({ on }) => on).sort().at(-1); // prettier-ignore
  const { outlooks } = situationOf(session, state, lastDay === undefined ? {} : { validAt: lastDay });
  return outlooks.flatMap((line) =>
    line.because.claimIds.flatMap((id) => {
      const claim = state.claims.get(id);
      if (claim?.kind !== 'outlook') return [];
      const report = state.reports.get(claim.reportId);
      return [
        {
          outlet: report?.outlet ?? 'no outlet named',
          assessor: assessorOf(claim, report?.text ?? ''),
          state: line.state,
          probability: meantBy(claim, meanings),
          held: line.state === 'true',
        },
      ];
    }),
  );
}

const meantBy = (claim: OutlookClaim, { hedges, moods }: z.infer<typeof Meanings>): number =>
  hedges[claim.hedge?.certitude ?? ''] ?? moods[claim.mood] ?? 0.5;

/** Who voiced it: the actor, where told apart; otherwise in the words of the report. */
function assessorOf({ attribution }: Claim, text: string): string {
  const speaker = attribution.at(0)?.speaker;
  if (speaker === undefined) return 'the outlet itself';
  return speaker.actorId ?? speaker.sideId ?? `“${quote(text, speaker.span)}”`;
}
