import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** One judged deed: its sentence, the characters of its head words, and the mean judgement from −3 to +3. */
export interface Judged {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly factuality: number;
}

const row = z.object({
  text: z.string(),
  targets: z.array(z.object({ span1: z.tuple([z.number(), z.number()]), label: z.number() })),
});

const GLUED = /^(?:n['’]t|['’](?:s|m|re|ve|ll|d)|[,.;:!?%)\]}]|''|’|')$/iu;
const QUOTES: ReadonlyMap<string, string> = new Map([['``', '"'], ["''", '"'], ['-LRB-', '('], ['-RRB-', ')']]); // prettier-ignore

/** Puts words that were set apart by blanks together as in print; gives the text and each word's place. */
function setInPrint(words: readonly string[]): { text: string; starts: number[]; ends: number[] } {
  let text = '';
  let open = false;
  const starts: number[] = [];
  const ends: number[] = [];
  words.forEach((raw, i) => {
    const word = QUOTES.get(raw) ?? raw;
    const closes = raw === "''" || (raw === '"' && open);
    const glued =
      GLUED.test(raw) ||
      closes ||
      text === '' ||
      text.endsWith('(') ||
      (i > 0 && (words[i - 1] === '``' || (words[i - 1] === '"' && open && !closes)));
    if (raw === '"' || raw === '``' || raw === "''") open = !closes;
    text += glued ? '' : ' ';
    starts.push(text.length);
    text += word;
    ends.push(text.length);
  });
  return { text, starts, ends };
}

function toJudged(line: string): Judged[] {
  const { text, targets } = row.parse(JSON.parse(line));
  const print = setInPrint(text.split(' '));
  return targets.map(({ span1: [from, until], label }) => ({
    text: print.text,
    start: print.starts[Math.min(from, print.starts.length - 1)],
    end: print.ends[Math.max(from, Math.min(until, print.ends.length) - 1)],
    factuality: label,
  }));
}

/** Reads one part of one factuality set; a `.gz` file is unpacked. */
export function readJudged(folder: string, set: string, part: string): Judged[] {
  const base = join(folder, 'factuality', set, `${part}.jsonl`);
  let bytes: string;
  try {
    bytes = readFileSync(base, 'utf8');
  } catch {
    bytes = gunzipSync(readFileSync(`${base}.gz`)).toString('utf8');
  }
  return bytes
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap(toJudged);
}
