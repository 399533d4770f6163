import type { BriefPage } from '../stages/brief/brief-page.ts';
import type { Terminal } from './terminal.ts';

/** Words broken at blanks to a width, later lines indented. */
function wrap(words: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/** The situation as a page in the terminal; ids lead on with `demarche why`. */
export function showBrief(page: BriefPage, terminal: Terminal): void {
  const { bold, dim, cyan } = terminal.paint;
  const width = Math.min(terminal.width, 110);
  terminal.line(bold(page.title));
  terminal.line(dim(`as it held on ${page.validAt}, from what was known by the end of ${page.knownAt}`));
  for (const { title, lines } of page.sections) {
    terminal.line('');
    terminal.line(cyan(bold(title.toUpperCase())));
    for (const { id, words, citations } of lines) {
      terminal.line(wrap(`• ${words}`, width, '  '));
      terminal.line(dim(`  ${citations.map((n) => `[${n}]`).join('')} demarche why ${id}`));
    }
  }
}
