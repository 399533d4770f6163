import type { Marks } from '../../../model/marks.ts';
import { xposOf } from '../../../model/marks.ts';

const PLANS: ReadonlySet<string> = new Set([
  'expect', 'schedule', 'due', 'set', 'plan', 'go', 'intend', 'hope', 'prepare', 'promise', 'pledge', 'vow', 'agree',
  'slate', 'want', 'ask', 'urge', 'propose', 'invite', 'upcoming', 'forthcoming', 'ready',
]); // prettier-ignore

/** Verbs whose present tense announces: "the talks open on Friday". */
const BEGINNINGS: ReadonlySet<string> = new Set([
  'begin', 'start', 'open', 'meet', 'arrive', 'leave', 'end', 'close', 'expire', 'resume', 'hold', 'host', 'travel',
  'visit', 'vote', 'launch', 'convene', 'fly', 'depart', 'kick', 'run', 'go', 'return', 'face',
]); // prettier-ignore

const CLEAR_PAST =
  /^(?:was|were|had|did|said|told|came|went|made|took|began|held|met|fell|rose|won|lost|led|left|sent|killed|shot|hit|gave|became|broke|spoke|wrote|\p{L}{2,}ed)$/u;

/** Without tags, the words themselves must do. */
function cueByWord(word: string): -1 | 0 | 1 {
  if (word === 'will' || word === "'ll" || word === '’ll' || word === 'shall' || word === 'upcoming')
    return 1;
  if (word === 'scheduled' || word === 'expected' || word === 'planned') return 1;
  return CLEAR_PAST.test(word) ? -1 : 0;
}

function cueByTag(marks: Marks, token: number): -1 | 0 | 1 {
  const lemma = marks.lemma[token];
  const tag: string = xposOf(marks, token);
  switch (tag) {
    case 'MD':
      return ['will', "'ll", 'shall', 'would', "'d", 'wo', 'should', 'may', 'must'].includes(lemma) ? 1 : 0;
    case 'TO':
      return token > 0 && PLANS.has(marks.lemma[token - 1]) ? 1 : 0;
    case 'VBD':
      return -1;
    case 'VBN':
      return PLANS.has(lemma) && ['expect', 'schedule', 'slate', 'plan'].includes(lemma) ? 1 : -1;
    case 'VBZ':
    case 'VBP':
      return BEGINNINGS.has(lemma) ? 1 : 0;
    default:
      return lemma === 'upcoming' || lemma === 'forthcoming' ? 1 : 0;
  }
}

const REACH = 25;

/**
 * Where the tense of the nearest verb points: −1 past, 1 future, 0 undecided. Looks left in the sentence first,
 * since English puts its times after the verb, then right.
 */
export function directionAt(marks: Marks, token: number): -1 | 0 | 1 {
  if (token >= marks.tokenCount) return 0;
  const sentence = marks.sentenceOf[token];
  const low = Math.max(marks.sentenceStart[sentence], token - REACH);
  const high = Math.min(marks.sentenceStart[sentence + 1], token + REACH);
  const tagged = marks.xpos.subarray(low, high).some((tag) => tag !== 0);
  const cue = (t: number): -1 | 0 | 1 => (tagged ? cueByTag(marks, t) : cueByWord(marks.lowerWord[t]));
  for (let t = token - 1; t >= low; t--) {
    const found = cue(t);
    if (found !== 0) return found;
  }
  for (let t = token + 1; t < high; t++) {
    const found = cue(t);
    if (found !== 0) return found;
  }
  return 0;
}
