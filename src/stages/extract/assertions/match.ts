import type { AnchorKind, Frame, FramePattern, FrameRole, RoleWords } from '../../../model/lexicon-frames.ts';
import { FRAME_ROLES } from '../../../model/lexicon-frames.ts';
import type { Deprel } from '../../../model/marks.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import { findDependent } from '../syntax/tree.ts';
import type { FormPlace, Ground } from './ground.ts';
import { fillersOf } from './roles.ts';
import { isIn, runEnd, runsOf, startsAt, toWordSet } from './word-set.ts';
import type { WordSet } from './word-set.ts';

interface Demand {
  readonly role: FrameRole;
  readonly words: WordSet;
}

interface Pattern<Gives> {
  readonly frame: Frame<Gives>;
  readonly run: readonly string[];
  readonly is: AnchorKind | undefined;
  readonly must: readonly Demand[];
  readonly may: readonly Demand[];
  readonly not: readonly Demand[];
}

/** Patterns by the first word of their anchor. */
export type FrameIndex<Gives> = ReadonlyMap<string, readonly Pattern<Gives>[]>;

/** A token that filled a role of a pattern. */
interface Filler {
  readonly role: FrameRole;
  readonly token: number;
}

interface Place {
  readonly word: number;
  readonly bearer: number;
  readonly last: number;
}

/** One place where a frame fits. */
export interface Match<Gives> {
  readonly frame: Frame<Gives>;
  /** The predicate or noun that the frame is about. */
  readonly anchor: number;
  /** First and last token of the anchor's own words. */
  readonly first: number;
  readonly last: number;
  readonly fillers: readonly Filler[];
  /** How much the pattern asked for; of two frames at one anchor the more demanding is believed. */
  readonly weight: number;
}

const isRole = (name: string): name is FrameRole => FRAME_ROLES.some((role) => role === name);

function toDemands(words: RoleWords): Demand[] {
  return Object.entries(words).flatMap(([role, text]) =>
    isRole(role) ? [{ role, words: toWordSet(text) }] : [],
  );
}

function toPatterns<Gives>(frame: Frame<Gives>, raw: FramePattern): Pattern<Gives>[] {
  const { is } = raw;
  const [must, may, not] = [toDemands(raw.must), toDemands(raw.may), toDemands(raw.not)];
  return raw.word
    .split('|')
    .flatMap((item) => runsOf(item).map((run) => ({ frame, run, is, must, may, not })));
}

function indexFrames<Gives>(frames: readonly Frame<Gives>[]): FrameIndex<Gives> {
  const index = new Map<string, Pattern<Gives>[]>();
  for (const frame of frames) {
    for (const pattern of frame.when.flatMap((raw) => toPatterns(frame, raw))) {
      const list = index.get(pattern.run[0]) ?? [];
      list.push(pattern);
      index.set(pattern.run[0], list);
    }
  }
  return index;
}

/** Makes an indexer that keeps what it made, for as long as the frames themselves are kept. */
export function frameIndexer<Gives>(): (frames: readonly Frame<Gives>[]) => FrameIndex<Gives> {
  const made = new WeakMap<readonly Frame<Gives>[], FrameIndex<Gives>>();
  return (frames) => {
    const known = made.get(frames) ?? indexFrames(frames);
    made.set(frames, known);
    return known;
  };
}

const NOUNS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const ADJECTIVES: ReadonlySet<string> = new Set(['ADJ', 'ADV']);

/** Below this probability of its tag a word may be of any kind. */
const DOUBTFUL = 0.7;

/** "have" of "have sent", which tells no having. */
const isPerfect = ({ marks, lemma }: Ground, token: number): boolean =>
  lemma[token] === 'have' && deprelOf(marks, token) === 'aux';

function isKind(ground: Ground, token: number, kind: AnchorKind | undefined): boolean {
  if (kind === 'verb' && isPerfect(ground, token)) return false;
  if (kind === undefined || ground.marks.tagProbability[token] < DOUBTFUL) return true;
  const upos = uposOf(ground.marks, token);
  switch (kind) {
    case 'verb':
      return upos === 'VERB' || upos === 'AUX';
    case 'noun':
      return NOUNS.has(upos);
    case 'adjective':
      return ADJECTIVES.has(upos) || upos === 'VERB';
    case 'other':
      return upos !== 'VERB' && !NOUNS.has(upos);
  }
}

function findFiller(ground: Ground, anchor: number, last: number, demand: Demand): number | undefined {
  const begins = demand.role === 'next';
  for (const token of fillersOf(ground, anchor, last, demand.role)) {
    const fits = begins ? startsAt(ground, demand.words, token) >= 0 : isIn(ground, demand.words, token);
    if (fits) return token;
  }
  return undefined;
}

const LEANING: ReadonlySet<Deprel> = new Set(['aux', 'aux:pass', 'cop', 'mark', 'case']);

/** The predicate or noun that an auxiliary, adverb, conjunction or preposition belongs to; any other word stands for itself. */
function bearerOf(ground: Ground, token: number): number {
  const head = ground.marks.head[token];
  const label = deprelOf(ground.marks, token);
  const leans = LEANING.has(label) || (label === 'advmod' && uposOf(ground.marks, token) === 'ADV');
  const isOwn = findDependent(ground.tree, token, 'nsubj', 'nsubj:pass', 'cop') !== undefined;
  return head >= 0 && leans && !isOwn ? head : token;
}

/** Roles that are asked of the very word, also where another bears it. */
const OF_WORD: ReadonlySet<FrameRole> = new Set(['gov', 'next', 'prev', 'first']);

function fillAll(ground: Ground, demands: readonly Demand[], at: Place): Filler[] | undefined {
  const fillers: Filler[] = [];
  for (const demand of demands) {
    const token = findFiller(ground, OF_WORD.has(demand.role) ? at.word : at.bearer, at.last, demand);
    if (token === undefined) return undefined;
    fillers.push({ role: demand.role, token });
  }
  return fillers;
}

function matchPattern<Gives>(
  ground: Ground,
  pattern: Pattern<Gives>,
  first: number,
): Match<Gives> | undefined {
  const last = runEnd(ground, pattern.run, first);
  if (last < 0 || !isKind(ground, pattern.run.length > 1 ? first : last, pattern.is)) return undefined;
  const word = headOfRun(ground, first, last);
  const at: Place = { word, bearer: bearerOf(ground, word), last };
  const must = fillAll(ground, pattern.must, at);
  if (must === undefined || pattern.not.some((demand) => fillAll(ground, [demand], at) !== undefined))
    return undefined;
  const may = pattern.may.flatMap((demand) => fillAll(ground, [demand], at) ?? []);
  return {
    frame: pattern.frame,
    anchor: at.bearer,
    first,
    last,
    fillers: [...must, ...may],
    weight: pattern.run.length + pattern.must.length * 2,
  };
}

/** The word of a run that governs the others. */
function headOfRun(ground: Ground, first: number, last: number): number {
  for (let t = first; t <= last; t++) {
    const head = ground.marks.head[t];
    if (head < first || head > last) return t;
  }
  return first;
}

function better<Gives>(found: Map<number, Match<Gives>>, match: Match<Gives> | undefined): void {
  if (match === undefined) return;
  const known = found.get(match.anchor);
  if (known === undefined || match.weight > known.weight) found.set(match.anchor, match);
}

interface Trigger<Gives> {
  readonly place: FormPlace;
  readonly patterns: readonly Pattern<Gives>[];
}

/** Words that begin a pattern's anchor, in text order, a token's likelier forms first. */
function triggersOf<Gives>(ground: Ground, index: FrameIndex<Gives>): readonly Trigger<Gives>[] {
  const triggers: Trigger<Gives>[] = [];
  for (const [form, places] of ground.places) {
    const patterns = index.get(form);
    if (patterns !== undefined) for (const place of places) triggers.push({ place, patterns });
  }
  return triggers.sort((a, b) => a.place.token - b.place.token || a.place.rank - b.place.rank);
}

/** All places where a frame fits, in text order, one per anchor word: the most demanding pattern wins. */
export function matchFrames<Gives>(ground: Ground, index: FrameIndex<Gives>): readonly Match<Gives>[] {
  const found = new Map<number, Match<Gives>>();
  for (const { place, patterns } of triggersOf(ground, index)) {
    for (const pattern of patterns) better(found, matchPattern(ground, pattern, place.token));
  }
  return [...found.values()].sort((a, b) => a.anchor - b.anchor);
}

/** The token that filled the first of these roles that is filled. */
export const fillerOf = <Gives>(match: Match<Gives>, ...roles: readonly FrameRole[]): number | undefined =>
  roles.flatMap((role) => match.fillers.filter((filler) => filler.role === role)).at(0)?.token;
