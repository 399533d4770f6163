/**
 * Accuracy of tags and trees against treebanks: `npm run eval:syntax [-- --conllu FILE] [--data FOLDER] [--dev] [--json]`.
 * From gold tokens and sentences, with predicted tags; LAS as in CoNLL 2018, punctuation included.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { UserError } from '../src/model/user-error.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';
import { readConllu } from '../train/read-conllu.ts';
import { precisionRecall, score } from './syntax/score.ts';
import type { Scores } from './syntax/score.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const { values } = parseArgs({
  options: {
    conllu: { type: 'string' },
    data: { type: 'string', default: here('../../shared/ud') },
    dev: { type: 'boolean', default: false },
    marker: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const treebanks = (): readonly (readonly [name: string, file: string])[] => {
  if (values.conllu !== undefined) return [['conllu', values.conllu]];
  const split = values.dev ? 'dev' : 'test';
  return [
    ['ewt', join(values.data, `en_ewt-ud-${split}.conllu.gz`)],
    ['gum', join(values.data, `en_gum-ud-${split}.conllu.gz`)],
    ['own', here(`../train/own/${split}.conllu`)],
  ];
};

const FIGURES = ['upos', 'xpos', 'lemma', 'uas', 'las', 'frame'] as const;

const printSummary = (all: ReadonlyMap<string, Scores>): void => {
  console.log(
    `${'treebank'.padEnd(10)}${'sentences'.padStart(10)}${'tokens'.padStart(8)}${FIGURES.map((name) => name.toUpperCase().padStart(8)).join('')}`,
  );
  for (const [name, scores] of all) {
    const counts = String(scores.sentences).padStart(10) + String(scores.tokens).padStart(8);
    console.log(
      name.padEnd(10) + counts + FIGURES.map((figure) => scores[figure].toFixed(2).padStart(8)).join(''),
    );
  }
};

const printRelations = (name: string, scores: Scores): void => {
  console.log(`\n${name}: relations${''.padEnd(8)}    gold       P       R      F1`);
  const rows = [...scores.relations]
    .filter(([, count]) => count.gold > 0)
    .sort((a, b) => b[1].gold - a[1].gold);
  for (const [relation, count] of rows) {
    const figures = precisionRecall(count)
      .map((figure) => figure.toFixed(1).padStart(8))
      .join('');
    console.log(`  ${relation.padEnd(20)}${String(count.gold).padStart(8)}${figures}`);
  }
};

const main = (): void => {
  const marker = loadMarker(values.marker);
  const all = new Map<string, Scores>();
  for (const [name, file] of treebanks()) {
    if (!existsSync(file)) {
      if (values.conllu !== undefined)
        throw new UserError('The treebank could not be found.', {
          where: file,
          hint: 'Give a CoNLL-U file.',
        });
      console.log(`${name}: skipped, ${file} is not here`);
      continue;
    }
    all.set(name, score(readConllu(file), marker));
  }
  printSummary(all);
  for (const [name, scores] of all) printRelations(name, scores);
  if (!values.json) return;
  const figures = [...all].flatMap(([name, scores]) =>
    FIGURES.map((figure) => [`${name}.${figure}`, scores[figure]] as const),
  );
  console.log(JSON.stringify(Object.fromEntries(figures)));
};

main();
