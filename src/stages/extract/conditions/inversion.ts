import type { ConditionLexicon } from '../../../model/lexicon-conditions.ts';
import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { Ground } from '../assertions/ground.ts';
import { mainOf, mainSide } from './clause-sides.ts';
import type { Occurrence } from './connectives.ts';
import { subtree, tidy } from './stretch.ts';
import type { Sides } from './stretch.ts';

const SUBJECTS: ReadonlySet<string> = new Set(['i', 'he', 'she', 'they', 'we', 'it', 'you', 'someone', 'anyone', 'nobody', 'everyone']); // prettier-ignore
const CLEARLY: ReadonlySet<string> = new Set([
  'i',
  'he',
  'she',
  'they',
  'we',
  'it',
  'there',
  'anyone',
  'someone',
]);
/** Predicates that the auxiliary may go with, by tag. */
const WANTED: ReadonlyMap<string, readonly string[]> = new Map([
  ['should', ['VB', 'VBP']],
  ['had', ['VBN', 'VBD']],
  ['were', ['TO', 'JJ', 'VBN', 'VBG', 'RB', 'IN', 'DT', 'NN']],
]);
const MODALS: ReadonlySet<string> = new Set(['would', 'could', 'might', 'will', 'may', 'must', 'should', 'can', "'d", '’d', "'ll", '’ll']); // prettier-ignore
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'ADV', 'PART', 'ADP', 'CCONJ', 'X', 'PUNCT', 'SYM']); // prettier-ignore
const LONGEST_SUBJECT = 12;

/** "Would have … had …": an unreal main clause comes first, so that "had" with a noun after it opens the condition. */
function followsUnreal(ground: Ground, token: number): boolean {
  for (let t = ground.sentenceStart(token); t + 1 < token; t++) {
    if (['would', 'could', 'might', 'should', "'d", '’d'].includes(ground.lower[t])) return true;
  }
  return false;
}

/** Whether a subject stands before the auxiliary: then the order is the usual one. */
function hasSubjectBefore(ground: Ground, token: number): boolean {
  const { marks } = ground;
  if (token === ground.sentenceStart(token)) return false;
  if (ground.lower[token] === 'had' && followsUnreal(ground, token) && !SUBJECTS.has(ground.lower[token - 1]))
    return false;
  const before = token - 1;
  if (SUBJECTS.has(ground.lower[before]) || /^(?:who|which|what|whose)$/u.test(ground.lower[before]))
    return true;
  if (ground.lower[token - 1] === 'that' && CLEARLY.has(ground.lower[token + 1])) return false;
  const head = marks.head[token] >= 0 ? marks.head[token] : token;
  for (let t = ground.sentenceStart(token); t < token; t++) {
    const isSubject = deprelOf(marks, t).startsWith('nsubj');
    if (isSubject && (marks.head[t] === head || marks.head[t] === token) && token - t <= 4) return true;
  }
  return false;
}

/** The predicate after a subject that follows the auxiliary at once. */
function predicateAfter(ground: Ground, token: number): number | undefined {
  const { marks } = ground;
  const word = ground.lower[token];
  const tags = WANTED.get(word) ?? [];
  const end = Math.min(ground.sentenceEnd(token), token + LONGEST_SUBJECT + 2);
  const startsSubject = ['PRON', 'DET', 'PROPN', 'NOUN', 'ADJ', 'NUM'].includes(uposOf(marks, token + 1));
  if (token + 1 >= end || !startsSubject) return undefined;
  for (let t = token + 2; t < end; t++) {
    if (
      tags.includes(xposOf(marks, t)) &&
      (word !== 'were' || CLEARLY.has(ground.lower[token + 1]) || xposOf(marks, t) === 'TO')
    )
      return t;
    if (ground.lower[t] === ',' && token === ground.sentenceStart(token) && t > token + 2) return t - 1;
    if (!NOMINAL.has(uposOf(marks, t)) || (ground.lower[t] === ',' && uposOf(marks, t + 1) === 'VERB'))
      return undefined;
  }
  return undefined;
}

function hasModalElsewhere(ground: Ground, token: number): boolean {
  for (let t = ground.sentenceStart(token); t < ground.sentenceEnd(token); t++) {
    if (t !== token && MODALS.has(ground.lower[t])) return true;
  }
  return false;
}

function isQuestion(ground: Ground, token: number): boolean {
  const end = ground.sentenceEnd(token);
  for (let t = end - 1; t > token && t > end - 3; t--) if (ground.lower[t] === '?') return true;
  return false;
}

/** The verb that the condition hangs on: by the tree, else the first one elsewhere that has a modal. */
function mainBeside(ground: Ground, token: number, predicate: number): number | undefined {
  const { marks } = ground;
  const byTree = deprelOf(marks, predicate) === 'advcl' ? mainOf(ground, predicate) : undefined;
  if (byTree !== undefined && byTree !== predicate) return byTree;
  for (let t = ground.sentenceStart(token); t < ground.sentenceEnd(token); t++) {
    const head = marks.head[t];
    if (t !== token && MODALS.has(ground.lower[t]) && head >= 0 && (head < token || head > predicate))
      return head;
  }
  return undefined;
}

/** The two sides of "should Orsk attack, Veldia will respond" and the like. */
export function sidesOfInversion(
  ground: Ground,
  at: Occurrence,
  lexicon: ConditionLexicon,
): Sides | undefined {
  const token = at.first;
  if (hasSubjectBefore(ground, token)) return undefined;
  const predicate = predicateAfter(ground, token);
  if (predicate === undefined || !hasModalElsewhere(ground, token)) return undefined;
  if (isQuestion(ground, token) && token === ground.sentenceStart(token)) return undefined;
  const main = mainBeside(ground, token, predicate);
  if (main === undefined) return undefined;
  const last = Math.max(
    predicate,
    main > predicate ? Math.min(subtree(ground, predicate).last, main - 1) : subtree(ground, predicate).last,
  );
  const stretch = { first: token, last };
  return {
    protasis: { head: predicate, stretch: tidy(ground, stretch) },
    apodosis: mainSide(ground, main, stretch, lexicon),
  };
}
