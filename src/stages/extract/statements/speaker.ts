import type { Source } from '../../../model/claim.ts';
import type { SpeechTerms } from '../../../model/lexicon-speech.ts';
import type { Deprel } from '../../../model/marks.ts';
import { deprelOf, FEATURE, hasFeature, uposOf } from '../../../model/marks.ts';
import type { Party } from '../../../model/party.ts';
import type { Mention } from '../../../model/reading.ts';
import type { Span } from '../../../model/span.ts';
import { contains, overlaps } from '../../../model/span.ts';
import { dependentsOf } from '../syntax/tree.ts';
import type { Scene } from './scene.ts';
import { phraseAt } from './scene.ts';

/** Mentions of a report in the order of their first unit, for looking up by place. */
export interface MentionIndex {
  readonly sorted: readonly Mention[];
  /** Length of the longest mention. */
  readonly longest: number;
}

export function indexMentions(mentions: readonly Mention[]): MentionIndex {
  const sorted = [...mentions].sort((a, b) => a.party.span.start - b.party.span.start);
  const longest = sorted.reduce((max, { party }) => Math.max(max, party.span.end - party.span.start), 0);
  return { sorted, longest };
}

function mentionsIn(index: MentionIndex, span: Span): Mention[] {
  let low = 0;
  let high = index.sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.sorted[middle].party.span.start >= span.start - index.longest) high = middle;
    else low = middle + 1;
  }
  const found: Mention[] = [];
  for (; low < index.sorted.length && index.sorted[low].party.span.start < span.end; low++) {
    if (overlaps(index.sorted[low].party.span, span)) found.push(index.sorted[low]);
  }
  return found;
}

/** The party named by a noun phrase: the mention at its head word, else one of unknown name over all of it. */
export function partyOf(scene: Scene, index: MentionIndex, span: Span, head: number): Party {
  const inside = mentionsIn(index, span);
  if (head >= 0) {
    const word = { start: scene.marks.start[head], end: scene.marks.end[head] };
    const atHead = inside.filter((mention) => contains(mention.party.span, word));
    const widest = atHead.sort((a, b) => lengthOf(b) - lengthOf(a)).at(0);
    if (widest !== undefined) return widest.party;
  }
  const first = inside.find((mention) => mention.party.span.start === span.start);
  return first?.party ?? { span, naming: 'unknown' };
}

const lengthOf = (mention: Mention): number => mention.party.span.end - mention.party.span.start;

function speakerTerms(scene: Scene, head: number): ReadonlySet<SpeechTerms> {
  return head < 0 ? NO_TERMS : (scene.speech.speakers.get(scene.marks.lemma[head].toLowerCase()) ?? NO_TERMS);
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
    .subarray(0, MOST_DEPENDENTS)
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
  if (isPlural(scene, head)) return 'collective';
  if (terms.has('terms.title-only')) return 'title-only';
  return terms.has('terms.collective') ? 'anonymous' : 'named';
}

function withNaming(party: Party, terms: Source['terms']): Party {
  if (party.naming !== 'unknown') return party;
  if (terms === 'collective' || terms === 'anonymous' || terms === 'outlet')
    return { ...party, naming: terms };
  return terms === 'title-only' ? { ...party, naming: 'title' } : party;
}

/** Who says it, on what terms. */
export function speakerOf(
  scene: Scene,
  index: MentionIndex,
  source: { readonly span: Span; readonly head: number },
  cue: number,
): Pick<Source, 'speaker' | 'terms' | 'onRecord'> {
  const party = partyOf(scene, index, source.span, source.head);
  const isHidden = isAnonymous(scene, cue);
  const plain = termsOf(scene, party, source.head);
  const terms = isHidden && plain !== 'named' ? 'anonymous' : plain;
  const onRecord = !isHidden && terms !== 'anonymous';
  return { speaker: withNaming(party, terms), terms, onRecord };
}
