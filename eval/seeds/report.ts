import { contentId } from '../../src/model/content-id.ts';
import type { Marks } from '../../src/model/marks.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Report } from '../../src/model/report.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { extract } from '../../src/stages/extract/extract.ts';
import type { ReadingKnowledge } from '../../src/stages/extract/extract.ts';
import { loadReadingKnowledge } from '../../src/workflows/reading-knowledge.ts';

/** The seed's text as a report, letter for letter: spans of the inventory point into the file. */
export const parseReport = (text: string, name: string): Report => ({
  id: contentId('report', name, text),
  text,
  foundAt: name,
  notes: [],
});

/** What the program itself reads by, in the theatre that ships with it. */
export const loadSeedKnowledge = (): ReadingKnowledge => loadReadingKnowledge(loadPlaybook('korea'));

/** The whole way from marks to claims. */
export const readAll = (report: Report, marks: Marks, knowledge: ReadingKnowledge): Reading =>
  extract(report, marks, knowledge);
