import { contentId } from '../../model/content-id.ts';
import type { AssessmentClaim, Claim, LegalClaim } from '../../model/claim.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import type { Playbook, TopicEntry } from '../../model/playbook.ts';
import type {
  AimLine,
  AttributionLine,
  LegalFinding,
  LeverLine,
  Said,
  TopicLine,
} from '../../model/situation.ts';
import { claimsBy, claimsTold } from './claim-index.ts';
import { sidesOf, speakersOf } from './claim-parties.ts';
import { isTold } from './match-claim.ts';
import type { ClaimIndex, KnownClaim } from './claim-index.ts';
import { dayText, firstDay, lastDay } from './day-number.ts';
import { because } from './view.ts';
import type { Seen } from './place-moves.ts';
import type { View } from './view.ts';

/** Claims of the last days before the view's end. */
export function recent<T extends { readonly known: number }>(
  claims: readonly T[],
  view: View,
  days: number,
): readonly T[] {
  return claims.filter(({ known }) => known <= view.validAt && known >= view.validAt - days);
}

const TESTS: MovePattern = { act: ['weapons-test'] };

/**
 * The deeds that a judgement is about: those of its time where it gives one; else the last before it was published.
 * A claim without a time is about what was fresh: the newest within two weeks.
 */
function aboutMoves(claim: Claim, known: number, tests: readonly Seen[]): readonly string[] {
  const from = claim.when?.from ?? claim.when?.until;
  if (from !== undefined) {
    const until = claim.when?.until ?? from;
    const [first, last] = [firstDay(from), lastDay(until)];
    if (last - first <= 31) {
      const inside = tests.filter((test) => test.at <= last + 1 && test.until >= first - 1);
      if (inside.length > 0) return inside.map((test) => test.move.id);
    }
  }
  const fresh = tests.filter((test) => test.at <= known && test.at > known - 14);
  return fresh.slice(-1).map((test) => test.move.id);
}

const assessorsOf = (claim: AssessmentClaim): readonly string[] => {
  const own = sidesOf([claim.assessor]);
  const name = claim.assessor?.actorId ?? claim.assessor?.officeId;
  const speakers = speakersOf(claim);
  return name !== undefined ? [name] : own.length > 0 ? own : speakers;
};

const OF_MOTIVE_OR_THREAT: ReadonlySet<string> = new Set(['purpose', 'security', 'expectedness']);

/** T11: who reads which motive or threat into the deeds; rival readings stand side by side. */
export function gatherAttributions(
  view: View,
  claims: ClaimIndex,
  playbook: Playbook,
  days: number,
): readonly AttributionLine[] {
  const found = recent(claimsBy(claims, 'assessment', view.knownAt), view, days).filter(
    (known) =>
      OF_MOTIVE_OR_THREAT.has(known.claim.dimension) ||
      playbook.hypotheses.some((one) => isTold(known, one.told)),
  );
  const tests = view.newest(TESTS, 100).toReversed();
  return found.map(({ claim, words, known }) => {
    const fitting = playbook.hypotheses
      .filter((one) => isTold({ claim, words }, one.told))
      .map((one) => one.id);
    return {
      id: contentId('line', 'attributions', playbook.id, claim.id),
      dimension: claim.dimension,
      assessor: assessorsOf(claim),
      polarity: claim.polarity,
      ...(claim.hedge === undefined ? {} : { certitude: claim.hedge.certitude }),
      aboutMoves: aboutMoves(claim, known, tests),
      hypotheses: fitting,
      because: because(view, fitting, [], [claim.id]),
    };
  });
}

const toSaid = (claim: AssessmentClaim | LegalClaim, value: string): Said => ({
  by: claim.kind === 'assessment' ? assessorsOf(claim) : speakersOf(claim),
  value,
  claimId: claim.id,
});

/** A judgement without an object of its own is of the deed told in its sentence or in the five before it. */
const REACH = 5;

/**
 * A judgement is of a deed that its sentence tells of; a legal one also where it names the rule broken, one of danger
 * or expectedness also where the same report has just told of that very deed.
 */
function isAboutDeed(claim: Claim, finding: LegalFinding, claims: ClaimIndex): boolean {
  if (
    finding.act !== undefined &&
    claims.beside(claim).some((one) => one.kind === 'move' && one.act === finding.act)
  )
    return true;
  if (claim.kind === 'legal')
    return claim.verdict === 'violates' && (claim.ruleId ?? claim.rule) !== undefined;
  const told = finding.because.claimIds.map((id) => claims.claimOf(id)?.claim);
  return told.some(
    (deed) =>
      deed?.reportId === claim.reportId &&
      deed.sentence <= claim.sentence &&
      deed.sentence >= claim.sentence - REACH,
  );
}

/** "to deter threats": a danger that the words do not see in the deed. */
const isDeniedDanger = ({ status, polarity }: AssessmentClaim): boolean =>
  status === 'denied' && polarity === 'negative';

/** Puts beside each finding what others say of its law, its danger and whether it was to be expected: three fields. */
export function addSaid(
  findings: readonly LegalFinding[],
  view: View,
  claims: ClaimIndex,
  days: number,
): readonly LegalFinding[] {
  const tests = view.newest(TESTS, 100).toReversed();
  const legal = recent(claimsBy(claims, 'legal', view.knownAt), view, days).filter(
    ({ claim }) => claim.verdict !== 'in-force',
  );
  const assessed = recent(claimsBy(claims, 'assessment', view.knownAt), view, days);
  const concerns = (known: Pick<KnownClaim, 'claim' | 'known'>, finding: LegalFinding): boolean =>
    isAboutDeed(known.claim, finding, claims) &&
    aboutMoves(known.claim, known.known, tests).includes(finding.moveId);
  const said = (finding: LegalFinding, dimension: AssessmentClaim['dimension']): readonly Said[] =>
    assessed
      .filter(
        (known) =>
          known.claim.dimension === dimension && !isDeniedDanger(known.claim) && concerns(known, finding),
      )
      .map(({ claim }) => toSaid(claim, claim.polarity));
  return findings.map((finding) => {
    const legalSaid = legal
      .filter((known) => concerns(known, finding))
      .map(({ claim }) => toSaid(claim, claim.verdict));
    const securitySaid = said(finding, 'security');
    const expectedSaid = said(finding, 'expectedness');
    const ids = [...legalSaid, ...securitySaid, ...expectedSaid].map(({ claimId }) => claimId);
    const claimIds = [...new Set([...finding.because.claimIds, ...ids])];
    return { ...finding, legalSaid, securitySaid, expectedSaid, because: { ...finding.because, claimIds } };
  });
}

/** T12, T13: what is said of the subjects that the playbook keeps. */
export function gatherTopics(
  view: View,
  claims: ClaimIndex,
  playbook: Playbook,
  settings: { readonly part: TopicEntry['part']; readonly days: number },
): readonly TopicLine[] {
  const entries = playbook.topics.filter(({ part }) => part === settings.part);
  return entries.flatMap((entry) => {
    const told = recent(claimsTold(claims, entry.told, view.knownAt), view, settings.days);
    if (told.length === 0) return [];
    return [
      {
        id: contentId('line', 'topics', playbook.id, entry.id),
        topic: entry.id,
        saidBy: [...new Set(told.flatMap(({ claim }) => speakersOf(claim)))],
        because: because(
          view,
          [entry.id],
          [],
          told.map(({ claim }) => claim.id),
        ),
      },
    ];
  });
}

/** T14: aims, declared by their holder or ascribed by others. */
export function gatherAims(
  view: View,
  claims: ClaimIndex,
  playbook: Playbook,
  days: number,
): readonly AimLine[] {
  const held = recent(claimsBy(claims, 'goal', view.knownAt), view, days).filter(
    ({ claim }) => sidesOf(claim.actors).length > 0,
  );
  return held.map(({ claim }) => ({
    id: contentId('line', 'aims', playbook.id, claim.id),
    holder: sidesOf(claim.actors),
    basis: claim.basis,
    saidBy: speakersOf(claim),
    because: because(view, [claim.entry], [], [claim.id]),
  }));
}

/** Options on the table: the playbook's, with who names them, and when they were last used. */
export function gatherLevers(
  view: View,
  claims: ClaimIndex,
  playbook: Playbook,
  days: number,
): readonly LeverLine[] {
  const said = recent(claimsBy(claims, 'lever', view.knownAt), view, days);
  return playbook.levers.map((entry) => {
    const own = said.filter(({ claim }) => entry.classes.includes(claim.lever) || claim.lever === entry.id);
    const used = entry.used
      .flatMap((pattern) => view.last(pattern) ?? [])
      .sort((a, b) => b.at - a.at)
      .at(0);
    const stances = own.map(({ claim }) => ({
      by: claim.proposer === undefined ? speakersOf(claim) : sidesOf([claim.proposer]),
      value: claim.stance,
      claimId: claim.id,
    }));
    return {
      id: contentId('line', 'levers', playbook.id, entry.id),
      lever: entry.id,
      holder: entry.holder,
      stances,
      costs: entry.costs,
      ...(used ? { lastUsed: dayText(used.at) } : {}),
      because: because(
        view,
        [entry.id],
        used ? [used.move] : [],
        own.map(({ claim }) => claim.id),
      ),
    };
  });
}
