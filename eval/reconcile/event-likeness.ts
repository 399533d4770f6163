import type { WordingKnowledge } from '../../src/model/wordings.ts';
import { spelledAlike } from '../../src/stages/reconcile/wording/match-words.ts';
import { cosine } from './read-events.ts';
import type { EventMention } from './read-events.ts';

export function gatherBy<T>(list: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return [...groups.values()];
}

const stemPair = ({ stem: a }: EventMention, { stem: b }: EventMention): string =>
  a < b ? `${a} ${b}` : `${b} ${a}`;

/** Two stems (or one twice) → how often they met in one subtopic, and how often they named one event there. */
type Meetings = ReadonlyMap<string, { readonly met: number; readonly same: number }>;

function* pairsOf(mentions: readonly EventMention[]): Generator<readonly [EventMention, EventMention]> {
  for (const group of gatherBy(mentions, ({ document }) => document.subtopic))
    for (const [i, a] of group.entries()) for (let j = i + 1; j < group.length; j++) yield [a, group[j]];
}

function countMeetings(mentions: readonly EventMention[]): Meetings {
  const meetings = new Map<string, { met: number; same: number }>();
  for (const [a, b] of pairsOf(mentions)) {
    const meeting = meetings.get(stemPair(a, b)) ?? { met: 0, same: 0 };
    meeting.met++;
    if (a.chain === b.chain) meeting.same++;
    meetings.set(stemPair(a, b), meeting);
  }
  return meetings;
}

/** Share of the meetings in which they named one event, drawn towards what is usual where they hardly met. */
function shareOf(meetings: Meetings, pair: string, { usual, like }: { usual: number; like: number }): number {
  const { met, same } = meetings.get(pair) ?? { met: 0, same: 0 };
  return (same + usual * like) / (met + like);
}

/** How near two different heads are: rendering of each other, alike in spelling, or with a word in common beside them. */
function relatedWords(a: EventMention, b: EventMention, { renders }: WordingKnowledge): readonly number[] {
  if (a.stem === b.stem) return [0, 0, 0];
  const rendered = Math.max(renders.get(a.stem)?.get(b.stem) ?? 0, renders.get(b.stem)?.get(a.stem) ?? 0);
  const begins = a.stem.length > 3 && a.stem.slice(0, 4) === b.stem.slice(0, 4) ? 0.7 : 0;
  const shared = a.stems.some((stem) => b.stems.includes(stem)) ? 1 : 0;
  return [rendered, Math.max(begins, spelledAlike(a.stem, b.stem)), shared];
}

/** Share of words in common where one of the mentions has several. */
function sharedWords(a: EventMention, b: EventMention): number {
  if (a.stem !== b.stem) return 0;
  return (
    a.stems.filter((stem) => b.stems.includes(stem)).length / Math.max(1, a.stems.length, b.stems.length)
  );
}

interface Learned {
  readonly meetings: Meetings;
  readonly wordings: WordingKnowledge;
}

/** What two mentions are judged by: their heads, what stands about them, their documents. */
function featuresOf(a: EventMention, b: EventMention, { meetings, wordings }: Learned): readonly number[] {
  const same = a.stem === b.stem ? 1 : 0;
  const [rendered, spelled, inside] = relatedWords(a, b, wordings);
  const related = Math.max(same, rendered, 0.8 * spelled, 0.6 * inside);
  const [rest, names, near] = [cosine(a.rest, b.rest), cosine(a.names, b.names), cosine(a.near, b.near)];
  const one = a.document === b.document ? 1 : 0;
  const whole = one ? 0 : cosine(a.document.whole, b.document.whole);
  const opening = a.sentence <= 2 && b.sentence <= 2 ? 1 : 0;
  const usual = shareOf(meetings, stemPair(a, b), same ? { usual: 0.7, like: 4 } : { usual: 0.02, like: 3 });
  const learned = same ? 0 : usual;
  const beside = !same && (a.rest.has(b.stem) || b.rest.has(a.stem)) ? 1 : 0;
  return [
    1, same, rendered, spelled, inside, sharedWords(a, b), learned, same * (usual - 0.7),
    rest, near, names, whole, one, one * same, opening, beside,
    same * rest, same * near, same * names, same * whole, related * near, related * names, related * opening,
    learned * rest, one * same * near, one * same * Math.min(4, Math.abs(a.sentence - b.sentence)),
    names === 0 ? same : 0,
  ]; // prettier-ignore
}

const toChance = (x: readonly number[], weights: readonly number[]): number =>
  1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * weights[i], 0)));

interface Row {
  readonly x: readonly number[];
  readonly y: number;
}

/** All pairs that could be one event, and one in six of the others. */
function toRows(mentions: readonly EventMention[], learned: Learned): readonly Row[] {
  let at = 0;
  const rows: Row[] = [];
  for (const [a, b] of pairsOf(mentions)) {
    const x = featuresOf(a, b, learned);
    const y = a.chain === b.chain ? 1 : 0;
    if (y === 1 || x[1] + x[2] + x[3] > 0 || at++ % 6 === 0) rows.push({ x, y });
  }
  return rows;
}

/** Logistic regression; steps shrink with the slopes met (AdaGrad, Duchi et al. 2011). */
function regress(rows: readonly Row[]): readonly number[] {
  const weights = rows[0].x.map(() => 0);
  const met = weights.map(() => 1e-4);
  for (let epoch = 0; epoch < 12; epoch++)
    for (let k = 0; k < rows.length; k++) {
      const { x, y } = rows[(k * 7919) % rows.length];
      const error = toChance(x, weights) - y;
      for (const [i, value] of x.entries()) {
        if (value === 0) continue;
        const slope = error * value + 1e-5 * weights[i];
        met[i] += slope * slope;
        weights[i] -= (0.3 * slope) / Math.sqrt(met[i]);
      }
    }
  return weights;
}

/** Probability, 0 to 1, that two mentions name one event. */
export type EventLikeness = (a: EventMention, b: EventMention) => number;

const FOLDS = 5;

/**
 * Learns from mentions whose events are known. Which stems name one event is counted on other topics than those from
 * which the weights are learned (cross-fitting), as in use.
 */
export function learnLikeness(mentions: readonly EventMention[], wordings: WordingKnowledge): EventLikeness {
  const topics = [...new Set(mentions.map(({ document }) => document.topic))].sort();
  const isIn = (fold: number, { document }: EventMention): boolean =>
    topics.indexOf(document.topic) % FOLDS === fold;
  const rows = Array.from({ length: FOLDS }, (_, fold) => {
    const meetings = countMeetings(mentions.filter((mention) => !isIn(fold, mention)));
    return toRows(
      mentions.filter((mention) => isIn(fold, mention)),
      { meetings, wordings },
    );
  });
  const weights = regress(rows.flat());
  const learned = { meetings: countMeetings(mentions), wordings };
  return (a, b) => toChance(featuresOf(a, b, learned), weights);
}
