import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../src/stages/read/read.ts';
import { pick, shuffle, toRandom } from './seeded-random.ts';

/** A generated report as one line of JSON holds it. */
export interface GeneratedReport {
  readonly title: string;
  readonly outlet: string;
  readonly published: string;
  readonly text: string;
}

const SIDES = [
  'Marania',
  'Velsk',
  'Ordania',
  'Tarsis',
  'Kelland',
  'Northmark',
  'Sundra',
  'Ilvania',
  'Quorra',
  'Bessland',
];
const PEOPLE = [
  'Ana Torv',
  'Milo Hask',
  'Petra Lind',
  'Jon Arvel',
  'Sela Odum',
  'Karl Beck',
  'Rina Shale',
  'Omar Finch',
];

/** Paragraphs of the samples, the stock that generated reports are varied from. */
function loadParagraphs(folder: string): readonly string[] {
  const files = readdirSync(folder).filter((name) => name !== 'README.md');
  return files.flatMap((name) =>
    readFile(readFileSync(join(folder, name)), name).done.flatMap(({ text }) =>
      text.split(/\n{2,}/u).filter((paragraph) => paragraph.length > 80),
    ),
  );
}

/** Other names, numbers and people in the same manner of writing, so that no two reports are equal. */
function vary(paragraph: string, random: () => number): string {
  return paragraph
    .replace(/\b\d{1,3}\b/gu, (number) => String(1 + Math.floor(random() * (Number(number) + 4))))
    .replace(/(?<=(?:said|told|by|with|of) )(?:[A-Z][a-z]+ [A-Z][a-z]+)/gu, (name) =>
      random() < 0.4 ? pick(PEOPLE, random) : name,
    )
    .replace(/\b(?:Malaysia|Estonia|Norway|Ireland|Iran|Afghanistan)\b/gu, () => pick(SIDES, random));
}

function dayAfter(start: string, days: number): string {
  return new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** So many reports of about 500 words, varied from the samples by a seed: the same seed gives the same reports. */
export function* varyReports(
  count: number,
  seed = 1,
  folder = 'samples/korea-2021',
): Generator<GeneratedReport> {
  const random = toRandom(seed);
  const stock = loadParagraphs(folder);
  for (let i = 0; i < count; i++) {
    const paragraphs: string[] = [];
    for (let words = 0; words < 500; words = paragraphs.join(' ').split(' ').length) {
      paragraphs.push(vary(pick(stock, random), random));
    }
    const [side, other] = shuffle(SIDES, random);
    yield {
      title: `${side} and ${other} trade words, report ${i + 1}`,
      outlet: `Generated Wire ${1 + Math.floor(random() * 40)}`,
      published: dayAfter('2021-01-01', Math.floor(random() * 720)),
      text: paragraphs.join('\n\n'),
    };
  }
}
