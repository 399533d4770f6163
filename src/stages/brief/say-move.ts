import type { Act, MoveType } from '../../model/move-type.ts';
import type { KnownMove } from '../../model/situation.ts';
import type { Names } from './words.ts';
import { capitalised, sayActors, sayDay, UNIDENTIFIED } from './words.ts';

/** Verb phrases; `%` is where the target or object goes. */
const BY_ACT: Readonly<Record<Act, string>> = {
  'weapons-test': 'tested %object',
  'weapons-display': 'showed %object',
  'weapons-deployment': 'deployed %object',
  'exercise-held': 'held an exercise',
  'exercise-scaled-back': 'scaled back an exercise',
  'exercise-postponed': 'postponed an exercise',
  'exercise-enlarged': 'enlarged an exercise',
  'exercise-restored': 'restored an exercise',
  'exercise-paused': 'paused an exercise',
  'sanction-imposed': 'imposed sanctions on %target',
  'sanction-enforced': 'enforced sanctions on %target',
  'sanction-evaded': 'evaded sanctions',
  'sanction-eased': 'eased sanctions on %target',
  'sanction-lifted': 'lifted sanctions on %target',
  'channel-attempted': 'tried to reach %target',
  'channel-used': 'talked with %target',
  'channel-refused': 'refused to talk with %target',
  'channel-silent': 'left %target without an answer',
  'channel-opened': 'opened a channel with %target',
  'channel-closed': 'closed a channel with %target',
  'channel-destroyed': 'destroyed a channel with %target',
  'review-begun': 'began a review',
  'review-completed': 'completed a review',
  'pledge-made': 'made a pledge',
  'moratorium-declared': 'declared a moratorium',
  'moratorium-ended': 'ended a moratorium',
  'warning-issued': 'warned %target',
  'legal-charge': 'called a deed of %target unlawful',
};

const BY_TYPE: Readonly<Record<MoveType, string>> = {
  agree: 'agreed or offered to co-operate with %target',
  consult: 'met with %target',
  support: 'supported %target',
  concede: 'made a concession to %target',
  cooperate: 'co-operated with %target',
  aid: 'aided %target',
  retreat: 'yielded to %target',
  request: 'asked something of %target',
  accuse: 'accused %target',
  reject: 'rejected something from %target',
  threaten: 'threatened %target',
  protest: 'protested against %target',
  sanction: 'cut ties with %target',
  mobilize: 'moved forces',
  coerce: 'coerced %target',
  assault: 'attacked %target',
};

const BY_STATUS: Readonly<Record<KnownMove['status'], string>> = {
  actual: '',
  planned: ' (planned)',
  requested: ' (asked for)',
  hypothetical: ' (supposed)',
  denied: ' (denied)',
  threatened: ' (threatened)',
};

/** Initials are said letter by letter: an SRBM, a THAAD battery. */
const SPELT = /^(?:[AEFHILMNORSX][A-Z]|[aeiou])/u;

function sayThing({ classId, count }: KnownMove, names: Names): string {
  if (classId === undefined) return 'a weapon';
  if (count !== undefined && count > 1) return `${count} ${names.several(classId)}`;
  const one = names.entry(classId);
  if (names.several(classId) === one) return one;
  return `${SPELT.test(one) ? 'an' : 'a'} ${one}`;
}

function fill(phrase: string, move: KnownMove, names: Names): string {
  const target = move.to.length > 0 ? sayActors(move.to, names) : 'others';
  const object = sayThing(move, names);
  return phrase.replace('%target', target).replace('%object', object);
}

/**
 * "Velsk tested 2 short-range ballistic missiles, 25 March 2021". Evidence is not part of the words.
 * @param nobody who did it, where no actor was told apart
 */
export function sayMove(move: KnownMove, names: Names, nobody = UNIDENTIFIED): string {
  const phrase = move.act === undefined ? BY_TYPE[move.type] : BY_ACT[move.act];
  const days = move.until === move.on ? sayDay(move.on) : `${sayDay(move.on)} to ${sayDay(move.until)}`;
  return `${capitalised(sayActors(move.by, names, nobody))} ${fill(phrase, move, names)}${BY_STATUS[move.status]}, ${days}`;
}
