/**
 * Speed and size of the marker: `npm run bench:syntax [-- --json] [--rounds N]`.
 * Steady state on one thread, over text made by repeating the project's own annotated sentences.
 */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Marker } from '../src/playbook/marker.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';
import { mark, markTokens, tagTokens } from '../src/stages/mark/mark.ts';
import type { Cut } from '../src/stages/mark/mark.ts';
import { splitSentences } from '../src/stages/mark/split-sentences.ts';
import { tokenize } from '../src/stages/mark/tokenize.ts';
import { readConllu } from '../train/read-conllu.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } },
});

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const WORDS = 50_000;

const sampleText = (): string => {
  const sentences = ['train', 'dev', 'test'].flatMap((part) =>
    readConllu(here(`../train/own/${part}.conllu`)),
  );
  const texts: string[] = [];
  for (let words = 0, at = 0; words < WORDS; at = (at + 1) % sentences.length) {
    texts.push(sentences[at].text);
    words += sentences[at].form.length;
  }
  return texts.join('\n\n');
};

/** Best of the rounds, in tokens a second: what the core does when nothing else takes it. */
const tokensPerSecond = (tokens: number, rounds: number, work: () => void): number => {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    work();
    const spent = process.cpuUsage(before);
    best = Math.min(best, (spent.user + spent.system) / 1e6);
  }
  return Math.round(tokens / best);
};

const residentMb = (): number => {
  if (typeof globalThis.gc === 'function') globalThis.gc();
  return process.memoryUsage().rss / 2 ** 20;
};

const timedLoad = (): { marker: Marker; loadMs: number } => {
  const began = performance.now();
  const marker = loadMarker();
  mark('Talks resumed.', marker);
  return { marker, loadMs: Math.round(performance.now() - began) };
};

const main = (): void => {
  const text = sampleText();
  const before = residentMb();
  const { marker, loadMs } = timedLoad();
  const tokens = tokenize(text);
  const cut: Cut = { tokens, starts: splitSentences(text, tokens) };
  const rounds = Number(values.rounds);
  const tagTokensPerSecond = tokensPerSecond(tokens.count, rounds, () => tagTokens(text, cut, marker));
  const parseTokensPerSecond = tokensPerSecond(tokens.count, rounds, () => markTokens(text, cut, marker));
  const memoryMb = Math.round(process.memoryUsage().rss / 2 ** 20 - before);
  const bytes = statSync(here('../models/mark.bin')).size;
  const diskMb = Math.round((100 * bytes) / 2 ** 20) / 100;
  console.log(
    `text                 ${tokens.count} tokens, ${cut.starts.length - 1} sentences; best of ${rounds} rounds, CPU time`,
  );
  console.log(`tag                  ${tagTokensPerSecond} tokens/s per core`);
  console.log(`tag + parse          ${parseTokensPerSecond} tokens/s per core`);
  console.log(`load                 ${loadMs} ms, first sentence included`);
  console.log(`memory               ${memoryMb} MB more than before loading`);
  console.log(`disk                 ${diskMb} MB`);
  if (values.json) {
    console.log(JSON.stringify({ tagTokensPerSecond, parseTokensPerSecond, loadMs, memoryMb, diskMb }));
  }
};

main();
