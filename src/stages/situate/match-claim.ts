import type { Claim } from '../../model/claim.ts';
import type { ClaimRecogniser } from '../../model/playbook.ts';
import { partiesOf } from './claim-parties.ts';

const isLetter = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}]/u.test(unit);

/** Whole words; a word that ends in `*` may go on. */
export function hasWord(words: string, wanted: string): boolean {
  const stem = wanted.endsWith('*');
  const needle = stem ? wanted.slice(0, -1) : wanted;
  for (let at = words.indexOf(needle); at >= 0; at = words.indexOf(needle, at + 1)) {
    const ends = stem || !isLetter(words.at(at + needle.length));
    if (ends && (at === 0 || !isLetter(words.at(at - 1)))) return true;
  }
  return false;
}

/** Whether a claim is one that the entry can lean on. */
export function isTold(
  known: { readonly claim: Claim; readonly words: string },
  told: ClaimRecogniser,
): boolean {
  if (told.kinds.length > 0 && !told.kinds.includes(known.claim.kind)) return false;
  const words = known.words.toLowerCase();
  if (!told.words.every((group) => group.some((word) => hasWord(words, word)))) return false;
  return told.parties.length === 0 || partiesOf(known.claim).some((id) => told.parties.includes(id));
}
