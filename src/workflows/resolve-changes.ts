import type { Claim } from '../model/claim.ts';
import { ACTS, MOVE_TYPES, STATUSES } from '../model/move-type.ts';
import type { Party } from '../model/party.ts';
import type { When } from '../model/time.ts';
import { UserError } from '../model/user-error.ts';
import type { Session } from './session.ts';

type Changes = Readonly<Record<string, unknown>>;

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function getOneOf(field: string, value: unknown, allowed: Iterable<string>): string {
  const known = [...allowed];
  if (typeof value === 'string' && known.includes(value)) return value;
  const hint = known.length > 40 ? 'Ids stand in data/actors.' : `One of: ${known.join(', ')}.`;
  throw new UserError(`${field}: "${shown(value)}" is none`, { hint });
}

const DAYS = /^(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?$/u;

/** A day, or the first and the last day with a stroke between. */
function toWhen(field: string, value: unknown): When {
  const [, from, until = from] = DAYS.exec(shown(value)) ?? [];
  if (from === undefined || Number.isNaN(Date.parse(from)) || Number.isNaN(Date.parse(until)))
    throw new UserError(`${field}: "${shown(value)}" is no day`, {
      hint: 'Write it as 2021-03-25, or 2021-03-25/2021-03-27 for several.',
    });
  return { from, until, certainty: 'certain' };
}

function toCount(field: string, value: unknown): number {
  const count = Number(value);
  if (!Number.isSafeInteger(count) || count < 0)
    throw new UserError(`${field}: "${shown(value)}" is no count`, { hint: 'Write a whole number.' });
  return count;
}

/** Ids as a list, or with commas between. */
const toIds = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? value.split(/\s*,\s*/u).filter(Boolean) : [];

function toActorIds(session: Session, field: string, value: unknown): readonly string[] {
  const { actors } = session.actors();
  const strangers = session.state().persons.strangers;
  return toIds(value).map((id) => {
    if (typeof id === 'string' && (actors.has(id) || strangers.has(id))) return id;
    throw new UserError(`${field}: no actor has the id "${shown(id)}"`, {
      hint: 'Ids stand in data/actors and in demarche strangers.',
    });
  });
}

const sideOf = (session: Session, id: string): string =>
  session.actors().actors.get(id)?.sideId ?? session.state().persons.strangers.get(id)?.sideId ?? id;

const sidesOf = (session: Session, ids: readonly string[]): readonly string[] =>
  [...new Set(ids.map((id) => sideOf(session, id)))].sort();

const FIELDS = 'type, mode, act, status, happenedOn, place, classId, count, actorIds, targetIds';

/** What a person wrote of one field of a move, checked, as the fields that a move has. */
function resolveField(session: Session, field: string, value: unknown): Changes {
  switch (field) {
    case 'type':
      return { type: getOneOf(field, value, MOVE_TYPES) };
    case 'act':
      return { act: getOneOf(field, value, ACTS) };
    case 'status':
      return { status: getOneOf(field, value, STATUSES) };
    case 'mode':
      return { mode: shown(value) };
    case 'happenedOn':
      return { happenedOn: toWhen(field, value) };
    case 'place':
      return { place: getOneOf(field, value, session.actors().places.keys()) };
    case 'classId':
      return { classId: getOneOf(field, value, session.actors().objects.keys()) };
    case 'count':
      return { count: toCount(field, value) };
    case 'actorIds': {
      const actorIds = toActorIds(session, field, value);
      return { actorIds, sideIds: sidesOf(session, actorIds) };
    }
    case 'targetIds': {
      const targetIds = toActorIds(session, field, value);
      return { targetIds, targetSideIds: sidesOf(session, targetIds) };
    }
    default:
      throw new UserError(`a move has no field "${field}"`, { hint: `Its fields: ${FIELDS}.` });
  }
}

const joined = (changes: readonly Changes[]): Changes =>
  changes.reduce<Changes>((all, one) => ({ ...all, ...one }), {});

/** Changes of a move as they are recorded. @throws UserError for an unknown field or a value that it cannot have. */
export const resolveMoveChanges = (session: Session, changes: Changes): Changes =>
  joined(Object.entries(changes).map(([field, value]) => resolveField(session, field, value)));

/** Names of actors as parties of a claim: where the words stood before, or at the claim's own words. */
const toParties = (session: Session, claim: Claim, side: 'actors' | 'targets', value: unknown): readonly Party[] =>
  toActorIds(session, `${side.slice(0, -1)}Ids`, value).map((actorId, i) => {
    const { span, naming } = claim[side].at(i) ?? { span: claim.span, naming: 'unknown' };
    return { span, naming, actorId, sideId: sideOf(session, actorId) };
  }); // prettier-ignore

/** Class and count become the thing that the claim speaks of. */
function toObject(session: Session, claim: Claim, { classId, count }: Changes): Changes {
  if (classId === undefined && count === undefined) return {};
  const known = claim.kind === 'move' ? claim.object : undefined;
  const object = {
    span: claim.span,
    ...known,
    ...(classId !== undefined && resolveField(session, 'classId', classId)),
    ...(count !== undefined && resolveField(session, 'count', count)),
  };
  if (!('classId' in object))
    throw new UserError('count: of what?', { hint: 'Give --set classId=… as well.' });
  return { object };
}

const CHECKED: ReadonlySet<string> = new Set(['type', 'act', 'status', 'place']);

/** Changes of a claim as they are recorded: the fields of a move mean the same in a claim of one. */
export function resolveClaimChanges(session: Session, claim: Claim, changes: Changes): Changes {
  const { actorIds, targetIds, happenedOn, classId, count, ...rest } = changes;
  const isMove = claim.kind === 'move';
  const checked = Object.entries(rest).map(([field, value]) =>
    (isMove && CHECKED.has(field)) || field === 'status'
      ? resolveField(session, field, value)
      : { [field]: value },
  );
  return {
    ...joined(checked),
    ...(happenedOn !== undefined && { when: toWhen('happenedOn', happenedOn) }),
    ...(isMove ? toObject(session, claim, { classId, count }) : {}),
    ...(actorIds !== undefined && { actors: toParties(session, claim, 'actors', actorIds) }),
    ...(targetIds !== undefined && { targets: toParties(session, claim, 'targets', targetIds) }),
  };
} // prettier-ignore
