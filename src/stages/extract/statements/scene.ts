import type { SpeechAct, SpeechEntry, SpeechLexicon } from '../../../model/lexicon-speech.ts';
import { SPEECH_ACTS } from '../../../model/lexicon-speech.ts';
import type { Marks } from '../../../model/marks.ts';
import { uposOf } from '../../../model/marks.ts';
import type { Tree } from '../syntax/tree.ts';
import { toTree } from '../syntax/tree.ts';
import { hashText } from './hashed-features.ts';
import { findQuotations } from './quotations.ts';
import type { Quotation } from './quotations.ts';

/** What the statement finder knows of a report before it looks for cues; all arrays by token. */
export interface Scene {
  readonly marks: Marks;
  readonly tree: Tree;
  readonly speech: SpeechLexicon;
  /** Outer quotations, in order. */
  readonly quotations: readonly Quotation[];
  /** Index into `quotations` of the one that holds the token, or -1. */
  readonly quotationOf: Int32Array;
  /** Hash of the lemma, lower-case. */
  readonly lemma: Int32Array;
  /** Hash of the word as it stands, lower-case. */
  readonly word: Int32Array;
  /** 1 + index of the speech act of the lexicon entry the token's lemma has; 0 for none. */
  readonly act: Uint8Array;
  /** Number of the line the token stands in; lines are paragraphs. */
  readonly paragraph: Int32Array;
}

const wordAt = (marks: Marks, token: number): string => marks.lowerWord[token];

function entryFor(speech: SpeechLexicon, marks: Marks, token: number): SpeechEntry | undefined {
  const lemma = marks.lowerLemma[token];
  switch (uposOf(marks, token)) {
    case 'VERB':
    case 'AUX':
      return speech.verbs.get(lemma) ?? speech.verbs.get(wordAt(marks, token));
    case 'NOUN':
      return speech.nouns.get(lemma) ?? speech.nouns.get(wordAt(marks, token));
    case 'ADJ':
      return speech.adjectives.get(lemma) ?? speech.verbs.get(lemma);
    default:
      return undefined;
  }
}

/** The entry of a verb of saying with the word after it, which may make another of it: "call", "call on". */
function withParticle({ marks, speech }: Scene, token: number): SpeechEntry | undefined {
  if (uposOf(marks, token) !== 'VERB' || token + 1 >= marks.tokenCount) return undefined;
  const lemma = marks.lowerLemma[token];
  return speech.verbs.has(lemma) ? speech.verbs.get(`${lemma} ${wordAt(marks, token + 1)}`) : undefined;
}

/** The lexicon entry by which a token is a word of saying, if it is. */
export const speechEntryAt = (scene: Scene, token: number): SpeechEntry | undefined =>
  withParticle(scene, token) ?? entryFor(scene.speech, scene.marks, token) ?? phraseAt(scene, token);

/** A fixed phrase of the lexicon ("according to") that begins at a token. */
export function phraseAt(scene: Scene, token: number): SpeechEntry | undefined {
  const { marks, speech } = scene;
  const options = speech.phrases.get(marks.lowerWord[token]);
  if (options === undefined) return undefined;
  for (const { words, entry } of options) {
    const fits = words.every((word, i) => {
      const at = token + i;
      return at < marks.tokenCount && marks.lowerWord[at] === word;
    });
    if (fits) return entry;
  }
  return undefined;
}

const isAct = (gives: string): gives is SpeechAct => SPEECH_ACTS.some((act) => act === gives);

const actIndex = (entry: SpeechEntry | undefined): number =>
  entry !== undefined && isAct(entry.gives) ? 1 + SPEECH_ACTS.indexOf(entry.gives) : 0;

function paragraphs(marks: Marks): Int32Array {
  const of = new Int32Array(marks.tokenCount);
  let line = 0;
  for (let t = 1; t < marks.tokenCount; t++) {
    if (marks.text.slice(marks.end[t - 1], marks.start[t]).includes('\n')) line++;
    of[t] = line;
  }
  return of;
}

function holders(marks: Marks, quotations: readonly Quotation[]): Int32Array {
  const of = new Int32Array(marks.tokenCount).fill(-1);
  let token = 0;
  quotations.forEach((quotation, index) => {
    while (token < marks.tokenCount && marks.end[token] <= quotation.span.start) token++;
    for (; token < marks.tokenCount && marks.start[token] < quotation.span.end; token++) of[token] = index;
  });
  return of;
}

/** Looks a report over once: tree, quotations, lemmas, words of saying. Linear in the text. */
export function setScene(marks: Marks, speech: SpeechLexicon): Scene {
  const quotations = findQuotations(marks.text).filter((quotation) => quotation.depth === 0);
  const lemma = new Int32Array(marks.tokenCount);
  const word = new Int32Array(marks.tokenCount);
  const act = new Uint8Array(marks.tokenCount);
  for (let t = 0; t < marks.tokenCount; t++) {
    lemma[t] = hashText(marks.lowerLemma[t]);
    word[t] = hashText(marks.lowerWord[t]);
    act[t] = actIndex(entryFor(speech, marks, t));
  }
  const quotationOf = holders(marks, quotations);
  const tree = toTree(marks);
  return { marks, tree, speech, quotations, quotationOf, lemma, word, act, paragraph: paragraphs(marks) };
}
