import type { ActorKnowledge, NameNode, Sex, Term } from '../../../model/actor.ts';
import type { Stranger } from '../../../model/stranger.ts';
import { skeletonOf } from './name-likeness.ts';

/** What a person, listed or met in reports, is compared by. */
export interface PersonProfile {
  readonly id: string;
  readonly isListed: boolean;
  /** Folded words of each name; the first is the chief one. */
  readonly names: readonly (readonly string[])[];
  /** Words by which he may be called alone. */
  readonly families: readonly string[];
  readonly sideIds: readonly string[];
  readonly officeIds: readonly string[];
  /** Listed persons only. */
  readonly terms: readonly Term[];
  readonly sex?: Sex;
  /** Strangers: days of the reports that name him. */
  readonly from: string;
  readonly until: string;
}

export const isFullName = (name: readonly string[]): boolean =>
  name.filter((word) => word.length > 1).length > 1;

export const profileStranger = ({ id, name, sideId, officeIds, sexes, from, until }: Stranger): PersonProfile => ({
  id,
  isListed: false,
  names: [name],
  families: [...new Set([name[0], name[name.length - 1]])],
  sideIds: sideId === undefined ? [] : [sideId],
  officeIds,
  terms: [],
  ...(sexes.length === 1 && { sex: sexes[0] }),
  from,
  until,
}); // prettier-ignore

interface Spelt {
  readonly names: (readonly string[])[];
  readonly families: string[];
}

/** Every spelling of every listed person, from the tree of names. */
function spellings({ names, actors }: ActorKnowledge): ReadonlyMap<string, Spelt> {
  const spelt = new Map<string, Spelt>();
  const of = (id: string): Spelt => {
    const known = spelt.get(id) ?? { names: [], families: [] };
    spelt.set(id, known);
    return known;
  };
  const walk = (node: NameNode, words: readonly string[]): void => {
    for (const sense of node.senses) {
      if (sense.kind === 'actor' && actors.get(sense.actorId)?.kind === 'person')
        of(sense.actorId).names.push(words);
      if (sense.kind === 'family' && words.length === 1)
        for (const id of sense.personIds) of(id).families.push(words[0]);
    }
    for (const [word, next] of node.next) walk(next, [...words, word]);
  };
  walk(names, []);
  return spelt;
}

const sideOf = (officeId: string): string => officeId.slice(0, officeId.lastIndexOf('.'));

/** The persons of data/actors as they are compared with those met in reports. */
export function profileListed(knowledge: ActorKnowledge): readonly PersonProfile[] {
  return [...spellings(knowledge)].flatMap(([id, { names, families }]): readonly PersonProfile[] => {
    const actor = knowledge.actors.get(id);
    if (actor?.kind !== 'person') return [];
    const sides = [actor.sideId ?? '', ...actor.terms.map(({ officeId }) => sideOf(officeId))];
    return [
      {
        id,
        isListed: true,
        names,
        families,
        sideIds: [...new Set(sides)].filter((side) => side !== ''),
        officeIds: [...new Set(actor.terms.map(({ officeId }) => officeId))],
        terms: actor.terms,
        ...(actor.sex && { sex: actor.sex }),
        from: '',
        until: '',
      },
    ];
  });
}

/** What words of names tell: whether they are given names, and how much they tell of who is meant. */
export interface NameKnowledge {
  readonly isGiven: (word: string) => boolean;
  /** 0 to 1: the fewer listed persons bear it, the more; given names tell less. */
  readonly weigh: (word: string) => number;
}

export function toNameKnowledge({ words }: ActorKnowledge, listed: readonly PersonProfile[]): NameKnowledge {
  const bearers = new Map<string, number>();
  for (const { names } of listed)
    for (const word of new Set(names.flat())) bearers.set(word, (bearers.get(word) ?? 0) + 1);
  const isGiven = (word: string): boolean => words.givenNames.has(word) || words.givenNamesOfEither.has(word);
  return {
    isGiven,
    weigh: (word) => {
      const rarity = 1 / (1 + Math.log2(1 + (bearers.get(word) ?? 0)));
      return word.length === 1 ? 0.2 : isGiven(word) ? Math.min(rarity, 0.5) : rarity;
    },
  };
}

/** Keys under which persons who may be one meet: two words of like consonants, or one and an office. */
export function meetingKeys({ names, families, officeIds }: PersonProfile): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const name of names) {
    const sounds = [...new Set([...name, ...name.slice(1).map((word, i) => name[i] + word)])]
      .filter((word) => word.length > 1)
      .map(skeletonOf)
      .sort();
    for (const [i, one] of sounds.entries())
      for (const other of sounds.slice(i + 1)) keys.add(`${one}|${other}`);
  }
  for (const office of officeIds)
    for (const family of families) keys.add(`${office}|${skeletonOf(family)}`);
  return keys;
} // prettier-ignore
