import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { contentId } from '../model/content-id.ts';
import type { PastMove } from '../model/forecast.ts';
import { UserError } from '../model/user-error.ts';
import type { DeedModel } from '../stages/foresee/learn-deeds.ts';
import { fitDeeds, learnDeeds } from '../stages/foresee/learn-deeds.ts';
import { fromDayNumber, toDayNumber, toMoveBook } from '../stages/foresee/move-book.ts';
import type { MoveBook } from '../stages/foresee/move-book.ts';
import type { Effects } from './effects.ts';
import { ownWeightsFile, parseWeights, WEIGHTS_VERSION, WINDOWS } from './forecast-weights.ts';
import type { ForecastWeights } from './forecast-weights.ts';
import { LearnCrew } from './learn-crew.ts';
import { pastMoves } from './past-moves.ts';
import type { Session } from './session.ts';

export interface LearnSettings {
  /** Use only what was known by the end of this day. */
  readonly knownAt?: string;
  readonly windows?: readonly number[];
}

const LEAST_MOVES = 30;

/** Learns weights from moves, in this thread. */
export function learnFrom(
  moves: readonly PastMove[],
  theatre: string,
  settings: LearnSettings = {},
): ForecastWeights {
  // prettier-ignore
  const lesson = toLesson(moves, settings);
  const models = lesson.windows.map((length) => learnDeeds(lesson.book, lesson.before, { length }));
  return toWeights(lesson, theatre, models);
}

interface Lesson {
  readonly book: MoveBook;
  readonly knownAt: string;
  /** Only windows that closed before this day are learned from. */
  readonly before: number;
  readonly windows: readonly number[];
}

function toLesson(moves: readonly PastMove[], settings: LearnSettings): Lesson {
  const book = toMoveBook(moves);
  if (book.moves.length < LEAST_MOVES) {
    throw new UserError(`${book.moves.length} dated moves are too few to learn from`, {
      hint: `At least ${LEAST_MOVES}: read more reports, or name a theatre with a chronicle.`,
    });
  }
  const knownAt = settings.knownAt ?? fromDayNumber(book.lastDay);
  return { book, knownAt, before: toDayNumber(knownAt) + 1, windows: settings.windows ?? WINDOWS };
}

const toWeights = (
  { book, knownAt }: Lesson,
  theatre: string,
  models: readonly DeedModel[],
): ForecastWeights => ({
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
});

export interface Learned {
  readonly file: string;
  readonly weights: ForecastWeights;
  /** How many windows a run that was stopped had learned already. */
  readonly resumed: number;
}

/**
 * Learns from the ledger and writes the weights file, byte for byte the same for any number of threads. After each
 * window what was learned is kept in `FILE.part`, where a run that was stopped goes on.
 */
export async function learn(
  session: Session,
  effects: Effects,
  settings: LearnSettings & { readonly out?: string; readonly threads?: number } = {},
): Promise<Learned> {
  // prettier-ignore
  const file = settings.out ?? ownWeightsFile(session);
  const part = `${file}.part`;
  const moves = pastMoves(session, settings.knownAt);
  const from = contentId('moves', JSON.stringify(moves), settings.knownAt ?? '');
  mkdirSync(dirname(file), { recursive: true });
  const lesson = toLesson(moves, settings);
  const done = modelsDone(part, from);
  const models: DeedModel[] = [];
  const crew = new LearnCrew(lesson.book, settings.threads);
  try {
    for (const length of lesson.windows) {
      models.push(
        done.find((model) => model.length === length) ??
          fitDeeds(await crew.collect(length, lesson.before), lesson.before, { length }),
      );
      effects.progress({ done: models.length, total: lesson.windows.length, what: 'windows' });
      writeWhole(part, JSON.stringify({ from, weights: { ...EMPTY, models } }));
    }
  } finally {
    await crew.close();
  }
  const weights = toWeights(lesson, session.theatre, models);
  writeWhole(file, `${JSON.stringify(weights, undefined, 1)}\n`);
  rmSync(part, { force: true });
  return { file, weights, resumed: done.length };
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
