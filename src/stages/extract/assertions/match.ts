import type { AnchorKind, Frame, FramePattern, FrameRole, RoleWords } from '../../../model/lexicon-frames.ts';
import { FRAME_ROLES } from '../../../model/lexicon-frames.ts';
import { uposOf } from '../../../model/marks.ts';
import type { Ground } from './ground.ts';
import { fillersOf } from './roles.ts';
import { isIn, runEnd, startsAt, toWordSet } from './word-set.ts';
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

/** One place where a frame fits. */
export interface Match<Gives> {
  readonly frame: Frame<Gives>;
  readonly anchor: number;
  /** Last token of the anchor's words. */
  readonly last: number;
  /** Tokens that filled the pattern's roles. */
  readonly fillers: readonly { readonly role: FrameRole; readonly token: number }[];
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
  const rest = {
    frame,
    is: raw.is,
    must: toDemands(raw.must),
    may: toDemands(raw.may),
    not: toDemands(raw.not),
  };
  return raw.word.split('|').map((item) => ({ ...rest, run: item.toLowerCase().split(/[_-]/u) }));
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

function isKind(ground: Ground, token: number, kind: AnchorKind | undefined): boolean {
  if (kind === undefined) return true;
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
  const ordered = demand.role === 'next' || demand.role === 'prev';
  return fillersOf(ground, anchor, last, demand.role).find((token) => {
    if (!ordered) return isIn(ground, demand.words, token);
    return demand.role === 'next' ? startsAt(ground, demand.words, token) >= 0 : isIn(ground, demand.words, token);
  });
}

function matchPattern<Gives>(ground: Ground, pattern: Pattern<Gives>, anchor: number): Match<Gives> | undefined {
  const last = runEnd(ground, pattern.run, anchor);
  if (last < 0 || !isKind(ground, pattern.run.length > 1 ? anchor : last, pattern.is)) return undefined;
  const fillers: { role: FrameRole; token: number }[] = [];
  const head = headOfRun(ground, anchor, last);
  for (const demand of pattern.must) {
    const token = findFiller(ground, head, last, demand);
    if (token === undefined) return undefined;
    fillers.push({ role: demand.role, token });
  }
  if (pattern.not.some((demand) => findFiller(ground, head, last, demand) !== undefined)) return undefined;
  for (const demand of pattern.may) {
    const token = findFiller(ground, head, last, demand);
    if (token !== undefined) fillers.push({ role: demand.role, token });
  }
  return { frame: pattern.frame, anchor: head, last, fillers, weight: pattern.run.length + pattern.must.length * 2 };
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

/** All places where a frame fits, in text order, one per anchor word: the most demanding pattern wins. */
export function matchFrames<Gives>(ground: Ground, index: FrameIndex<Gives>): readonly Match<Gives>[] {
  const found = new Map<number, Match<Gives>>();
  for (let token = 0; token < ground.marks.tokenCount; token++) {
    const byLemma = index.get(ground.lemma[token]) ?? [];
    for (const pattern of byLemma) better(found, matchPattern(ground, pattern, token));
    if (ground.lower[token] === ground.lemma[token]) continue;
    for (const pattern of index.get(ground.lower[token]) ?? []) better(found, matchPattern(ground, pattern, token));
  }
  return [...found.values()].sort((a, b) => a.anchor - b.anchor);
}

/** The first token that filled a role. */
export const fillerOf = <Gives>(match: Match<Gives>, ...roles: readonly FrameRole[]): number | undefined =>
  match.fillers.find((filler) => roles.includes(filler.role))?.token;
