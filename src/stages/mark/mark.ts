import { DEPREL, XPOS } from '../../model/marks.ts';
import type { Marks } from '../../model/marks.ts';
import type { Marker } from '../../playbook/marker.ts';
import { deriveFeatures } from './derive-features.ts';
import { Engine, ROOM } from './engine.ts';
import type { Columns } from './engine.ts';
import { lemmatize } from './lemmatize.ts';
import type { LemmaTable } from './lemmatize.ts';
import { splitSentences } from './split-sentences.ts';
import { tokenize } from './tokenize.ts';
import type { Tokens } from './tokenize.ts';
import { intsOf, listOf, shortsOf } from './weights.ts';

/** A text cut into tokens and sentences: each sentence's first token, and the token count at the end. */
export interface Cut {
  readonly tokens: Tokens;
  readonly starts: Int32Array;
}

/** Words kept at a time. */
const KEPT = 4096;

/** What is made of a word; of words met before it is kept. */
class Kept {
  private readonly make: (word: string) => string;
  private readonly known = new Map<string, string>();

  constructor(make: (word: string) => string) {
    this.make = make;
  }

  of(word: string): string {
    const met = this.known.get(word);
    if (met !== undefined) return met;
    if (this.known.size >= KEPT) this.known.clear();
    const made = this.make(word);
    this.known.set(word, made);
    return made;
  }
}

/** What a thread keeps ready for a marker that it has used: nothing that changes a result. */
interface Workshop {
  readonly engine: Engine;
  /** Lemmas by tag. */
  readonly lemmas: readonly Kept[];
  readonly lower: Kept;
}

const workshops = new WeakMap<Marker, Workshop>();

const workshopOf = (marker: Marker): Workshop => {
  const ready = workshops.get(marker);
  if (ready !== undefined) return ready;
  const table: LemmaTable = {
    keys: intsOf(marker, 'lemmaKeys'),
    rows: shortsOf(marker, 'lemmaRows'),
    rules: listOf(marker, 'lemmaRules'),
  };
  const workshop = {
    engine: new Engine(marker),
    lemmas: XPOS.map((tag) => new Kept((form) => lemmatize(form, tag, table))),
    lower: new Kept((word) => word.toLowerCase()),
  };
  workshops.set(marker, workshop);
  return workshop;
};

/** Runs of sentences that fit the network's room together; a longer sentence is cut into pieces. */
function* batches(starts: Int32Array): Generator<readonly number[]> {
  let batch = [0];
  for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
    const end = starts[sentence + 1];
    if (end - batch[0] > ROOM && batch.length > 1) {
      yield batch;
      batch = [starts[sentence]];
    }
    for (let piece = starts[sentence] + ROOM; piece < end; piece += ROOM) {
      yield [...batch, piece];
      batch = [piece];
    }
    batch.push(end);
  }
  if (batch.length > 1) yield batch;
}

const PARATAXIS = DEPREL.indexOf('parataxis');

/** The roots of a long sentence's later pieces hang from the first one's. */
const joinPieces = (starts: Int32Array, columns: Columns): void => {
  for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
    if (starts[sentence + 1] - starts[sentence] <= ROOM) continue;
    let root = -1;
    for (let token = starts[sentence]; token < starts[sentence + 1]; token++) {
      if (columns.head[token] >= 0) continue;
      if (root < 0) root = token;
      else {
        columns.head[token] = root;
        columns.deprel[token] = PARATAXIS;
      }
    }
  }
};

const newColumns = (count: number): Columns => ({
  upos: new Uint8Array(count),
  xpos: new Uint8Array(count),
  head: new Int32Array(count),
  deprel: new Uint8Array(count),
  tagProbability: new Float32Array(count),
  arcProbability: new Float32Array(count),
});

const sentencesOfTokens = (starts: Int32Array, count: number): Int32Array => {
  const sentenceOf = new Int32Array(count);
  for (let sentence = 0; sentence + 1 < starts.length; sentence++)
    sentenceOf.fill(sentence, starts[sentence], starts[sentence + 1]);
  return sentenceOf;
};

const formsOf = (text: string, tokens: Tokens): readonly string[] =>
  Array.from({ length: tokens.count }, (_, token) => text.slice(tokens.start[token], tokens.end[token]));

/** Marks a text whose tokens and sentences are already known. */
export const markTokens = (text: string, cut: Cut, marker: Marker): Marks => {
  const { engine, lemmas, lower } = workshopOf(marker);
  const count = cut.tokens.count;
  const forms = formsOf(text, cut.tokens);
  const columns = newColumns(count);
  for (const batch of batches(cut.starts)) engine.parse(forms, batch, columns);
  joinPieces(cut.starts, columns);
  const lowerWord = forms.map((form) => lower.of(form));
  const lemma = forms.map((form, token) => lemmas[columns.xpos[token]].of(form));
  return {
    text,
    tokenCount: count,
    sentenceCount: cut.starts.length - 1,
    start: cut.tokens.start.slice(0, count),
    end: cut.tokens.end.slice(0, count),
    sentenceStart: cut.starts,
    sentenceOf: sentencesOfTokens(cut.starts, count),
    ...columns,
    word: forms,
    lemma,
    lowerWord,
    lowerLemma: lemma.map((word) => lower.of(word)),
    features: deriveFeatures({ count, ...columns, lowered: lowerWord }),
  };
};

/** Universal and Penn tags alone, for those who need no trees; also what the speed of tagging is measured on. */
export const tagTokens = (
  text: string,
  cut: Cut,
  marker: Marker,
): Pick<Marks, 'upos' | 'xpos' | 'tagProbability'> => {
  const columns = newColumns(cut.tokens.count);
  const forms = formsOf(text, cut.tokens);
  for (const batch of batches(cut.starts)) workshopOf(marker).engine.tag(forms, batch, columns);
  return columns;
};

/**
 * Tokens, sentences, tags, lemmas, morphology and dependency trees of a text.
 * Offsets point into the text as it stands; whitespace alone gives no sentence. Linear in the text's length.
 */
export const mark = (text: string, marker: Marker): Marks => {
  const tokens = tokenize(text);
  return markTokens(text, { tokens, starts: splitSentences(text, tokens) }, marker);
};
