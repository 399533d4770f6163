import type { Sex } from '../../../model/actor.ts';
import { xposOf } from '../../../model/marks.ts';
import type { Candidate } from './candidate.ts';
import { foldedAt } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';

/** What a mention agrees in. `undefined` agrees with everything. */
export interface Traits {
  readonly isPlural: boolean | undefined;
  readonly isPerson: boolean | undefined;
  readonly sex: Sex | undefined;
  /** 1, 2 or 3 for pronouns. */
  readonly grammatical: 1 | 2 | 3;
}

interface PronounTraits extends Traits {
  readonly isReflexive: boolean;
}

const pronoun = (
  grammatical: 1 | 2 | 3,
  isPlural: boolean | undefined,
  isPerson: boolean | undefined,
  sex: Sex | undefined,
  isReflexive: boolean,
): PronounTraits => ({ grammatical, isPlural, isPerson, sex, isReflexive });

const PRONOUNS: ReadonlyMap<string, PronounTraits> = new Map([
  ...['i', 'me', 'my', 'mine'].map((w): [string, PronounTraits] => [
    w,
    pronoun(1, false, true, undefined, false),
  ]),
  ['myself', pronoun(1, false, true, undefined, true)],
  ...['we', 'us', 'our', 'ours'].map((w): [string, PronounTraits] => [
    w,
    pronoun(1, true, true, undefined, false),
  ]),
  ['ourselves', pronoun(1, true, true, undefined, true)],
  ...['you', 'your', 'yours', 'ya'].map((w): [string, PronounTraits] => [
    w,
    pronoun(2, undefined, true, undefined, false),
  ]),
  ['yourself', pronoun(2, false, true, undefined, true)],
  ['yourselves', pronoun(2, true, true, undefined, true)],
  ...['he', 'him', 'his'].map((w): [string, PronounTraits] => [w, pronoun(3, false, true, 'male', false)]),
  ['himself', pronoun(3, false, true, 'male', true)],
  ...['she', 'her', 'hers'].map((w): [string, PronounTraits] => [
    w,
    pronoun(3, false, true, 'female', false),
  ]),
  ['herself', pronoun(3, false, true, 'female', true)],
  ...['it', 'its'].map((w): [string, PronounTraits] => [w, pronoun(3, false, false, undefined, false)]),
  ['itself', pronoun(3, false, false, undefined, true)],
  ...['they', 'them', 'their', 'theirs', 'em'].map((w): [string, PronounTraits] => [
    w,
    pronoun(3, true, undefined, undefined, false),
  ]),
  ['themselves', pronoun(3, true, undefined, undefined, true)],
]);

export const pronounAt = (context: ReadingContext, token: number): PronounTraits | undefined =>
  PRONOUNS.get(foldedAt(context, token));

const COLLECTIVE: ReadonlySet<string> = new Set(['team', 'group', 'government', 'company', 'family', 'police', 'staff', 'crew', 'band', 'administration', 'party', 'committee', 'public', 'audience', 'couple', 'country', 'community', 'military', 'army', 'press', 'media', 'regime', 'side', 'anyone', 'everyone', 'someone', 'somebody', 'everybody', 'person', 'child']); // prettier-ignore

function isPerson(context: ReadingContext, candidate: Candidate): boolean | undefined {
  const noun = context.marks.lowerLemma[candidate.phrase.noun];
  switch (candidate.what) {
    case 'person':
    case 'title':
      return true;
    case 'actor':
    case 'short':
      return false;
    case 'group':
      return context.actors.words.persons.has(noun) ? true : candidate.title === undefined ? undefined : true;
    default:
      if (context.actors.words.persons.has(noun)) return true;
      return candidate.phrase.kind === 'name' ? undefined : false;
  }
}

/** What a phrase agrees in. */
export function traitsOf(context: ReadingContext, candidate: Candidate): Traits {
  if (candidate.what === 'pronoun') {
    const word = foldedAt(context, candidate.phrase.noun);
    const isPlural = word === 'these' || word === 'those' || word === 'both' || word === 'all';
    return (
      pronounAt(context, candidate.phrase.noun) ?? {
        isPlural,
        isPerson: false,
        sex: undefined,
        grammatical: 3,
      }
    );
  }
  const noun = context.marks.lowerLemma[candidate.phrase.noun];
  const isOpen = candidate.what === 'actor' || COLLECTIVE.has(noun);
  const tag = xposOf(context.marks, candidate.phrase.noun);
  const isPlural =
    candidate.what === 'person' ? false : candidate.isPlural || tag === 'NNPS' || noun === 'people';
  return {
    isPlural: isOpen && !(candidate.isPlural && candidate.what !== 'actor') ? undefined : isPlural,
    isPerson: isPerson(context, candidate),
    sex: candidate.sex ?? context.actors.words.nounSex.get(noun),
    grammatical: 3,
  };
}

const meets = <T>(a: T | undefined, b: T | undefined): boolean =>
  a === undefined || b === undefined || a === b;

export const agree = (a: Traits, b: Traits): boolean =>
  a.grammatical === b.grammatical &&
  meets(a.isPlural, b.isPlural) &&
  meets(a.isPerson, b.isPerson) &&
  meets(a.sex, b.sex);
