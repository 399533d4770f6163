import type { Claim } from '../../../model/claim.ts';
import type { ClaimLink } from '../../../model/fact.ts';
import type { Span } from '../../../model/span.ts';
import type { LinkedClaim } from './about-claim.ts';
import { relate } from './relate-positions.ts';
import { toLink } from './to-link.ts';

/** Words by which a text itself sets one thing against another. */
const CONCEDES = /\b(?:although|even though|though|despite|in spite of|notwithstanding|whereas)\b/giu;
const ENDS = /[.!?]["”’)]?(?:\s|$)|\n/gu;

/** Kinds that a concession is about; what is merely mentioned in passing is none. */
const WEIGHED = new Set<Claim['kind']>([
  'legal',
  'assessment',
  'contact',
  'relation',
  'move',
  'goal',
  'lever',
]);

interface Contrast {
  readonly word: string;
  readonly conceded: Span;
  readonly main: Span;
}

function sentenceAt(text: string, at: number): Span {
  let start = 0;
  for (const end of text.matchAll(ENDS)) {
    if (end.index + end[0].length > at) return { start, end: end.index + 1 };
    start = end.index + end[0].length;
  }
  return { start, end: text.length };
}

/** "A, although B" and "although B, A": which words concede, and which they are conceded to. */
function findContrasts(text: string): readonly Contrast[] {
  return [...text.matchAll(CONCEDES)].flatMap((found) => {
    const [word] = found;
    const at = found.index;
    const sentence = sentenceAt(text, at);
    const lead = text.slice(sentence.start, at).trim();
    const comma = text.indexOf(',', at);
    const opens = lead === '' || (/,$/u.test(lead) && /^(?:despite|in spite|notwithstanding)/iu.test(word));
    if (opens && comma > 0 && comma < sentence.end)
      return [{ word, conceded: { start: at, end: comma }, main: { start: comma, end: sentence.end } }];
    if (lead === '') return [];
    return [{ word, conceded: { start: at, end: sentence.end }, main: { start: sentence.start, end: at } }];
  });
}

const startsIn = ({ claim }: LinkedClaim, { start, end }: Span): boolean =>
  claim.span.start >= start && claim.span.start < end;

const isSameMatter = (a: LinkedClaim, b: LinkedClaim): boolean =>
  a.about.subject === undefined || b.about.subject === undefined || a.about.subject === b.about.subject;

/** One claim on each side of the concession: of one subject or deed, the first of each part. */
function pick(claims: readonly LinkedClaim[], { conceded, main }: Contrast): [LinkedClaim, LinkedClaim] | [] {
  const weighed = claims.filter(({ claim }) => WEIGHED.has(claim.kind));
  const ours = weighed.filter((one) => startsIn(one, main));
  const theirs = weighed.filter((one) => startsIn(one, conceded));
  for (const one of ours) {
    const other = theirs.find((two) => isSameMatter(one, two));
    if (other !== undefined) return [one, other];
  }
  return [];
}

/** What one sentence of a report sets against each other: both are said, neither takes the other back. */
export function linkContrasts(claims: readonly LinkedClaim[]): readonly ClaimLink[] {
  const [first] = claims;
  const sorted = claims.toSorted(
    (a, b) => a.claim.span.start - b.claim.span.start || (a.claim.id < b.claim.id ? -1 : 1),
  );
  return findContrasts(first.text).flatMap((contrast) => {
    const [one, other] = pick(sorted, contrast);
    if (one === undefined || other === undefined) return [];
    const why = `the text sets one against the other: “${contrast.word.toLowerCase()}”`;
    return [toLink(one, other.claim.id, relate('scope', 'conceded', why))];
  });
}
