/**
 * Who said what, on articles with gold attributions: `npm run eval:quotes [-- --json] [--data FOLDER] [--split NAME]`.
 * How it is scored stands in docs/accuracy/quotes.md and eval/quotes/score.ts.
 */
import { parseArgs } from 'node:util';
import type { MarkedReport } from '../src/model/marked-report.ts';
import { loadStatementKnowledge } from '../src/playbook/lexicon/speech.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';
import { findStatements } from '../src/stages/extract/statements/find-statements.ts';
import { mark } from '../src/stages/mark/mark.ts';
import { readByQuoteMarks } from './quotes/floor.ts';
import type { GoldArticle } from './quotes/gold.ts';
import { readSplit } from './quotes/gold.ts';
import { brier, reliability } from './quotes/reliability.ts';
import type { Scored } from './quotes/reliability.ts';
import type { Answer } from './quotes/score.ts';
import { addArticle, emptyTally, figuresOf } from './quotes/score.ts';

type Reader = (article: GoldArticle) => readonly Answer[];

/** The gold knows one layer: statements inside another's content are not scored. */
function readByModel(): Reader {
  const marker = loadMarker();
  const knowledge = loadStatementKnowledge();
  return ({ doc, text }) => {
    const report = { id: doc, text, foundAt: doc, notes: [] };
    const marks = mark(text, marker);
    const none = { repairs: [], mentions: [], times: [], quantities: [], statements: [] };
    const marked: MarkedReport = { report, marks, ...none };
    return findStatements(marked, knowledge)
      .filter((statement) => statement.attribution.length === 0)
      .map(({ form, content, source, confidence }) => ({
        form,
        content,
        confidence,
        ...(source === undefined ? {} : { source: source.speaker.span }),
      }));
  };
}

function score(
  articles: readonly GoldArticle[],
  reader: Reader,
): { figures: Record<string, number>; scored: Scored[] } {
  const tally = emptyTally();
  const scored: Scored[] = [];
  for (const article of articles) {
    const answers = reader(article);
    const right = addArticle(tally, article, answers);
    answers.forEach(({ confidence }, i) => scored.push({ confidence, isRight: right[i] }));
  }
  return { figures: { ...figuresOf(tally) }, scored };
}

const NAMES = [
  'content.overlapF1',
  'source.overlapAcc',
  'jointF1',
  'direct.jointF1',
  'content.overlapP',
  'content.overlapR',
  'content.charF1',
];

function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/gold/polnear' },
      split: { type: 'string', default: 'dev' },
      json: { type: 'boolean', default: false },
    },
  });
  const articles = readSplit(values.data, values.split);
  const floor = score(articles, ({ text }) => readByQuoteMarks(text)).figures;
  const { figures, scored } = score(articles, readByModel());
  console.log(
    `${articles.length} articles, ${articles.reduce((sum, { ars }) => sum + ars.length, 0)} attributions\n`,
  );
  console.log(`${'figure'.padEnd(22)}${'here'.padStart(7)}${'floor'.padStart(7)}`);
  for (const name of NAMES) {
    console.log(
      `${name.padEnd(22)}${figures[name].toFixed(1).padStart(7)}${floor[name].toFixed(1).padStart(7)}`,
    );
  }
  console.log('\nconfidence  statements  right');
  for (const row of reliability(scored)) {
    console.log(
      `${row.mean.toFixed(2).padStart(10)}${String(row.size).padStart(12)}${row.right.toFixed(2).padStart(7)}`,
    );
  }
  console.log(`Brier score ${brier(scored).toFixed(3)}`);
  if (values.json) {
    const floors = Object.fromEntries(NAMES.map((name) => [`floor.${name}`, floor[name]]));
    console.log(JSON.stringify({ ...figures, ...floors, brier: brier(scored) }));
  }
}

main();
