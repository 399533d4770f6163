/**
 * Accuracy of moves: root type on PLV (five folds by sentence), doer and target spans on the ConfliBERT spans (five folds),
 * kinds, pairs and conditionals on ICBe (folds by crisis). What is trained is trained anew in every fold.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../src/model/user-error.ts';
import { scoreIcbe } from './moves/icbe.ts';
import { loadBench } from './moves/mark-text.ts';
import { scorePlv } from './moves/plv.ts';
import { scoreSpans } from './moves/spans.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(import.meta.dirname, '..', '..', 'shared', 'gold') },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

/** `--data` may name the folder of gold sets or the one above it. */
function goldFolder(given: string): string {
  const found = [given, join(given, 'gold')].find(
    (folder) =>
      existsSync(join(folder, 'plv')) ||
      existsSync(join(folder, 'icbe')) ||
      existsSync(join(folder, 'cameo-spans')),
  );
  if (found === undefined)
    throw new UserError('no gold sets for moves', {
      where: given,
      hint: 'Give the folder that holds plv, cameo-spans, icbe.',
    });
  return found;
}

const folder = goldFolder(values.data);
const bench = loadBench();
const figures = new Map<string, number>();
const wanted = (set: string, under: string): boolean =>
  (values.only === undefined || values.only === set) && existsSync(join(folder, under));
const show = (name: string, value: number, note = ''): void =>
  console.log(`${name.padEnd(26)} ${value.toFixed(3)}  ${note}`);

if (wanted('plv', 'plv')) {
  const score = scorePlv(folder, bench);
  show(
    'plv.rootAcc',
    score.rootAcc,
    `n ${score.rows}; n-grams alone ${score.ngramAcc.toFixed(3)}, nearest frame alone ${score.framesAcc.toFixed(3)}`,
  );
  show('plv.macroF1', score.macroF1);
  for (const [root, rows, f1] of score.byRoot) show(`  ${root}`, f1, `n ${rows}`);
  figures.set('plv.rootAcc', score.rootAcc).set('plv.macroF1', score.macroF1);
}
if (wanted('spans', 'cameo-spans')) {
  const score = scoreSpans(folder, bench);
  show(
    'spans.sourceF1',
    score.sourceF1,
    `n ${score.sentences}; first frame alone ${score.framesSourceF1.toFixed(3)}`,
  );
  show('spans.targetF1', score.targetF1, `first frame alone ${score.framesTargetF1.toFixed(3)}`);
  figures.set('spans.sourceF1', score.sourceF1).set('spans.targetF1', score.targetF1);
}
if (wanted('icbe', 'icbe')) {
  const score = scoreIcbe(folder, bench);
  show(
    'icbe.kindF1',
    score.kindF1,
    `n ${score.sentences}; all three always ${score.kindMajority.toFixed(3)}, verb list ${score.kindVerbList.toFixed(3)}`,
  );
  show(
    'icbe.pairAcc',
    score.pairAcc,
    `n ${score.pairSentences}; frames alone ${score.pairFrames.toFixed(3)}, first two named ${score.pairOrder.toFixed(3)}`,
  );
  show(
    'icbe.conditionF1',
    score.conditionF1,
    `"if" and "unless" alone ${score.conditionVerbList.toFixed(3)}; never 0.000`,
  );
  figures
    .set('icbe.kindF1', score.kindF1)
    .set('icbe.pairAcc', score.pairAcc)
    .set('icbe.conditionF1', score.conditionF1);
}
if (values.json)
  console.log(
    JSON.stringify(
      Object.fromEntries([...figures].map(([name, value]) => [name, Math.round(value * 1e4) / 1e4])),
    ),
  );
