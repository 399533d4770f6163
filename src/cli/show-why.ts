import type { WhyNode } from '../workflows/why.ts';
import type { Terminal } from './terminal.ts';

/** The words in their sentence, the words themselves marked. */
function showWords(node: WhyNode, indent: string, terminal: Terminal): void {
  const { evidence } = node;
  if (evidence === undefined) return;
  const { bold, inverse, dim } = terminal.paint;
  const { sentence, words } = evidence;
  const mark = terminal.paint.isColorSupported ? inverse : (text: string): string => `»${text}«`;
  const shown = `${sentence.slice(0, words.start)}${mark(bold(sentence.slice(words.start, words.end)))}${sentence.slice(words.end)}`;
  terminal.line(`${indent}  “${shown.replace(/\s+/gu, ' ')}”`);
  terminal.line(
    dim(
      `${indent}  ${evidence.source}${evidence.publishedAt ? `, ${evidence.publishedAt}` : ''} — ${evidence.foundAt ?? ''}`,
    ),
  );
}

/** The chain as an indented tree. */
export function showWhy(node: WhyNode, terminal: Terminal, indent = ''): void {
  const { bold, cyan, dim } = terminal.paint;
  const source = node.evidence === undefined && node.source ? dim(` — ${node.source}`) : '';
  terminal.line(`${indent}${cyan(node.kind)} ${bold(node.id)}: ${node.says}${source}`);
  showWords(node, indent, terminal);
  for (const below of node.below) showWhy(below, terminal, `${indent}  `);
}
