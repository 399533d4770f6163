import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { framesOf } from '../../eval/syntax/frames.ts';
import { score } from '../../eval/syntax/score.ts';
import { loadMarker } from '../../src/playbook/load-marker.ts';
import { readConllu } from '../../train/read-conllu.ts';
import { readOwn } from '../../train/read-treebanks.ts';

const folder = mkdtempSync(join(tmpdir(), 'conllu-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const LINES = [
  '# sent_id = a',
  '# text = They can’t leave.',
  '1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_',
  '2-3\tcan’t\t_\t_\t_\t_\t_\t_\t_\t_',
  '2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_',
  '3\tn’t\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_',
  '4\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No',
  '4.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_',
  '5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_',
];

describe('readConllu', () => {
  it('reads words, not ranges or empty nodes, with the spaces between them', () => {
    const file = join(folder, 'a.conllu');
    writeFileSync(file, `${LINES.join('\n')}\n\n`);
    const [sentence] = readConllu(file);
    expect(sentence.form).toEqual(['They', 'ca', 'n’t', 'leave', '.']);
    expect(sentence.spaceAfter).toEqual([true, false, true, false, true]);
    expect(sentence.head).toEqual([3, 3, 3, -1, 3]);
  });
});

describe('framesOf', () => {
  it('names subject, modal and negation of a verb', () => {
    const file = join(folder, 'b.conllu');
    writeFileSync(file, `${LINES.join('\n').replace('ca\t', 'can\t')}\n\n`);
    const [sentence] = readConllu(file);
    expect(framesOf(sentence, sentence.form)).toEqual(new Map([[3, 'modal=1 negation=2 subject=0']]));
  });
});

describe('score', () => {
  it('counts a gold tree against our own as right or wrong, arc by arc', () => {
    const scores = score(readOwn('dev').slice(0, 5), loadMarker());
    expect(scores.sentences).toBe(5);
    expect(scores.las).toBeGreaterThan(50);
    expect(scores.las).toBeLessThanOrEqual(scores.uas);
    const arcs = [...scores.relations]
      .filter(([name]) => !name.includes(':'))
      .reduce((sum, [, count]) => sum + count.gold, 0);
    expect(arcs).toBe(scores.tokens);
  });
});
