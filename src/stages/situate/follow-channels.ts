import type { ChannelState } from '../../model/claim.ts';
import { contentId } from '../../model/content-id.ts';
import type { Supported } from '../../model/fact.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import type { ChannelEntry, Playbook } from '../../model/playbook.ts';
import type { ChannelLine } from '../../model/situation.ts';
import { claimsBy } from './claim-index.ts';
import { idsOf } from './claim-parties.ts';
import type { ClaimIndex } from './claim-index.ts';
import { dayText } from './day-number.ts';
import { because } from './view.ts';
import type { Seen } from './place-moves.ts';
import type { View } from './view.ts';

const MOST_MOVES = 6;
/** Claims of contact older than this say nothing of today. */
const RECENT_DAYS = 60;

interface Turn {
  readonly state: ChannelState;
  readonly seen: Seen;
}

/** The newest move of each kind, newest first; of one day, the later line of the entry wins. */
function turns(channel: ChannelEntry, view: View): readonly Turn[] {
  const found = channel.moves.flatMap(({ state, move }, line) => {
    const seen = view.last(move);
    return seen === undefined ? [] : [{ state, seen, line }];
  });
  return found.sort((a, b) => b.seen.at - a.seen.at || b.line - a.line);
}

function lastContact(channel: ChannelEntry, view: View): Seen | undefined {
  const found = channel.contact.flatMap((pattern) => view.last(pattern) ?? []);
  return found.sort((a, b) => b.until - a.until).at(0);
}

function countState(channel: ChannelEntry, state: ChannelState, view: View, from: number): readonly Seen[] {
  const patterns: readonly MovePattern[] = channel.moves
    .filter((one) => one.state === state)
    .map((one) => one.move);
  const found = patterns.flatMap((pattern) => view.newest(pattern, 50, from));
  return [...new Map(found.map((seen) => [seen.move.id, seen])).values()];
}

/** Claims of contact between the channel's sides, by the condition of things they speak of. */
function claimed(channel: ChannelEntry, claims: ClaimIndex, view: View): readonly Supported<string>[] {
  if (channel.kind !== 'direct') return [];
  const byState = new Map<string, string[]>();
  for (const { claim, known } of claimsBy(claims, 'contact', view.knownAt)) {
    const parties = new Set([
      ...[...claim.actors, ...claim.targets].flatMap(idsOf),
      ...claims.sidesIn(claim),
    ]);
    if (view.validAt - known > RECENT_DAYS || claim.time === 'background') continue;
    if (!channel.sides.every((side) => parties.has(side))) continue;
    byState.set(claim.state, [...(byState.get(claim.state) ?? []), claim.id]);
  }
  return [...byState]
    .map(([value, claimIds]) => ({ value, claimIds }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** Values of which at most one can be so. */
const RIVALS: readonly string[] = ['refused', 'silent', 'open', 'used'];

function toLine(channel: ChannelEntry, view: View, claims: ClaimIndex, playbook: Playbook): ChannelLine {
  const all = turns(channel, view);
  const newest = all.at(0);
  const contact = lastContact(channel, view);
  const from = contact === undefined ? -Infinity : contact.at + 1;
  const attempts = countState(channel, 'attempted', view, from);
  const refusals = countState(channel, 'refused', view, from);
  const said = claimed(channel, claims, view);
  const rivals = said.filter(({ value }) => RIVALS.includes(value));
  const moves = [
    ...new Set([...all.slice(0, 2), ...(contact ? [{ seen: contact }] : [])].map(({ seen }) => seen.move)),
  ];
  const told = said.flatMap(({ claimIds }) => claimIds);
  return {
    id: contentId('line', 'channels', playbook.id, channel.id),
    channel: channel.id,
    sides: channel.sides,
    state: newest?.state ?? 'silent',
    ...(newest === undefined ? {} : { since: dayText(newest.seen.at) }),
    ...(contact === undefined
      ? {}
      : { lastContact: dayText(contact.until), daysWithout: view.validAt - contact.until }),
    attempts: attempts.length,
    refusals: refusals.length,
    disagreement: rivals.length > 1 ? rivals : [],
    because: because(view, [channel.id], moves.slice(0, MOST_MOVES), told),
  };
}

/** T4: each channel's condition, since when, and how long ago the sides last spoke. */
export const followChannels = (view: View, claims: ClaimIndex, playbook: Playbook): readonly ChannelLine[] =>
  playbook.channels.map((channel) => toLine(channel, view, claims, playbook));
