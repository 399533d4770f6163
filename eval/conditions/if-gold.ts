import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const side = z.object({ head: z.number(), tokens: z.array(z.number()), text: z.string() });
const row = z.object({
  treebank: z.string(),
  split: z.string(),
  sent_id: z.string(),
  tokens: z.array(z.string()),
  conditionals: z.array(z.object({ type: z.string(), Protasis: side.optional(), Apodosis: side.optional() })),
});

/** Letters (blanks not counted) that a side covers, without punctuation. */
export type Letters = ReadonlySet<number>;

export interface GoldConditional {
  readonly type: string;
  /** Letter offset of "if", or of the inverted auxiliary. */
  readonly trigger: number;
  readonly protasis: Letters;
  readonly apodosis: Letters | undefined;
}

export interface GoldSentence {
  readonly id: string;
  readonly text: string;
  readonly gold: readonly GoldConditional[];
}

const CLITIC = /^(?:n['’]t|['’](?:s|re|ve|ll|d|m)|['’])$/iu;

/** Puts tokens together as they would be written. */
export function joinTokens(tokens: readonly string[]): string {
  let text = '';
  for (const [i, token] of tokens.entries()) {
    const tight =
      i === 0 || CLITIC.test(token) || /^[,.;:?!)\]%]+$/u.test(token) || /[(\[$]$/u.test(tokens[i - 1]);
    const hyphen = token === '-' || (i > 0 && tokens[i - 1] === '-');
    text += tight || hyphen ? token : ` ${token}`;
  }
  return text;
}

/** Where each token's letters lie in the text, blanks not counted. */
export function letterRange(tokens: readonly string[]): readonly (readonly [number, number])[] {
  let at = 0;
  return tokens.map((token) => {
    const from = at;
    at += token.replace(/\s/gu, '').length;
    return [from, at];
  });
}

/** Letters of the tokens with these numbers, counted from 1; punctuation left out. */
export function lettersOfSide(tokens: readonly string[], numbers: readonly number[]): Letters {
  const ranges = letterRange(tokens);
  const found = new Set<number>();
  for (const number of numbers) {
    if (!/[\p{L}\p{N}]/u.test(tokens[number - 1])) continue;
    const [from, to] = ranges[number - 1];
    for (let i = from; i < to; i++) found.add(i);
  }
  return found;
}

const TRIGGER = /^(?:if|should|had|were|i'd|did|was)$/iu;

function toGold(
  tokens: readonly string[],
  raw: z.infer<typeof row>['conditionals'][number],
): GoldConditional[] {
  if (raw.Protasis === undefined) return [];
  const ranges = letterRange(tokens);
  const numbers = raw.Protasis.tokens;
  const trigger =
    numbers.find((n) => tokens[n - 1].toLowerCase() === 'if') ??
    numbers.find((n) => TRIGGER.test(tokens[n - 1]));
  if (trigger === undefined) return [];
  return [
    {
      type: raw.type,
      trigger: ranges[trigger - 1][0],
      protasis: lettersOfSide(tokens, numbers),
      apodosis: raw.Apodosis === undefined ? undefined : lettersOfSide(tokens, raw.Apodosis.tokens),
    },
  ];
}

function toSentence(raw: z.infer<typeof row>): GoldSentence {
  const gold = raw.conditionals.flatMap((conditional) => toGold(raw.tokens, conditional));
  const unique = gold.filter((one, i) => gold.findIndex((other) => other.trigger === one.trigger) === i);
  return { id: `${raw.treebank}/${raw.sent_id}`, text: joinTokens(raw.tokens), gold: unique };
}

function readTreebank(file: string, treebank: string): GoldSentence[] {
  if (!existsSync(file)) return [];
  const sentences: GoldSentence[] = [];
  for (const block of gunzipSync(readFileSync(file)).toString('utf8').split('\n\n')) {
    const id = /^# sent_id = (.+)$/mu.exec(block)?.[1];
    const tokens = [...block.matchAll(/^\d+\t([^\t]+)\t/gmu)].map((match) => match[1]);
    if (id !== undefined) sentences.push({ id: `${treebank}/${id}`, text: joinTokens(tokens), gold: [] });
  }
  return sentences;
}

/**
 * If-conditionals of one split with the treebank's other sentences as negatives, where `ud` lies beside.
 * @param folder the folder of conditions; treebanks are looked for in `../../ud`.
 */
export function readIfGold(folder: string, split: string): GoldSentence[] {
  const file = join(folder, 'conditionals.train-dev.jsonl');
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const rows = lines.map((line) => row.parse(JSON.parse(line))).filter((one) => one.split === split);
  const positives = rows.map(toSentence);
  const known = new Set(positives.map((sentence) => sentence.id));
  const ud = join(folder, '..', '..', 'ud');
  const others = [
    ...readTreebank(join(ud, `en_ewt-ud-${split}.conllu.gz`), 'EWT'),
    ...readTreebank(join(ud, `en_gum-ud-${split}.conllu.gz`), 'GUM'),
  ].filter((sentence) => !known.has(sentence.id));
  return [...positives, ...others];
}
