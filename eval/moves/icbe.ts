import { deprelOf, uposOf } from '../../src/model/marks.ts';
import { statusOf } from '../../src/stages/extract/status/status-of.ts';
import { crossValidate } from './folds.ts';
import { scorePairs } from './icbe-pairs.ts';
import type { Item } from './folds.ts';
import { readSentence } from './mark-text.ts';
import type { Bench, ReadSentence } from './mark-text.ts';
import { KINDS, readIcbe } from './read-icbe.ts';
import type { CrisisSentence } from './read-icbe.ts';

export interface IcbeScore {
  readonly sentences: number;
  readonly kindF1: number;
  readonly kindMajority: number;
  readonly kindVerbList: number;
  readonly pairAcc: number;
  readonly pairFrames: number;
  readonly pairOrder: number;
  readonly pairSentences: number;
  readonly conditionF1: number;
  readonly conditionVerbList: number;
}

interface Row {
  readonly sentence: CrisisSentence;
  readonly read: ReadSentence;
  readonly features: readonly string[];
}

function featuresOf(read: ReadSentence, bench: Bench): string[] {
  const { marks } = read.tree;
  const out = ['bias'];
  for (let t = 0; t < marks.tokenCount; t++) {
    const lemma = marks.lemma[t].toLowerCase();
    const tag = uposOf(marks, t);
    if (tag === 'PUNCT' || tag === 'PROPN' || tag === 'NUM') continue;
    out.push(`w:${lemma}`);
    if (tag === 'VERB') out.push(`v:${lemma}`, `vd:${lemma}_${deprelOf(marks, t)}`);
    if (marks.head[t] < 0) out.push(`root:${lemma}`, `rt:${tag}`);
    if (t > 0) out.push(`2:${marks.lemma[t - 1].toLowerCase()}_${lemma}`);
  }
  for (const { match } of read.found) {
    const { status } = statusOf(read.tree, match.token, bench.knowledge.status);
    out.push(
      `f:${match.frame.type}`,
      `fe:${match.frame.id}`,
      `fs:${match.frame.type}_${status}`,
      `fm:${match.frame.type}_${match.frame.mode ?? ''}`,
    );
  }
  return out;
}

/** F1 of a yes-or-no question over all sentences. */
function f1(gold: readonly boolean[], guess: readonly boolean[]): number {
  const both = gold.filter((yes, i) => yes && guess[i]).length;
  return (2 * both) / Math.max(1, gold.filter(Boolean).length + guess.filter(Boolean).length);
}

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / Math.max(1, list.length);

/** Folds by crisis: no sentence is judged by a model that has read its crisis. */
function ask(rows: readonly Row[], gold: readonly boolean[], threshold: number): boolean[] {
  const items: Item[] = rows.map((row, i) => ({
    features: row.features,
    label: gold[i] ? 1 : 0,
    fold: row.sentence.crisis % 5,
  }));
  return crossValidate(items, [], { classes: 2, l2: 2, rounds: 6, rate: 0.3 }).map(
    (row) => row[1] > threshold,
  );
}

const SPEECH =
  /\b(?:said|told|announced|declared|warned|demanded|accused|denounced|condemned|promised|rejected|called|appealed|offered|proposed|urged|threatened|protested|agreed|refused|stated|requested|insisted|statement|speech|ultimatum)\b/iu;
const THOUGHT =
  /\b(?:feared|perceived|believed|thought|considered|viewed|regarded|expected|saw|crisis|threat|concern(?:ed)?|decided|wanted|sought|hoped)\b/iu;
const ACTION =
  /\b(?:attacked|invaded|occupied|sent|met|signed|withdrew|moved|crossed|launched|deployed|mobilized|fought|captured|arrived|began|troops|forces|bombed|killed|landed|agreement)\b/iu;
const CASE = /\b(?:if|unless)\b/iu;

const VERB_LISTS = [SPEECH, ACTION, THOUGHT] as const;

const CUES: readonly (readonly [string, RegExp])[] = [
  ['if', /\bif\b/iu], ['as-if', /\bas if\b/iu], ['even-if', /\beven if\b/iu], ['if-not', /\bif\b.*\bnot\b/iu],
  ['if-would', /\bif\b.*\bwould\b|\bwould\b.*\bif\b/iu], ['unless', /\bunless\b/iu], ['exchange', /\bin (?:exchange|return) for\b/iu],
  ['ultimatum', /\bultimat/iu], ['event', /\bin the event\b|\bin case of\b/iu], ['condition', /\bcondition(?:al|s|ed)?\b/iu],
  ['provided', /\bprovided that\b/iu], ['as-long', /\bas long as\b/iu], ['until', /\buntil\b/iu], ['warn-would', /\bwarn.*\bwould\b/iu],
  ['warn', /\bwarn/iu], ['threat', /\bthreat/iu], ['would', /\bwould\b/iu], ['demand', /\bdemand/iu], ['whether', /\bwhether\b/iu],
  ['any-attack', /\bany (?:attack|attempt|aggression|violation|act)/iu], ['unless-would', /\bunless\b.*\bwould\b/iu], ['should', /\bshould\b/iu],
  ['promise', /\bpromise|\bpledge|\bguarantee|\boffer/iu], ['retaliate', /\bretaliat|\bconsequence/iu],
]; // prettier-ignore

/** Words and readings that may lead in a case. */
function caseFeatures({ sentence, read }: Row): string[] {
  const cues = CUES.flatMap(([name, pattern]) => (pattern.test(sentence.text) ? [name] : []));
  const pairs = cues.flatMap((a) => cues.flatMap((b) => (a < b ? [`${a}+${b}`] : [])));
  const types = read.found
    .filter(({ match }) => ['threaten', 'request', 'agree'].includes(match.frame.type))
    .map(({ match }) => `f:${match.frame.type}`);
  return ['bias', ...cues, ...pairs, ...new Set(types)];
}

/** Kinds, pairs and conditionals on the sentences of past crises. */
export function scoreIcbe(folder: string, bench: Bench): IcbeScore {
  const rows: Row[] = readIcbe(folder).map((sentence) => {
    const read = readSentence(sentence.text, bench);
    return { sentence, read, features: featuresOf(read, bench) };
  });
  const golds = KINDS.map((kind) => rows.map((row) => row.sentence.kinds.has(kind)));
  const conditional = rows.map((row) => row.sentence.conditional);
  return {
    sentences: rows.length,
    kindF1: mean(golds.map((gold) => f1(gold, ask(rows, gold, 0.35)))),
    kindMajority: mean(
      golds.map((gold) =>
        f1(
          gold,
          gold.map(() => true),
        ),
      ),
    ),
    kindVerbList: mean(
      golds.map((gold, i) =>
        f1(
          gold,
          rows.map((row) => VERB_LISTS[i].test(row.sentence.text)),
        ),
      ),
    ),
    ...scorePairs(rows, bench),
    conditionF1: f1(
      conditional,
      ask(
        rows.map((row) => ({ ...row, features: caseFeatures(row) })),
        conditional,
        0.3,
      ),
    ),
    conditionVerbList: f1(
      conditional,
      rows.map((row) => CASE.test(row.sentence.text)),
    ),
  };
}
