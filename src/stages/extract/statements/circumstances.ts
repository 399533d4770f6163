import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Party } from '../../../model/party.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';
import { overlaps } from '../../../model/span.ts';
import { dependentsOf } from '../syntax/tree.ts';
import type { Attribution } from './assemble.ts';
import { caseOf } from './cue-features.ts';
import { trimmed } from './part.ts';
import type { Scene } from './scene.ts';
import { partyOf } from './speaker.ts';

/** To whom, where and on what occasion something was said, as far as the words beside the cue tell. */
export interface Circumstances {
  readonly addressees: readonly Party[];
  readonly place?: Span;
  readonly occasion?: Span;
}

const OCCASION_PREPOSITIONS: ReadonlySet<string> = new Set([
  'at',
  'during',
  'in',
  'on',
  'after',
  'before',
  'following',
  'over',
]);
const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'at', 'from', 'outside', 'near', 'aboard']);
const MOST_DEPENDENTS = 24;
const TIME_NAME = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*$/u;

const prepositionOf = (scene: Scene, token: number): string => {
  const at = caseOf(scene, token);
  return at < 0 ? '' : scene.marks.lowerLemma[at];
};

const phraseSpan = (scene: Scene, token: number): Span =>
  trimmed(scene, scene.tree.first[token], scene.tree.last[token]);

function nounSpan(scene: Scene, token: number): Span {
  const preposition = caseOf(scene, token);
  const first =
    preposition >= 0 && preposition === scene.tree.first[token] ? preposition + 1 : scene.tree.first[token];
  return trimmed(scene, Math.min(first, token), scene.tree.last[token]);
}

const isOccasion = (scene: Scene, token: number): boolean =>
  scene.speech.speakers.get(scene.marks.lowerLemma[token])?.has('terms.occasion') === true;

/** Hearers: who is told or asked, and "to" or "with" somebody. */
function isAddressee(scene: Scene, attribution: Attribution, child: number): boolean {
  const { marks } = scene;
  const lemma = marks.lowerLemma[attribution.token];
  const label = deprelOf(marks, child);
  if (!['NOUN', 'PROPN', 'PRON'].includes(uposOf(marks, child))) return false;
  if (label === 'iobj') return true;
  const gives = scene.speech.verbs.get(lemma)?.gives;
  if (label === 'obj')
    return (
      gives === 'tell' || gives === 'demand' || lemma === 'ask' || lemma === 'warn' || lemma === 'promise'
    );
  return label === 'obl' && prepositionOf(scene, child) === 'to' && gives !== 'want' && gives !== 'think';
}

/** Reads the words that hang on the cue; those in source or content are left out. */
export function circumstancesOf(scene: Scene, marked: MarkedReport, attribution: Attribution): Circumstances {
  const addressees: Party[] = [];
  let place: Span | undefined;
  let occasion: Span | undefined;
  const taken = attribution.content;
  for (const child of dependentsOf(scene.tree, attribution.token).slice(0, MOST_DEPENDENTS)) {
    const span = nounSpan(scene, child);
    if (child === attribution.source?.head || taken.some((other) => overlaps(other, span))) continue;
    if (isAddressee(scene, attribution, child)) addressees.push(partyOf(scene, marked, span, child));
    else if (deprelOf(scene.marks, child) === 'obl') {
      const preposition = prepositionOf(scene, child);
      if (OCCASION_PREPOSITIONS.has(preposition) && isOccasion(scene, child))
        occasion ??= phraseSpan(scene, child);
      else if (PLACE_PREPOSITIONS.has(preposition) && uposOf(scene.marks, child) === 'PROPN') {
        if (!TIME_NAME.test(scene.marks.text.slice(span.start, span.end))) place ??= span;
      }
    }
  }
  occasion ??= occasionNear(scene, attribution, taken);
  place ??= occasion === undefined ? undefined : placeWithin(scene, occasion);
  return {
    addressees,
    ...(place === undefined ? {} : { place }),
    ...(occasion === undefined ? {} : { occasion }),
  };
}

const FARTHEST_OCCASION = 30;

/** An occasion that the tree hangs elsewhere: "at", "during" and the noun behind it in the words after the cue. */
function occasionNear(scene: Scene, attribution: Attribution, taken: readonly Span[]): Span | undefined {
  const { marks } = scene;
  const sentence = marks.sentenceOf[attribution.token];
  const end = Math.min(marks.sentenceStart[sentence + 1], attribution.token + FARTHEST_OCCASION);
  for (let t = attribution.token + 1; t < end; t++) {
    const preposition = isOccasion(scene, t) ? caseOf(scene, t) : -1;
    if (preposition < 0 || !OCCASION_PREPOSITIONS.has(marks.lowerLemma[preposition])) continue;
    const span = phraseSpan(scene, t);
    if (!attribution.content.some((other) => overlaps(other, span)) && !startsIn(taken, span)) return span;
  }
  return undefined;
}

const startsIn = (taken: readonly Span[], span: Span): boolean =>
  taken.some((other) => other.start <= span.start && span.start < other.end);

/** "at a news conference in the capital": the place named at the end of the occasion. */
function placeWithin(scene: Scene, occasion: Span): Span | undefined {
  const match = /\b(?:in|at) (\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)*)/u.exec(
    scene.marks.text.slice(occasion.start, occasion.end),
  );
  if (match === null) return undefined;
  const start = occasion.start + match.index + match[0].length - match[1].length;
  if (TIME_NAME.test(match[1])) return undefined;
  return { start, end: start + match[1].length };
}
