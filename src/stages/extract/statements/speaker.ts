import type { Source } from '../../../model/claim.ts';
import type { SpeechTerms } from '../../../model/lexicon-speech.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Deprel } from '../../../model/marks.ts';
import { deprelOf, FEATURE, hasFeature, uposOf } from '../../../model/marks.ts';
import type { Party } from '../../../model/party.ts';
import type { Span } from '../../../model/span.ts';
import { partyAt } from '../mentions/party-at.ts';
import { dependentsOf, tokenAt } from '../syntax/tree.ts';
import type { Scene } from './scene.ts';
import { phraseAt } from './scene.ts';

const LONGEST_PHRASE = 24;

/** A mention that begins where the phrase begins, wherever it hangs; rather one that holds the head than its first name. */
function partyFrom(scene: Scene, marked: MarkedReport, span: Span, head: number): Party | undefined {
  const first = tokenAt(scene.marks, span.start);
  let found: Party | undefined;
  for (
    let t = first;
    t < first + LONGEST_PHRASE && t < scene.marks.tokenCount && scene.marks.start[t] < span.end;
    t++
  ) {
    const party = partyAt(marked, t);
    if (party?.span.start !== span.start) continue;
    if (party.span.end >= scene.marks.end[head]) return party;
    found ??= party;
  }
  return found;
}

/** The party named by a noun phrase: the mention that hangs at its head word, else one of unknown name over all of it. */
export function partyOf(scene: Scene, marked: MarkedReport, span: Span, head: number): Party {
  if (head >= 0 && head < scene.marks.tokenCount) {
    const known = partyAt(marked, head) ?? partyFrom(scene, marked, span, head);
    if (known !== undefined) return known;
    if (uposOf(scene.marks, head) === 'PRON') return { span, naming: 'pronoun' };
  }
  return { span, naming: 'unknown' };
}

function speakerTerms(scene: Scene, head: number): ReadonlySet<SpeechTerms> {
  return head < 0 ? NO_TERMS : (scene.speech.speakers.get(scene.marks.lowerLemma[head]) ?? NO_TERMS);
}
const NO_TERMS: ReadonlySet<SpeechTerms> = new Set();

const isPlural = (scene: Scene, head: number): boolean =>
  head >= 0 && hasFeature(scene.marks, head, FEATURE.plural);

const NAME_LINKS: ReadonlySet<Deprel> = new Set(['flat', 'appos', 'nmod:desc']);

/** Is a person or body named: by the head word itself, or by a name that stands in apposition to it? */
function hasNameIn(scene: Scene, head: number): boolean {
  if (head < 0) return false;
  const { marks, tree } = scene;
  if (uposOf(marks, head) === 'PROPN' && speakerTerms(scene, head).size === 0) return true;
  if (uposOf(marks, head) === 'PRON') return true;
  return dependentsOf(tree, head)
    .slice(0, MOST_DEPENDENTS)
    .some((child) => uposOf(marks, child) === 'PROPN' && NAME_LINKS.has(deprelOf(marks, child)));
}

const MOST_DEPENDENTS = 16;

/** Do the words of a sentence say that the speaker does not want to be named? */
function isAnonymous(scene: Scene, token: number): boolean {
  const sentence = scene.marks.sentenceOf[token];
  const from = scene.marks.sentenceStart[sentence];
  const until = Math.min(scene.marks.sentenceStart[sentence + 1], from + 400);
  for (let t = from; t < until; t++) {
    if (phraseAt(scene, t)?.gives === 'terms.anonymous') return true;
  }
  return false;
}

const KNOWN: ReadonlySet<Party['naming']> = new Set([
  'named',
  'pronoun',
  'short-form',
  'apposition',
  'metonym',
]);

/** On what terms a speaker speaks: named, by title alone, anonymous, several as one, a writing, a news outlet. */
function termsOf(scene: Scene, party: Party, head: number): Source['terms'] {
  const terms = speakerTerms(scene, head);
  if (party.naming === 'outlet' || terms.has('terms.outlet')) return 'outlet';
  if (terms.has('terms.document')) return 'document';
  if (party.naming === 'anonymous') return 'anonymous';
  if (party.naming === 'collective') return 'collective';
  if (party.naming === 'title') return 'title-only';
  if (KNOWN.has(party.naming) || hasNameIn(scene, head)) return 'named';
  if (isPlural(scene, head) || terms.has('terms.body')) return 'collective';
  if (terms.has('terms.title-only')) return 'title-only';
  return terms.has('terms.collective') ? 'anonymous' : 'named';
}

function withNaming(party: Party, terms: Source['terms']): Party {
  if (party.naming !== 'unknown') return party;
  if (terms === 'collective' || terms === 'anonymous' || terms === 'outlet')
    return { ...party, naming: terms };
  return terms === 'title-only' ? { ...party, naming: 'title' } : party;
}

/** "a spokesman, on Thursday": a time at the end of the words that name a speaker is that of the saying. */
function withoutTime(marked: MarkedReport, span: Span): Span {
  const { text } = marked.report;
  const tail = /,?\s(?:(?:on|in|late|early|earlier|this|last|next)\s){0,2}\S+$/u.exec(
    text.slice(span.start, span.end),
  );
  if (tail === null) return span;
  const start = span.start + tail.index;
  const isTime = TIME_WORD.test(text.slice(start, span.end));
  return isTime && start > span.start ? { start: span.start, end: start } : span;
}

const TIME_WORD =
  /\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|(?:this|last|next) (?:week|month|year|morning|night|evening|afternoon))$/u;

/** Who says it, on what terms. */
export function speakerOf(
  scene: Scene,
  marked: MarkedReport,
  source: { readonly span: Span; readonly head: number },
  cue: number,
): Pick<Source, 'speaker' | 'terms' | 'onRecord'> {
  const span = withoutTime(marked, source.span);
  const party = partyOf(scene, marked, span, source.head);
  const isHidden = isAnonymous(scene, cue);
  const plain = termsOf(scene, party, source.head);
  const terms = isHidden && plain !== 'named' ? 'anonymous' : plain;
  const onRecord = !isHidden && terms !== 'anonymous';
  return { speaker: withNaming(party, terms), terms, onRecord };
}
