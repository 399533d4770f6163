/** Makes models/statements/weights.bin: `npm run train:statements -- --data FOLDER` (a folder with train.jsonl[.gz]). */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSplit } from '../../eval/quotes/gold.ts';
import { modelsFolder } from '../../src/playbook/data-folder.ts';
import { loadSpeechLexicon } from '../../src/playbook/lexicon/speech.ts';
import { loadMarker } from '../../src/playbook/load-marker.ts';
import { setScene } from '../../src/stages/extract/statements/scene.ts';
import { mark } from '../../src/stages/mark/mark.ts';
import { makeModel, writeModel } from './make-model.ts';
import type { Lesson } from './teach.ts';

function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/gold/polnear' } } });
  const marker = loadMarker();
  const speech = loadSpeechLexicon();
  const lessons = readSplit(values.data, 'train').map((article): Lesson => ({
    article,
    scene: setScene(mark(article.text, marker), speech),
  }));
  console.log(`${lessons.length} articles marked`);
  const model = makeModel(lessons);
  writeModel(join(modelsFolder(), 'statements'), model);
  console.log(model.calibration.map(([score, p]) => `${score.toFixed(2)} → ${p.toFixed(2)}`).join('  '));
}

main();
