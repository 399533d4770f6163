import type { StatementClaim } from '../../../model/claim.ts';
import type { Span } from '../../../model/span.ts';
import { quotationFrom } from './parts.ts';
import type { Scene } from './scene.ts';

/** Letters and digits of a span, and those of them that stand in quotation marks. */
function count(scene: Scene, span: Span): { all: number; quoted: number } {
  const { text } = scene.marks;
  const wordy = (from: number, until: number): number =>
    text.slice(from, until).replace(/[^\p{L}\p{N}]/gu, '').length;
  let quoted = 0;
  for (let i = Math.max(0, quotationFrom(scene, span.start) - 1); i < scene.quotations.length; i++) {
    const inner = scene.quotations[i].inner;
    if (inner.start >= span.end) break;
    const from = Math.max(inner.start, span.start);
    const until = Math.min(inner.end, span.end);
    if (until > from) quoted += wordy(from, until);
  }
  return { all: wordy(span.start, span.end), quoted };
}

/** Direct when all words of the content are quoted, mixed when some are, indirect when none is. */
export function formOf(scene: Scene, content: readonly Span[]): StatementClaim['form'] {
  let all = 0;
  let quoted = 0;
  for (const span of content) {
    const counted = count(scene, span);
    all += counted.all;
    quoted += counted.quoted;
  }
  if (quoted === 0) return 'indirect';
  return quoted >= all ? 'direct' : 'mixed';
}
