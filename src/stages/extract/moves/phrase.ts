import type { TriggerPhrase } from '../../../model/lexicon-moves.ts';
import type { Marks } from '../../../model/marks.ts';
import { uposOf } from '../../../model/marks.ts';
import { withSingular } from '../status/look-up.ts';

/** The token's lemma in small letters; plural remnants of the lemmatiser are left alone. */
export const lemmaAt = (marks: Marks, token: number): string => marks.lowerLemma[token];

const AWAY = 5;

/** Is `inner` at most two arcs below `outer`? */
function hangsFrom(marks: Marks, inner: number, outer: number): boolean {
  const head = marks.head[inner];
  return head === outer || (head >= 0 && marks.head[head] === outer);
}

/**
 * The other words of a verb phrase ("blow up", "open fire", "break off"): each must stand soon after the verb and hang
 * from it, at most two arcs below. Returns their tokens, or undefined when one is missing.
 */
export function verbPhraseAt(
  marks: Marks,
  token: number,
  phrase: TriggerPhrase,
): readonly number[] | undefined {
  const found: number[] = [];
  const last = Math.min(marks.tokenCount, token + AWAY + 1);
  let from = token + 1;
  for (const word of phrase.words.slice(1)) {
    let at = from;
    while (at < last && !(lemmaAt(marks, at) === word && (at === token + 1 || hangsFrom(marks, at, token))))
      at++;
    if (at >= last) return undefined;
    found.push(at);
    from = at + 1;
  }
  return found;
}

/** Do the words of a noun phrase stand side by side around `token`, hyphens passed over? */
export function nounPhraseAt(marks: Marks, token: number, phrase: TriggerPhrase): boolean {
  let at = token - 1;
  for (let i = phrase.head - 1; i >= 0; i--, at--) {
    if (at >= 0 && marks.text[marks.start[at]] === '-') at--;
    if (at < 0 || lemmaAt(marks, at) !== phrase.words[i]) return false;
  }
  at = token + 1;
  for (let i = phrase.head + 1; i < phrase.words.length; i++, at++) {
    if (at < marks.tokenCount && uposOf(marks, at) === 'DET') at++;
    if (at >= marks.tokenCount || lemmaAt(marks, at) !== phrase.words[i]) return false;
  }
  return true;
}

/** All names by which a set may know the word at `token`: alone, with one or two words before it, over a hyphen, singular. */
function namesAt(marks: Marks, token: number): readonly string[] {
  const own = lemmaAt(marks, token);
  const names = [own];
  let phrase = own;
  let at = token;
  for (let i = 0; i < 2; i++) {
    at--;
    if (at >= 0 && marks.text[marks.start[at]] === '-') {
      if (at > 0) names.push(`${lemmaAt(marks, at - 1)}-${phrase}`);
      at--;
    }
    if (at < 0) break;
    phrase = `${lemmaAt(marks, at)} ${phrase}`;
    names.push(phrase);
  }
  return names.flatMap(withSingular);
}

const known = new WeakMap<Marks, Map<number, readonly string[]>>();

/** `namesAt`, worked out once a token: hundreds of frames ask about the same words. */
function rememberedNames(marks: Marks, token: number): readonly string[] {
  let table = known.get(marks);
  if (table === undefined) {
    table = new Map<number, readonly string[]>();
    known.set(marks, table);
  }
  let names = table.get(token);
  if (names === undefined) table.set(token, (names = namesAt(marks, token)));
  return names;
}

/**
 * Is the word at `token`, alone or with up to two words before it, in the set? "office" and "liaison office" and, over
 * a hyphen, "cease-fire".
 */
export function inSet(marks: Marks, token: number, set: ReadonlySet<string>): boolean {
  for (const name of rememberedNames(marks, token)) if (set.has(name)) return true;
  return false;
}
