import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadAssertionLexicon } from '../src/playbook/lexicon/assertions.ts';
import { loadConditionLexicon } from '../src/playbook/lexicon/conditions.ts';
import { loadStatusLexicon } from '../src/playbook/lexicon/status.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';
import { isHeldOut, readCounterfactuals } from './conditions/counterfactual-gold.ts';
import { readIfGold } from './conditions/if-gold.ts';
import { measureCounterfactuals } from './conditions/measure-counterfactual.ts';
import { measureIf } from './conditions/measure-if.ts';
import { measureOwn } from './conditions/measure-own.ts';
import { readOwnSentences } from './conditions/own-gold.ts';
import { f1, share } from './conditions/token-match.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, '..', 'shared', 'gold', 'conditions') },
    split: { type: 'string', default: 'dev' },
    json: { type: 'boolean', default: false },
    wrong: { type: 'boolean', default: false },
  },
});

const marker = loadMarker();
const conditions = loadConditionLexicon();
const knowledge = { conditions, assertions: loadAssertionLexicon(), status: loadStatusLexicon() };
const figures: Record<string, number> = {};
const showWrong = (lines: readonly string[]): void => {
  if (values.wrong) for (const line of lines) console.log(line);
};

if (existsSync(join(values.data, 'conditionals.train-dev.jsonl'))) {
  const found = measureIf(readIfGold(values.data, values.split), marker, conditions);
  showWrong(found.wrong);
  figures.triggerF1 = f1(found.trigger);
  figures.spanExact = found.spans.hit / found.spans.gold;
  const precision = found.trigger.hit / found.trigger.found;
  const recall = found.trigger.hit / found.trigger.gold;
  console.log(`if-conditionals of EWT and GUM, ${values.split}`);
  console.log(
    `  trigger F1        ${share(figures.triggerF1)}  (P ${share(precision)}, R ${share(recall)}; every "if": ${share(f1(found.floor))})`,
  );
  console.log(
    `  clause spans exact ${share(figures.spanExact)}  (${found.spans.hit} of ${found.spans.gold}, punctuation and a leading conjunction aside)`,
  );
}

if (existsSync(join(values.data, 'subtask2_train.csv'))) {
  const rows = readCounterfactuals(values.data).filter(isHeldOut);
  const found = measureCounterfactuals(rows, marker, conditions);
  showWrong(found.wrong);
  figures['counterfactual.tokenF1'] = found.tokenF1;
  console.log(`counterfactuals, the quarter whose number divides by 4 (${found.rows} sentences)`);
  console.log(
    `  word F1           ${share(found.tokenF1)}  (antecedent ${share(found.antecedentF1)}, consequent ${share(found.consequentF1)}; to the next comma: ${share(found.floor)})`,
  );
}

const own = readOwnSentences(root);
const test = measureOwn(
  own.filter((one) => one.isTest),
  marker,
  knowledge,
);
const dev = measureOwn(
  own.filter((one) => !one.isTest),
  marker,
  knowledge,
);
figures['own.f1'] = f1(test.all);
figures['own.devF1'] = f1(dev.all);
showWrong(dev.wrong);
console.log(
  `own sentences about invented stand-offs (${own.length}; both sides at word F1 0.8 and the connective right)`,
);
console.log(`  F1 on the test third  ${share(figures['own.f1'])}`);
console.log(`  F1 on the rest        ${share(figures['own.devF1'])}`);
for (const [connective, counts] of dev.byConnective) {
  if (connective !== 'none')
    console.log(`    ${connective.padEnd(16)} ${share(f1(counts))}  (${counts.gold})`);
}
if (values.json) console.log(JSON.stringify(figures));
