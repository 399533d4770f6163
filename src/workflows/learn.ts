import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { contentId } from '../model/content-id.ts';
import type { PastMove } from '../model/forecast.ts';
import { UserError } from '../model/user-error.ts';
import type { DeedModel } from '../stages/foresee/learn-deeds.ts';
import { learnDeeds } from '../stages/foresee/learn-deeds.ts';
import { fromDayNumber, toDayNumber, toMoveBook } from '../stages/foresee/move-book.ts';
import type { Effects } from './effects.ts';
import { ownWeightsFile, parseWeights, WEIGHTS_VERSION, WINDOWS } from './forecast-weights.ts';
import type { ForecastWeights } from './forecast-weights.ts';
import { pastMoves } from './past-moves.ts';
import type { Session } from './session.ts';

export interface LearnSettings {
  /** Use only what was known by the end of this day. */
  readonly knownAt?: string;
  readonly windows?: readonly number[];
}

const LEAST_MOVES = 30;

/** Learns weights from moves; `done` are models learned before from the same moves, which are not learned again. */
export function learnFrom(
  moves: readonly PastMove[],
  theatre: string,
  settings: LearnSettings = {},
  each: {
    readonly done?: readonly DeedModel[];
    readonly learned?: (models: readonly DeedModel[]) => void;
  } = {},
): ForecastWeights {
  // prettier-ignore
  const book = toMoveBook(moves);
  if (book.moves.length < LEAST_MOVES) {
    throw new UserError(`${book.moves.length} dated moves are too few to learn from`, {
      hint: `At least ${LEAST_MOVES}: read more reports, or name a theatre with a chronicle.`,
    });
  }
  const knownAt = settings.knownAt ?? fromDayNumber(book.lastDay);
  const before = toDayNumber(knownAt) + 1;
  const models: DeedModel[] = [];
  for (const length of settings.windows ?? WINDOWS) {
    models.push(each.done?.find((model) => model.length === length) ?? learnDeeds(book, before, { length }));
    each.learned?.(models);
  }
  return {
    format: 'demarche-forecast-weights',
    version: WEIGHTS_VERSION,
    id: contentId('weights', JSON.stringify(models)),
    card: {
      theatre,
      learnedFrom: `moves of the ledger and the chronicle of "${theatre}"`,
      moves: book.moves.length,
      firstDay: fromDayNumber(book.firstDay),
      lastDay: fromDayNumber(book.lastDay),
      knownAt,
      howToRetrain: `demarche learn --theatre ${theatre} --known-at ${knownAt}`,
    },
    models,
  };
}

/** Learns from the ledger and writes the weights file; a run that was stopped goes on where it was. */
export function learn(
  session: Session,
  effects: Effects,
  settings: LearnSettings & { readonly out?: string } = {},
): { readonly file: string; readonly weights: ForecastWeights } {
  // prettier-ignore
  const file = settings.out ?? ownWeightsFile(session);
  const part = `${file}.part`;
  const moves = pastMoves(session, settings.knownAt);
  const from = contentId('moves', JSON.stringify(moves), settings.knownAt ?? '');
  mkdirSync(dirname(file), { recursive: true });
  const windows = settings.windows ?? WINDOWS;
  const weights = learnFrom(moves, session.theatre, settings, {
    done: modelsDone(part, from),
    learned: (models) => {
      effects.progress({ done: models.length, total: windows.length, what: 'windows' });
      writeWhole(part, JSON.stringify({ from, weights: { ...EMPTY, models } }));
    },
  });
  writeWhole(file, `${JSON.stringify(weights, undefined, 1)}\n`);
  rmSync(part, { force: true });
  return { file, weights };
}

const EMPTY = {
  format: 'demarche-forecast-weights',
  version: WEIGHTS_VERSION,
  id: '',
  card: { theatre: '', learnedFrom: '', moves: 0, firstDay: '', lastDay: '', knownAt: '', howToRetrain: '' },
} as const;

function modelsDone(part: string, from: string): readonly DeedModel[] {
  if (!existsSync(part)) return [];
  const value: unknown = JSON.parse(readFileSync(part, 'utf8'));
  if (typeof value !== 'object' || value === null || !('from' in value) || !('weights' in value)) return [];
  return value.from === from ? parseWeights(JSON.stringify(value.weights), part).models : [];
}

/** Never half a file under its own name. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
