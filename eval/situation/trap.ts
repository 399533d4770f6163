import type { Claim } from '../../src/model/claim.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Situation } from '../../src/model/situation.ts';
import { quote } from '../../src/model/span.ts';
import type { SituationInput } from '../../src/stages/situate/situate.ts';

/** What the traps are tried on: the two reports read together, and the situation that comes of them on any day. */
export interface Ground {
  readonly input: SituationInput;
  readonly at: (validAt: string) => Situation;
  /** Reads changed copies of the first report, or other reports, beside the two. */
  readonly withTexts: (
    texts: readonly { readonly text: string; readonly publishedAt: string }[],
  ) => Promise<SituationInput>;
}

export interface Trap {
  readonly number: number;
  readonly name: string;
  readonly passes: (ground: Ground) => boolean | Promise<boolean>;
}

export const reading = (input: SituationInput, words: string): Reading => {
  const found = input.readings.find(({ reading: one }) => one.report.text.includes(words));
  if (found === undefined) throw new Error(`no report says "${words}"`);
  return found.reading;
};

export const FIRST = 'Anchorage';
export const SECOND = 'Singapore in 2018';

export const sentenceOf = (one: Reading, words: string): readonly Claim[] => {
  const at = one.report.text.indexOf(words);
  return one.claims.filter(({ clause }) => clause.start <= at + words.length && clause.end >= at);
};

export const timesOf = (one: Reading, words: string): readonly (string | undefined)[] =>
  one.times.filter(({ span }) => quote(one.report.text, span).includes(words)).map(({ when }) => when?.from);

export const test = (situation: Situation, on: string) =>
  situation.legal.find(({ act, when }) => act === 'weapons-test' && when?.from === on);

export const bargain = (situation: Situation, id: string) =>
  situation.bargains.find((line) => line.bargain === `bargain.${id}`);

export const BARGAINS = [
  'hostile-policy', 'disarmament-for-relief', 'freeze-for-freeze', 'tacit-enforcement', 'right-incentives',
  'answer-to-escalation', 'denuclearisation-condition', 'persistent-engagement', 'recruit-patron', 'hanoi',
]; // prettier-ignore

export const idsOf = (one: Reading, words: string): readonly string[] => {
  const start = one.report.text.indexOf(words);
  const end = start + words.length;
  return one.mentions
    .filter(({ party }) => party.implied === true && party.span.start < end && party.span.end > start)
    .flatMap(({ party }) => party.actorId ?? []);
};
