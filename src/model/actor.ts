import type { DayPrefix } from './time.ts';

export type Sex = 'female' | 'male';

export type ActorKind =
  | 'country'
  | 'intergovernmental'
  | 'body'
  | 'force'
  | 'armed-group'
  | 'party'
  | 'movement'
  | 'institute'
  | 'company'
  | 'outlet'
  | 'person';

/** A time in office. `from` is the first day, `until` the day on which somebody else took over. */
export interface Term {
  /** `<side>.<class of office>` */
  readonly officeId: string;
  readonly from?: DayPrefix;
  readonly until?: DayPrefix;
}

/** A state, organisation, force or person of data/actors. */
export interface Actor {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  /** State or organisation on whose behalf it acts; itself for countries and for bodies above states. */
  readonly sideId?: string;
  readonly sex?: Sex;
  readonly terms: readonly Term[];
  /** Sides spoken of through it (a group of states). */
  readonly members: readonly string[];
  /** Its name is said for the whole government. */
  readonly isMetonym: boolean;
}

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind: 'capital' | 'city' | 'region' | 'water' | 'test-site' | 'nuclear-site' | 'base' | 'venue';
  readonly sideId?: string;
  /** Degrees. */
  readonly longitude: number;
  readonly latitude: number;
  /** IANA time zone. */
  readonly zone: string;
}

/** A kind of office, the same for every side. */
export interface OfficeClass {
  readonly id: string;
  /** What its holder looks after: offices of one duty are each other's counterparts. */
  readonly duty?: string;
  readonly leads: boolean;
  /** Sides where the bare title can mean no other office. */
  readonly only: readonly string[];
  /** Held by several at a time: the title alone names nobody. */
  readonly loose: boolean;
}

/** A class of things acted with or on. */
export interface ObjectClass {
  readonly id: string;
  readonly kind: 'weapon' | 'test' | 'exercise' | 'treaty' | 'measure' | 'site' | 'vehicle' | 'other';
  /** Parent classes, nearest first, without gaps up to the root. */
  readonly is: readonly string[];
}

/** People named by what they do. */
export interface RoleClass {
  readonly id: string;
  readonly duty?: string;
  /** A colleague, counterpart: somebody of the same duty on another side. */
  readonly isCounterpart: boolean;
  /** Kin: somebody's sister, son. */
  readonly isKin: boolean;
  /** States or bodies rather than persons ("ally", "neighbour"). */
  readonly isBody: boolean;
  /** An adjective of nationality before it tells what they study, not whom they serve. */
  readonly isTopical: boolean;
}

/** What words may stand for. */
export type Sense =
  | { readonly kind: 'actor'; readonly actorId: string }
  | { readonly kind: 'family'; readonly personIds: readonly string[] }
  | { readonly kind: 'demonym'; readonly sideId: string }
  | { readonly kind: 'people'; readonly sideId: string }
  | { readonly kind: 'seat'; readonly sideId: string }
  | { readonly kind: 'place'; readonly placeId: string; readonly sideId?: string }
  | { readonly kind: 'short'; readonly sideId: string }
  | { readonly kind: 'office'; readonly classId: string; readonly isPlural: boolean }
  | { readonly kind: 'role'; readonly roleId: string; readonly isPlural: boolean }
  | { readonly kind: 'government' }
  | { readonly kind: 'body'; readonly isPlural: boolean }
  | { readonly kind: 'object'; readonly classId: string; readonly isPlural: boolean };

/** A name's words as a tree: folded word → node; `senses` where a name may end. */
export interface NameNode {
  readonly next: ReadonlyMap<string, NameNode>;
  readonly senses: readonly Sense[];
  /** Written in capitals only ("WHO"): the text must have capitals too. */
  readonly isAcronym: boolean;
}

export interface Holder extends Term {
  readonly personId: string;
}

/** Words around names, all folded to lower case. */
export interface ActorWords {
  /** Title of respect → sex, where it tells. */
  readonly honorifics: ReadonlyMap<string, Sex | undefined>;
  readonly ranks: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  readonly then: ReadonlySet<string>;
  readonly coming: ReadonlySet<string>;
  readonly deputies: ReadonlySet<string>;
  readonly seniority: ReadonlySet<string>;
  readonly anonymity: ReadonlySet<string>;
  readonly organisationHeads: ReadonlySet<string>;
  readonly motion: ReadonlySet<string>;
  readonly placing: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  /** Given name → sex, where it tells. */
  readonly givenNames: ReadonlyMap<string, Sex>;
  readonly givenNamesOfEither: ReadonlySet<string>;
  /** Noun for a person → sex, where it tells. */
  readonly nounSex: ReadonlyMap<string, Sex>;
  /** Nouns for people. */
  readonly persons: ReadonlySet<string>;
}

/** Everything data/actors knows, indexed for reading. */
export interface ActorKnowledge {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly places: ReadonlyMap<string, Place>;
  readonly offices: ReadonlyMap<string, OfficeClass>;
  readonly roles: ReadonlyMap<string, RoleClass>;
  readonly objects: ReadonlyMap<string, ObjectClass>;
  /** Names, written with a capital. */
  readonly names: NameNode;
  /** Titles, roles, bodies and things, in any case. */
  readonly terms: NameNode;
  /** Office id → who held it. */
  readonly holders: ReadonlyMap<string, readonly Holder[]>;
  /** `<side>/<duty>` → office ids. */
  readonly duties: ReadonlyMap<string, readonly string[]>;
  readonly spellings: ReadonlyMap<string, string>;
  readonly words: ActorWords;
}
