import { UPOS, uposOf } from '../../../model/marks.ts';
import type { Span } from '../../../model/span.ts';
import { trimmed } from './part.ts';
import { phraseAt } from './scene.ts';
import type { Scene } from './scene.ts';

/** Source and content of "according to" and its like, read off the sentence's edges. */
export interface According {
  readonly source: Span;
  readonly head: number;
  readonly content: Span;
}

const PUNCT = UPOS.indexOf('PUNCT');
const CLOSING = /^[,.;:!?—–()"”“]/u;
const LONGEST = 40;

const isStop = (scene: Scene, token: number): boolean =>
  scene.marks.upos[token] === PUNCT && CLOSING.test(scene.marks.word[token]);

const hasWord = (scene: Scene, first: number, last: number): boolean => {
  for (let t = first; t <= last; t++) if (scene.marks.upos[t] !== PUNCT) return true;
  return false;
};

/** The noun that the words after the phrase are about: the first whose governor lies before or beyond them. */
function headOf(scene: Scene, first: number, last: number): number {
  for (let t = first; t <= last; t++) {
    const isNoun = ['NOUN', 'PROPN', 'PRON'].includes(uposOf(scene.marks, t));
    const governor = scene.marks.head[t];
    if (isNoun && (governor < first || governor > last)) return t;
  }
  return last;
}

/**
 * Where the phrase opens or closes its sentence, all the rest is what the source says. In the middle of a sentence it
 * may hang on a part alone: then nothing is returned.
 */
export function accordingTo(scene: Scene, token: number): According | undefined {
  const phrase = phraseAt(scene, token);
  if (phrase?.gives !== 'according') return undefined;
  const { marks } = scene;
  const sentence = marks.sentenceOf[token];
  const begin = marks.sentenceStart[sentence];
  const end = marks.sentenceStart[sentence + 1] - 1;
  const words = phrase.words.find((row) =>
    marks.text.slice(marks.start[token]).toLowerCase().startsWith(row),
  );
  const first = token + (words?.split(' ').length ?? 1);
  let last = first;
  while (last < end && last < first + LONGEST && !isStop(scene, last + 1)) last++;
  if (first > end || isStop(scene, first)) return undefined;
  const source = { source: trimmed(scene, first, last), head: headOf(scene, first, last) };
  if (!hasWord(scene, begin, token - 1)) {
    return hasWord(scene, last + 1, end) ? { ...source, content: trimmed(scene, last + 1, end) } : undefined;
  }
  const isComma = marks.text[marks.start[token - 1]] === ',' || scene.quotationOf[token - 1] >= 0;
  if (hasWord(scene, last + 1, end) || !isComma) return undefined;
  return { ...source, content: trimmed(scene, begin, token - 1) };
}
