import { DEPREL } from '../../src/model/marks.ts';
import type { Marks } from '../../src/model/marks.ts';
import type { Marker } from '../../src/playbook/marker.ts';
import { markTokens } from '../../src/stages/mark/mark.ts';
import type { Sentence } from '../../train/read-conllu.ts';
import { framesOf } from './frames.ts';

/** Gold, found and both, of one relation. */
export interface Count {
  gold: number;
  found: number;
  right: number;
}

/** Shares in percent over one treebank. */
export interface Scores {
  readonly sentences: number;
  readonly tokens: number;
  readonly upos: number;
  readonly xpos: number;
  readonly lemma: number;
  readonly uas: number;
  readonly las: number;
  readonly frame: number;
  readonly relations: ReadonlyMap<string, Count>;
}

/** Marks a sentence from its gold tokens; the text is rebuilt from them. */
export const markGold = (sentence: Sentence, marker: Marker): Marks => {
  let text = '';
  const start: number[] = [];
  const end: number[] = [];
  sentence.form.forEach((form, token) => {
    start.push(text.length);
    text += form;
    end.push(text.length);
    if (sentence.spaceAfter[token]) text += ' ';
  });
  const tokens = { count: start.length, start: Int32Array.from(start), end: Int32Array.from(end) };
  return markTokens(text, { tokens, starts: Int32Array.from([0, start.length]) }, marker);
};

/** The universal part of a relation, as the CoNLL 2018 shared task scores it. */
const universal = (deprel: number): string => DEPREL[deprel].replace(/:.*$/u, '');

/** Relations counted with their subtype besides the universal part. */
const WATCHED = new Set([
  'nsubj:pass',
  'acl:relcl',
  'obl:agent',
  'aux:pass',
  'nmod:poss',
  'compound:prt',
  'obl:unmarked',
  'nmod:unmarked',
]);

const plain = (lemma: string): string => lemma.replace(/[’‘`´]/gu, "'");

class Tally {
  sentences = 0;
  tokens = 0;
  upos = 0;
  xpos = 0;
  lemma = 0;
  uas = 0;
  las = 0;
  frames = 0;
  framesRight = 0;
  readonly relations = new Map<string, Count>();

  private relation(name: string): Count {
    const count = this.relations.get(name) ?? { gold: 0, found: 0, right: 0 };
    this.relations.set(name, count);
    return count;
  }

  private arc(names: readonly [string, string], headRight: boolean): void {
    const [gold, found] = names;
    this.relation(gold).gold++;
    this.relation(found).found++;
    if (gold === found && headRight) this.relation(gold).right++;
  }

  add(gold: Sentence, marks: Marks): void {
    this.sentences++;
    for (let token = 0; token < gold.form.length; token++) {
      this.tokens++;
      if (gold.upos[token] === marks.upos[token]) this.upos++;
      if (gold.xpos[token] === marks.xpos[token]) this.xpos++;
      if (plain(gold.lemma[token]) === plain(marks.lemma[token])) this.lemma++;
      const headRight = gold.head[token] === marks.head[token];
      const names = [universal(gold.deprel[token]), universal(marks.deprel[token])] as const;
      if (headRight) this.uas++;
      if (headRight && names[0] === names[1]) this.las++;
      this.arc(names, headRight);
      const full = [DEPREL[gold.deprel[token]], DEPREL[marks.deprel[token]]] as const;
      if (WATCHED.has(full[0])) this.relation(full[0]).gold++;
      if (WATCHED.has(full[1])) this.relation(full[1]).found++;
      if (headRight && full[0] === full[1] && WATCHED.has(full[0])) this.relation(full[0]).right++;
    }
    const lowered = gold.form.map((form) => form.toLowerCase());
    const ours = framesOf(marks, lowered);
    for (const [verb, frame] of framesOf(gold, lowered)) {
      this.frames++;
      if (ours.get(verb) === frame) this.framesRight++;
    }
  }
}

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((10000 * part) / whole) / 100;

/** Scores predicted tags and trees over gold tokens and sentences. */
export const score = (sentences: readonly Sentence[], marker: Marker): Scores => {
  const tally = new Tally();
  for (const sentence of sentences) tally.add(sentence, markGold(sentence, marker));
  const share = (part: number): number => percent(part, tally.tokens);
  return {
    sentences: tally.sentences,
    tokens: tally.tokens,
    upos: share(tally.upos),
    xpos: share(tally.xpos),
    lemma: share(tally.lemma),
    uas: share(tally.uas),
    las: share(tally.las),
    frame: percent(tally.framesRight, tally.frames),
    relations: tally.relations,
  };
};

/** Precision, recall and F1 in percent. */
export const precisionRecall = ({ gold, found, right }: Count): readonly [number, number, number] => [
  percent(right, found),
  percent(right, gold),
  percent(2 * right, gold + found),
];
