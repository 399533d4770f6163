import { contentId } from '../../model/content-id.ts';
import type { Move } from '../../model/fact.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import type { Playbook } from '../../model/playbook.ts';
import type { ConsultationLine, LeverageLine, TrackLine } from '../../model/situation.ts';
import { claimsBy, claimsTold } from './claim-index.ts';
import { sidesOf } from './claim-parties.ts';
import type { ClaimIndex } from './claim-index.ts';
import { dayText, firstDay, lastDay } from './day-number.ts';
import { recent } from './gather-told.ts';
import { because } from './view.ts';
import type { View } from './view.ts';

const HELD: MovePattern = { type: ['consult'], status: ['actual'] };
const PLANNED: MovePattern = { type: ['consult', 'agree'], status: ['planned'] };

/** Sides bound to one another by an alliance of the playbook. */
function alliesOf(playbook: Playbook, day: string): Alliance {
  const standing = playbook.relations.filter(
    ({ relation, from, until }) => relation === 'ally' && from <= day && (until === undefined || until > day),
  );
  return standing.map(({ sides }) => sides);
}

const partiesOf = (move: Move): readonly string[] => [...new Set([...move.sideIds, ...move.targetSideIds])];

type Alliance = readonly (readonly [string, string])[];

/** Parties that are allied with one another; undefined where another party takes part, or only one. */
function alliedOf(parties: readonly string[], allies: Alliance): readonly string[] | undefined {
  const allied = new Set(
    allies.flatMap(([a, b]) => (parties.includes(a) && parties.includes(b) ? [a, b] : [])),
  );
  return parties.length >= 2 && parties.every((side) => allied.has(side)) ? parties : undefined;
}

/** The move's parties, and the allied sides that its sentence names ("his … and … colleagues"). */
function partiesTold(move: Move, claims: ClaimIndex, allies: Alliance): readonly string[] {
  const named = move.claimIds.flatMap((id) => {
    const claim = claims.claimOf(id)?.claim;
    return claim === undefined ? [] : claims.sidesIn(claim);
  });
  const sides = new Set(allies.flat());
  return [...new Set([...partiesOf(move), ...named.filter((side) => sides.has(side))])];
}

/** T5: allies' consultations of the last days, and those planned. */
export function findConsultations(
  view: View,
  claims: ClaimIndex,
  playbook: Playbook,
  days: number,
): readonly ConsultationLine[] {
  const allies = alliesOf(playbook, dayText(view.validAt));
  const line = (
    move: Move,
    phase: ConsultationLine['phase'],
    parties: readonly string[],
  ): readonly ConsultationLine[] => {
    const sides = alliedOf(parties, allies);
    if (sides === undefined) return [];
    const id = contentId('line', 'consultations', playbook.id, move.id);
    const when = move.happenedOn === undefined ? {} : { when: move.happenedOn };
    return [{ id, sides, phase, ...when, because: because(view, [], [move]) }];
  };
  const held = view
    .newest(HELD, 200, view.validAt - days)
    .flatMap(({ move }) => line(move, 'held', partiesOf(move)));
  const ahead = view.on(view.validAt + 400).newest(PLANNED, 200, view.validAt);
  const open = ahead.filter(({ move, until }) => {
    const end = move.happenedOn?.until;
    return until >= view.validAt && (end === undefined || lastDay(end) > firstDay(move.knownFrom));
  });
  const due = open.flatMap(({ move }) => line(move, 'due', partiesTold(move, claims, allies)));
  return [...held.slice(0, MOST), ...due.slice(0, MOST)];
}

const MOST = 12;

/** T6: who could weigh on whom, and what of the bargains is not in their gift. */
export function findLeverage(
  view: View,
  claims: ClaimIndex,
  playbook: Playbook,
  days: number,
): readonly LeverageLine[] {
  const known = playbook.thirdParties.map((entry): LeverageLine => {
    const terms = playbook.bargains
      .flatMap((bargain) => bargain.terms)
      .filter(({ by, gift }) => by !== entry.over && !gift.includes(entry.holder));
    const told = recent(claimsTold(claims, entry.told, view.knownAt), view, days);
    return {
      id: contentId('line', 'leverage', playbook.id, entry.id),
      holder: entry.holder,
      over: entry.over,
      seeker: entry.seeker,
      basis: 'playbook',
      notInGift: [...new Set(terms.map(({ id }) => id))],
      because: because(
        view,
        [entry.id],
        [],
        told.map(({ claim }) => claim.id),
      ),
    };
  });
  const related = recent(claimsBy(claims, 'relation', view.knownAt), view, days).flatMap(
    ({ claim }): LeverageLine[] => {
      const named = [...new Set([...sidesOf([...claim.actors, ...claim.targets]), ...claims.sidesIn(claim)])];
      const [holder, over] = named;
      if (holder === undefined || over === undefined) return [];
      const { relation, sign } = claim;
      const because_ = because(view, [claim.entry], [], [claim.id]);
      const id = contentId('line', 'leverage', playbook.id, claim.id);
      return [
        { id, holder, over, seeker: '', basis: 'claim', relation, sign, notInGift: [], because: because_ },
      ];
    },
  );
  return [...known, ...related];
}

const bySide = new Map<string, MovePattern>();

/** One pattern for each side, so that its moves are looked up once. */
function deedsOf(side: string): MovePattern {
  const known = bySide.get(side) ?? { by: [side] };
  bySide.set(side, known);
  return known;
}

const COOPERATIVE = new Set(['agree', 'consult', 'support', 'concede', 'cooperate', 'aid', 'retreat']);
const QUIET_DAYS = 120;

/** T13: pairs on a track of their own. */
export function followTracks(view: View, claims: ClaimIndex, playbook: Playbook): readonly TrackLine[] {
  return playbook.tracks.map((entry) => {
    const [a, b] = entry.sides;
    const between = (move: Move): boolean => partiesOf(move).includes(a) && partiesOf(move).includes(b);
    const last = [a, b]
      .flatMap((side) => view.lastWhere(deedsOf(side), between) ?? [])
      .sort((x, y) => y.at - x.at)
      .at(0);
    const told = recent(claimsTold(claims, entry.told, view.knownAt), view, QUIET_DAYS).map(
      ({ claim }) => claim.id,
    );
    const age = last === undefined ? Infinity : view.validAt - last.until;
    const temper =
      last === undefined
        ? 'none'
        : age > QUIET_DAYS
          ? 'silence'
          : COOPERATIVE.has(last.move.type)
            ? 'talks'
            : 'hostile';
    return {
      id: contentId('line', 'tracks', playbook.id, entry.id),
      track: entry.id,
      ...(last ? { lastMove: last.move.id, lastOn: dayText(last.at) } : {}),
      temper,
      because: because(view, [entry.id], last ? [last.move] : [], told),
    };
  });
}
