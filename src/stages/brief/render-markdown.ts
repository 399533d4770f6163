import { quote } from '../../model/span.ts';
import type { BriefPage, Citation } from './brief-page.ts';

/** Words of a report are text, not markup. */
const escaped = (words: string): string => words.replace(/([\\`*_[\]<>#|])/gu, '\\$1').replace(/\s+/gu, ' ');

function sayCitation({ number, sentence, words, source, publishedAt, kind }: Citation): string {
  const before = escaped(sentence.slice(0, words.start));
  const after = escaped(sentence.slice(words.end));
  const shown =
    kind === 'fact' ? escaped(sentence) : `“${before}**${escaped(quote(sentence, words))}**${after}”`;
  return `[${number}] ${shown} — ${escaped(source)}${publishedAt === undefined ? '' : `, ${publishedAt}`}`;
}

/** The brief as Markdown, citations numbered at the foot. */
export function renderMarkdown(page: BriefPage): string {
  const sections = page.sections.map(({ title, lines }) => {
    const items = lines.map(
      ({ words, citations }) => `- ${escaped(words)} ${citations.map((n) => `[${n}]`).join('')}`,
    );
    return `## ${title}\n\n${items.join('\n')}`;
  });
  const head = `# ${escaped(page.title)}\n\nAs it held on ${page.validAt}, from what was known by the end of ${page.knownAt}.`;
  const foot = `## Evidence\n\n${page.citations.map(sayCitation).join('\n\n')}`;
  return `${[head, ...sections, foot].join('\n\n')}\n`;
}
