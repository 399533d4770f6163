import { contentId } from '../../../model/content-id.ts';
import type { RepairKnowledge } from '../../../model/lexicon-repairs.ts';
import type { Marks } from '../../../model/marks.ts';
import type { Repair } from '../../../model/reading.ts';
import type { Report } from '../../../model/report.ts';
import { isCapital, toWords, wordsOfMarks, wordAt } from '../times/words.ts';
import type { Words } from '../times/words.ts';
import { matchPatterns } from './match-patterns.ts';
import { matchRules } from './match-rules.ts';

function listPresidents(words: Words): ReadonlySet<string> {
  const names = new Set<string>();
  for (let i = 0; i < words.count; i++) {
    if (wordAt(words, i) !== 'president') continue;
    let at = i + 1;
    while (isCapital(words, at) && at < i + 5) at++;
    if (at > i + 1) names.add(wordAt(words, at - 1));
  }
  return names;
}

/**
 * Readings of garbled words, beside the original: known confusions of machine translation and slips of syntax and quotation
 * marks. Nothing is replaced; a reading changes who did something only where its entry has grounds for it. In text order;
 * several readings may stand over one place. Works without marks, a little less surely.
 */
export function findRepairs(report: Report, marks: Marks | undefined, knowledge: RepairKnowledge): Repair[] {
  const words = marks === undefined ? toWords(report.text) : wordsOfMarks(marks);
  const proposals = [
    ...matchPatterns(words, knowledge.lexicon.index),
    ...matchRules({ words, marks, knowledge, presidents: listPresidents(words) }),
  ];
  return proposals
    .map(({ span, reading, entry }) => ({
      id: contentId('repair', report.id, span.start, span.end, entry.id),
      span,
      reading,
      basis: entry.basis,
      entry: entry.id,
      confidence: entry.confidence,
    }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
