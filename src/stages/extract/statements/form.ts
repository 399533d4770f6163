import type { StatementClaim } from '../../../model/claim.ts';
import type { Span } from '../../../model/span.ts';
import { quotationFrom } from './parts.ts';
import type { Scene } from './scene.ts';

/** Letters and digits of a stretch. */
const wordy = (scene: Scene, from: number, until: number): number =>
  scene.marks.text.slice(from, until).replace(/[^\p{L}\p{N}]/gu, '').length;

/** Letters and digits of a span that stand in quotation marks. */
function countQuoted(scene: Scene, span: Span): number {
  let quoted = 0;
  for (let i = Math.max(0, quotationFrom(scene, span.start) - 1); i < scene.quotations.length; i++) {
    const inner = scene.quotations[i].inner;
    if (inner.start >= span.end) break;
    const from = Math.max(inner.start, span.start);
    const until = Math.min(inner.end, span.end);
    if (until > from) quoted += wordy(scene, from, until);
  }
  return quoted;
}

/** Direct when all words of the content are quoted, mixed when some are, indirect when none is. */
export function formOf(scene: Scene, content: readonly Span[]): StatementClaim['form'] {
  const quoted = content.reduce((sum, span) => sum + countQuoted(scene, span), 0);
  if (quoted === 0) return 'indirect';
  const all = content.reduce((sum, { start, end }) => sum + wordy(scene, start, end), 0);
  return quoted >= all ? 'direct' : 'mixed';
}
