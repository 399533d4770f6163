import type { Sex } from '../../../model/actor.ts';
import type { Naming } from '../../../model/party.ts';
import type { Phrase } from './phrase.ts';

/** What a person's title says. */
export interface Title {
  /** Class of office, where the title is one. */
  readonly classId?: string;
  readonly roleId?: string;
  /** Last word of the title. */
  readonly noun?: string;
  /** `then`: held it at the time spoken of; `past`: held it once; `coming`: will. */
  readonly tense: 'now' | 'then' | 'past' | 'coming';
  /** A deputy of that office that data/actors does not know by itself. */
  readonly isDeputy: boolean;
}

/** One reading of a noun phrase as a party; fields are filled in as reading goes on. */
export interface Candidate {
  readonly phrase: Phrase;
  /**
   * actor: named state, organisation, force · person: named · group: people or a body by what they do ·
   * title: one holder of an office, unnamed · pronoun · short: "the South" · thing: no party.
   */
  what: 'actor' | 'person' | 'group' | 'title' | 'pronoun' | 'short' | 'thing';
  naming: Naming;
  /** A person by the look of the name alone: nothing else says so yet. */
  readonly isUnsure?: boolean;
  /** First and last token of the words of the name itself. */
  readonly nameFirst: number;
  readonly nameLast: number;
  readonly isPlural: boolean;
  readonly isDefinite: boolean;
  actorId?: string;
  sideId?: string;
  officeId?: string;
  readonly title?: Title;
  readonly count?: number;
  sex?: Sex;
  /** Folded words of a person's name. */
  readonly nameWords?: readonly string[];
  /** Persons of data/actors that the family name may mean. */
  readonly familyOf?: readonly string[];
  /** Named persons that a group is known to consist of. */
  members?: readonly Member[];
  /** Filled in, not said. */
  implied?: boolean;
  /** Classes of office of a plural title ("foreign and defense ministers"). */
  readonly classIds?: readonly string[];
  /** Sides named in the phrase, in order. */
  readonly sideIds: readonly string[];
  /** Last token of the span with an apposition taken in. */
  spanLast: number;
  spanFirst: number;
  /** Taken into another phrase as its apposition. */
  isTaken: boolean;
  /** More than one fits: the ids. */
  doubt?: readonly string[];
}

export interface Member {
  readonly actorId: string;
  readonly officeId?: string;
  readonly sideId?: string;
}

/** What every reading of a phrase gives, whatever it turns out to be. */
export type CandidateBase = Pick<
  Candidate,
  | 'phrase'
  | 'nameFirst'
  | 'nameLast'
  | 'isPlural'
  | 'isDefinite'
  | 'sideIds'
  | 'spanFirst'
  | 'spanLast'
  | 'isTaken'
>;
