import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../model/user-error.ts';
import { modelsFolder } from '../playbook/data-folder.ts';
import type { DeedModel } from '../stages/foresee/learn-deeds.ts';
import type { Session } from './session.ts';

export const WEIGHTS_VERSION = 2;
/** Windows that are learned, in days. */
export const WINDOWS = [1, 7, 30, 90] as const;

const Numbers = z.array(z.number());
const Model = z.object({
  length: z.number(),
  before: z.number(),
  logistic: z.object({
    terms: z.array(z.string()),
    base: z.number(),
    weights: Numbers,
    spread: z.array(Numbers),
    rows: z.number(),
  }),
});

const Weights = z.object({
  format: z.literal('demarche-forecast-weights'),
  version: z.literal(WEIGHTS_VERSION),
  id: z.string(),
  card: z.object({
    theatre: z.string(),
    learnedFrom: z.string(),
    moves: z.number(),
    firstDay: z.string(),
    lastDay: z.string(),
    knownAt: z.string(),
    howToRetrain: z.string(),
  }),
  models: z.array(Model),
});

/** A frozen set of weights with its card: what was learned from what. */
export interface ForecastWeights {
  readonly format: 'demarche-forecast-weights';
  readonly version: typeof WEIGHTS_VERSION;
  /** From the content: the same moves give the same id. */
  readonly id: string;
  readonly card: z.infer<typeof Weights>['card'];
  readonly models: readonly DeedModel[];
}

const nameOf = (theatre: string): string =>
  theatre.split(/[\\/]/u).findLast((part) => part !== '') ?? theatre;

/** Where `learn` writes and `forecast` looks first. */
export const ownWeightsFile = (session: Session): string =>
  join('.demarche', `${nameOf(session.theatre)}.forecast.json`);

const shippedWeightsFile = (session: Session): string =>
  join(modelsFolder(), 'forecast', `${nameOf(session.theatre)}.json`);

export function parseWeights(text: string, file: string): ForecastWeights {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UserError('the weights file is no JSON', {
      where: file,
      hint: 'Learn it anew: demarche learn',
      cause,
    });
  }
  const found = Weights.safeParse(value);
  if (!found.success) {
    throw new UserError('the weights file has another format or version', {
      where: file,
      hint: 'Learn it anew: demarche learn',
    });
  }
  return found.data;
}

/** The weights named, else the user's own, else the ones that come with the package; undefined where there are none. */
export function findWeights(session: Session, named?: string): ForecastWeights | undefined {
  if (named !== undefined && !existsSync(named)) {
    throw new UserError('no such weights file', {
      where: named,
      hint: `Make it: demarche learn --out ${named}`,
    });
  }
  const file =
    named ?? [ownWeightsFile(session), shippedWeightsFile(session)].find((each) => existsSync(each));
  return file === undefined ? undefined : parseWeights(readFileSync(file, 'utf8'), file);
}
