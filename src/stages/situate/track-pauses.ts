import type { Claim } from '../../model/claim.ts';
import { contentId } from '../../model/content-id.ts';
import type { Move } from '../../model/fact.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import type { Playbook } from '../../model/playbook.ts';
import type { PauseLine } from '../../model/situation.ts';
import { claimsBy } from './claim-index.ts';
import { sidesOf } from './claim-parties.ts';
import type { ClaimIndex } from './claim-index.ts';
import { dayText, firstDay, lastDay } from './day-number.ts';
import { because } from './view.ts';
import type { View } from './view.ts';

const TESTS: MovePattern = { act: ['weapons-test'] };
const DENIED: MovePattern = { act: ['weapons-test'], status: ['denied'] };
const MOST = 12;

/** Somebody said on a day that these sides have not tested since. */
interface Told {
  readonly key: string;
  readonly saidOn: number;
  readonly sides: readonly string[];
  readonly since?: string;
  readonly classId?: string;
  readonly moves: readonly Move[];
  readonly claimIds: readonly string[];
}

const isTest = (claim: Claim): boolean => claim.kind === 'move' && claim.act === 'weapons-test';

/** The day since which, from the tests that the same sentence tells of. */
function sinceOf(claim: Claim, claims: ClaimIndex): string | undefined {
  const tests = claims.beside(claim).filter((one) => isTest(one) && one.status === 'actual');
  return [claim.when, ...tests.map(({ when }) => when)].flatMap((when) => when?.from ?? []).at(0);
}

/** "As long as no test is made" denies nothing. */
const isInCondition = (claim: Claim, claims: ClaimIndex): boolean =>
  claims.beside(claim).some(({ kind }) => kind === 'condition') || claim.status === 'hypothetical';

function fromMove(move: Move, claims: ClaimIndex): Told | undefined {
  const own = move.claimIds.flatMap((id) => claims.claimOf(id)?.claim ?? []);
  if (move.sideIds.length === 0 || own.some((claim) => isInCondition(claim, claims))) return undefined;
  const since = move.happenedOn?.from ?? own.flatMap((claim) => sinceOf(claim, claims) ?? []).at(0);
  return {
    key: move.id,
    saidOn: firstDay(move.knownFrom),
    sides: move.sideIds,
    ...(since === undefined ? {} : { since }),
    ...(move.classId === undefined ? {} : { classId: move.classId }),
    moves: [move],
    claimIds: [],
  };
}

/** A sentence that denies a capability and tells of tests ("has not conducted any weapons tests since …"). */
function fromCapabilities(view: View, claims: ClaimIndex, taken: ReadonlySet<string>): readonly Told[] {
  const sentence = (claim: { readonly reportId: string; readonly sentence: number }): string =>
    `${claim.reportId}/${claim.sentence}`;
  const denied = claimsBy(claims, 'capability', view.knownAt).filter(
    ({ claim }) => claim.status === 'denied',
  );
  const found = denied.flatMap(({ claim, known }): readonly (readonly [string, Told])[] => {
    const isOfTests = claims.beside(claim).some(isTest) && !isInCondition(claim, claims);
    const sides = sidesOf(claim.actors);
    if (!isOfTests || sides.length === 0 || taken.has(sentence(claim))) return [];
    const since = sinceOf(claim, claims);
    const told = {
      key: claim.id,
      saidOn: known,
      sides,
      ...(since === undefined ? {} : { since }),
      moves: [],
      claimIds: [claim.id],
    };
    return [[sentence(claim), told]];
  });
  return [...new Map(found).values()];
}

function toLine(told: Told, view: View, playbook: Playbook): PauseLine {
  const { since, saidOn } = told;
  const own = (move: Move): boolean => move.sideIds.some((side) => told.sides.includes(side));
  const meant = ({ classId }: Move): boolean =>
    told.classId === undefined ||
    (classId !== undefined && (playbook.classes[classId] ?? [classId]).includes(told.classId));
  const tests = view
    .each(TESTS, since === undefined ? saidOn : firstDay(since))
    .filter(({ move }) => own(move) && meant(move));
  const start = since === undefined ? saidOn : lastDay(since);
  const overtaken = tests.find((test) => test.at > saidOn);
  const against = tests.filter((test) => test.at > start && test.at <= saidOn);
  return {
    id: contentId('line', 'pauses', playbook.id, told.key),
    by: told.sides,
    act: 'weapons-test',
    ...(told.classId === undefined ? {} : { classId: told.classId }),
    ...(since === undefined ? {} : { since }),
    ...(overtaken ? { heldUntil: dayText(overtaken.at), overtakenBy: overtaken.move.id } : {}),
    against: against.slice(0, MOST).map((test) => test.move.id),
    because: because(view, [], [...told.moves, ...(overtaken ? [overtaken.move] : [])], told.claimIds),
  };
}

/** T8: what reports say was not done since; it stays on the record with the day on which it was overtaken. */
export function trackPauses(
  view: View,
  claims: ClaimIndex,
  playbook: Playbook,
  lookbackDays: number,
): readonly PauseLine[] {
  const moves = view.newest(DENIED, 200).flatMap(({ move }) => fromMove(move, claims) ?? []);
  const taken = new Set(
    moves.flatMap(({ moves: [move] }) =>
      move.claimIds.flatMap((id) => {
        const claim = claims.claimOf(id)?.claim;
        return claim === undefined ? [] : [`${claim.reportId}/${claim.sentence}`];
      }),
    ),
  );
  const told = [...moves, ...fromCapabilities(view, claims, taken)];
  const recent = told.filter(({ saidOn }) => saidOn >= view.validAt - lookbackDays && saidOn <= view.validAt);
  return recent.slice(0, MOST).map((one) => toLine(one, view, playbook));
}
