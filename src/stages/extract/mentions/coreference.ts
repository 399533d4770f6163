import { agree, pronounAt, traitsOf } from './agreement.ts';
import type { Traits } from './agreement.ts';
import type { Candidate } from './candidate.ts';
import { Chains } from './chains.ts';
import { findSpeakers } from './quote-speakers.ts';
import type { Coreference } from './coreference-result.ts';
import { rankAntecedents } from './rank-antecedents.ts';
import { foldedAt } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';

const STOP: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'these',
  'those',
  '',
  's',
  'such',
  'same',
]);

const wordsOf = (context: ReadingContext, { phrase }: Candidate): string[] => {
  const words: string[] = [];
  for (let t = phrase.first; t <= phrase.last; t++) {
    const word = foldedAt(context, t);
    if (!STOP.has(word)) words.push(word);
  }
  return words;
};

/** "A and B" is a person where all its parts may be. */
function traitsOfAll(context: ReadingContext, candidates: readonly Candidate[]): readonly Traits[] {
  const traits = candidates.map((candidate) => traitsOf(context, candidate));
  return traits.map((own, i) => {
    const parts = (candidates[i].phrase.conjuncts ?? []).map((part) => traits[part]);
    if (parts.length === 0) return own;
    const isPerson = parts.every((part) => part.isPerson === parts[0].isPerson)
      ? parts[0].isPerson
      : undefined;
    return { isPlural: true, isPerson, sex: undefined, grammatical: 3 };
  });
}

/** Finds who is who: names by id or words, nouns by head and modifiers, pronouns by agreement and rank. */
class Resolver {
  readonly #context: ReadingContext;
  readonly #candidates: readonly Candidate[];
  readonly #result: Coreference;
  readonly #byKey = new Map<string, number>();
  readonly #byNoun = new Map<string, number[]>();
  readonly #holderOf = new Map<string, number>();
  readonly #words: (readonly string[])[] = [];
  readonly #speakerAt: Int32Array;

  constructor(context: ReadingContext, candidates: readonly Candidate[]) {
    this.#context = context;
    this.#candidates = candidates;
    this.#speakerAt = findSpeakers(context, candidates);
    this.#result = {
      chains: new Chains(candidates.length),
      antecedentOf: new Int32Array(candidates.length).fill(-1),
      rivalOf: new Int32Array(candidates.length).fill(-1),
      speakerOf: new Int32Array(candidates.length).fill(-1),
      traits: traitsOfAll(context, candidates),
    };
  }

  resolve(): Coreference {
    for (const [i, candidate] of this.#candidates.entries()) {
      this.#words.push(candidate.what === 'pronoun' ? [] : wordsOf(this.#context, candidate));
      if (candidate.isTaken) continue;
      if (candidate.what === 'pronoun') this.#takePronoun(i);
      else if (candidate.phrase.conjuncts === undefined) this.#takeNoun(i, candidate);
    }
    return this.#result;
  }

  #join(i: number, antecedent: number): void {
    this.#result.chains.join(i, antecedent);
    this.#result.antecedentOf[i] = antecedent;
  }

  /** Joins to the last phrase of this key, and becomes the last. */
  #byId(i: number, key: string): boolean {
    const before = this.#byKey.get(key);
    this.#byKey.set(key, i);
    if (before === undefined) return false;
    this.#join(i, before);
    return true;
  }

  #takeNoun(i: number, candidate: Candidate): void {
    const noun = this.#context.marks.lowerLemma[candidate.phrase.noun];
    if (candidate.actorId !== undefined) {
      this.#byId(i, `id:${candidate.actorId}`);
      for (const title of this.#titlesOf(candidate)) this.#holderOf.set(title, i);
      return;
    }
    if (this.#takeTitle(i, candidate, noun)) return;
    const isName = candidate.phrase.kind === 'name';
    if (isName && this.#takeName(i)) return;
    if (!isName && candidate.isDefinite) this.#takeSameNoun(i, candidate, noun);
    const known = this.#byNoun.get(noun);
    if (known === undefined) this.#byNoun.set(noun, [i]);
    else known.push(i);
  }

  /** Words by which a person may be called again: "the secretary", "the spokesman". */
  #titlesOf(candidate: Candidate): readonly string[] {
    if (candidate.what !== 'person' && candidate.what !== 'title') return [];
    const office = candidate.officeId ?? candidate.title?.classId;
    const known = [office?.split('.').at(-1), office?.split(/[.-]/u).at(-1), candidate.title?.noun];
    return known.filter((word) => word !== undefined);
  }

  /** "the secretary": the last person with that title, of the same side where both tell. */
  #takeTitle(i: number, candidate: Candidate, noun: string): boolean {
    if (
      !candidate.isDefinite ||
      candidate.isPlural ||
      (candidate.what !== 'title' && candidate.what !== 'group')
    )
      return false;
    const holder = this.#holderOf.get(candidate.title?.classId ?? noun) ?? this.#holderOf.get(noun);
    if (holder === undefined || this.#isIntroducedSince(holder, noun)) return false;
    const { sideId } = this.#candidates[holder];
    if (candidate.sideId !== undefined && sideId !== undefined && candidate.sideId !== sideId) return false;
    if (candidate.phrase.possessor !== undefined && candidate.sideId === undefined) return false;
    this.#join(i, holder);
    return true;
  }

  /** "A former official … the former official": the one brought in last is meant, not an earlier holder of the title. */
  #isIntroducedSince(holder: number, noun: string): boolean {
    return (this.#byNoun.get(noun)?.at(-1) ?? -1) > holder;
  }

  /** A thing's name: the same words, its last word alone, or the first letters of its words. */
  #takeName(i: number): boolean {
    const words = this.#words[i];
    const whole = `name:${words.join(' ')}`;
    const known = this.#ofOneSide(i, whole);
    this.#byKey.set(whole, i);
    if (words.length > 1) {
      this.#byKey.set(`name:${words.at(-1) ?? ''}`, i);
      this.#byKey.set(`name:${words.map((word) => word.charAt(0)).join('')}`, i);
    }
    if (known === undefined) return false;
    this.#join(i, known);
    return true;
  }

  /** The last phrase of this name; where two states have a body of one name, the last of the same state. */
  #ofOneSide(i: number, name: string): number | undefined {
    const last = this.#byKey.get(name);
    const { sideId } = this.#candidates[i];
    if (sideId === undefined) return last;
    const own = `${name}@${sideId}`;
    const known = this.#byKey.get(own);
    this.#byKey.set(own, i);
    return last === undefined || [undefined, sideId].includes(this.#candidates[last].sideId) ? last : known;
  }

  #takeSameNoun(i: number, candidate: Candidate, noun: string): void {
    const known = this.#byNoun.get(noun) ?? [];
    for (let k = known.length - 1; k >= 0 && k >= known.length - REACH; k--) {
      if (this.#isSame(i, candidate, known[k])) {
        this.#join(i, known[k]);
        return;
      }
    }
  }

  #isSame(i: number, candidate: Candidate, j: number): boolean {
    const other = this.#candidates[j];
    if (!agree(this.#result.traits[i], this.#result.traits[j]) || candidate.isPlural !== other.isPlural)
      return false;
    if (this.#isInside(candidate, other)) return false;
    if (!this.#haveSameOwner(candidate, other)) return false;
    const words = new Set(this.#words[j]);
    return this.#words[i].every((word) => words.has(word)) && !this.#isCounted(candidate, other);
  }

  #isCounted(a: Candidate, b: Candidate): boolean {
    return a.count !== undefined && b.count !== undefined && a.count !== b.count;
  }

  #isInside(candidate: Candidate, other: Candidate): boolean {
    return candidate.phrase.spanLast <= other.phrase.spanLast && candidate.phrase.first > other.phrase.last;
  }

  #haveSameOwner(a: Candidate, b: Candidate): boolean {
    const left = a.phrase.possessor;
    const right = b.phrase.possessor;
    if (left === undefined || right === undefined) return left === undefined;
    return this.#result.chains.rootOf(left) === this.#result.chains.rootOf(right);
  }

  /** "I" in a quotation is its speaker; "we" and "you" are the same through one speaker's words. */
  #takeSpeechPronoun(i: number, traits: Traits): void {
    const speaker = this.#speakerAt[this.#candidates[i].phrase.head];
    const whose = speaker >= 0 ? this.#result.chains.rootOf(speaker) : speaker;
    if (speaker >= 0) this.#result.speakerOf[i] = speaker;
    if (speaker >= 0 && traits.grammatical === 1 && traits.isPlural === false) this.#join(i, speaker);
    else this.#byId(i, `speech:${whose}:${traits.grammatical}:${String(traits.isPlural)}`);
  }

  #takePronoun(i: number): void {
    const traits = this.#result.traits[i];
    const pronoun = pronounAt(this.#context, this.#candidates[i].phrase.noun);
    if (pronoun === undefined) return;
    if (traits.grammatical !== 3) {
      this.#takeSpeechPronoun(i, traits);
      return;
    }
    const [best, second] = rankAntecedents(this.#context, this.#candidates, this.#result, i);
    if (best === undefined) return;
    this.#join(i, best.index);
    if (second !== undefined && best.score - second.score < MARGIN) this.#result.rivalOf[i] = second.index;
  }
}

/** How many earlier phrases of the same noun are looked at. */
const REACH = 6;
/** Two antecedents nearer in score than this cannot be told apart. */
const MARGIN = 0.35;

/** Joins the noun phrases of a report that speak of the same person, body or thing. Linear in their number. */
export const resolveCoreference = (context: ReadingContext, candidates: readonly Candidate[]): Coreference =>
  new Resolver(context, candidates).resolve();
