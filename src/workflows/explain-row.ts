import type { MoveClaim } from '../model/claim.ts';
import { EVENT_SOURCES } from '../model/ledger.ts';
import { MOVE_TYPES } from '../model/move-type.ts';
import type { Party } from '../model/party.ts';
import { UserError } from '../model/user-error.ts';
import { findEvents, segmentFolder } from '../store/event-segments.ts';
import type { RecordedEvent } from '../store/event-segments.ts';
import { namesOf } from './names.ts';
import type { Session } from './session.ts';
import type { SituationQuestion } from './situation.ts';
import type { WhyNode } from './why.ts';

const idOf = ({ event }: RecordedEvent): string => `${event.source}:${event.rowId}`;

/**
 * The claim that an imported row makes, made when asked for: its words are the whole row, its report the line of the
 * file. The confidence is that of taking the row as it stands, not of the feed's own coding.
 */
export function toRowClaim(recorded: RecordedEvent): MoveClaim | undefined {
  const { event, file, line } = recorded;
  const type = MOVE_TYPES.find((one) => one === event.type);
  if (type === undefined) return undefined;
  const span = { start: 0, end: event.row.length };
  const party = (actorId: string): readonly Party[] =>
    actorId === '' ? [] : [{ span, naming: 'named', actorId, sideId: actorId }];
  return {
    id: idOf(recorded),
    kind: 'move',
    reportId: `${file}:${line}`,
    span,
    clause: span,
    sentence: 0,
    actors: party(event.actorId),
    targets: party(event.targetId),
    type,
    ...(event.mode === undefined ? {} : { mode: event.mode }),
    status: 'actual',
    time: 'current',
    when: { from: event.happenedOn, until: event.happenedOn, certainty: 'certain' },
    attribution: [],
    entry: event.source,
    confidence: 1,
    notes: [],
  };
}

function sayRow({ event, file, line }: RecordedEvent, session: Session): string {
  const names = namesOf(session);
  const name = (id: string): string => (id === '' ? 'somebody unlisted' : names.actor(id));
  const details = [event.mode, event.code && `code ${event.code}`, event.intensity?.toString()]
    .filter((detail) => detail !== undefined && detail !== '')
    .join(', ');
  const deed = `${event.type}${details === '' ? '' : ` (${details})`}`;
  return `${deed} by ${name(event.actorId)} towards ${name(event.targetId)} on ${event.happenedOn}; line ${line} of ${file}`;
}

function toNode(recorded: RecordedEvent, session: Session, below: readonly WhyNode[]): WhyNode {
  const { event, file, line } = recorded;
  const id = idOf(recorded);
  const claim = toRowClaim(recorded);
  return {
    kind: 'claim',
    id,
    says: sayRow(recorded, session),
    source: event.source,
    evidence: {
      id,
      kind: 'claim',
      sentence: event.row,
      words: { start: 0, end: event.row.length },
      source: event.source,
      foundAt: `${file}:${line}`,
    },
    row: recorded,
    ...(claim && { claim }),
    below,
  };
}

/**
 * An imported event row by the id of its feed, alone or as `feed:id`: the last one recorded, with the same row of
 * earlier files below it. Nothing where no such row is known by then.
 * @throws UserError when rows of several feeds have the id.
 */
export async function explainRow(
  session: Session,
  id: string,
  { knownAt }: SituationQuestion = {},
): Promise<WhyNode | undefined> {
  const feed = EVENT_SOURCES.find((source) => id.startsWith(`${source}:`));
  const rowId = feed === undefined ? id : id.slice(feed.length + 1);
  const folder = segmentFolder(session.ledger.file);
  const found = await findEvents(folder, rowId, knownAt === undefined ? {} : { until: knownAt.slice(0, 10) });
  const rows = found.filter(({ event }) => feed === undefined || event.source === feed);
  const ids = [...new Set(rows.map(idOf))].sort();
  if (ids.length > 1)
    throw new UserError(`rows of ${ids.length} feeds have the id "${id}"`, {
      hint: `Write ${ids.join(' or ')}.`,
    });
  const last = rows.at(-1);
  if (last === undefined) return undefined;
  const earlier = rows.slice(0, -1).map((row) => toNode(row, session, []));
  return toNode(last, session, earlier);
}
