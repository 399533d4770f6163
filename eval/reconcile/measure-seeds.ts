import type { Claim } from '../../src/model/claim.ts';
import type { ClaimLink, LinkKind } from '../../src/model/fact.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Report } from '../../src/model/report.ts';
import { overlaps } from '../../src/model/span.ts';
import type { Span } from '../../src/model/span.ts';
import { loadActors } from '../../src/playbook/load-actors.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { loadWordings } from '../../src/playbook/load-wordings.ts';
import { reconcile } from '../../src/stages/reconcile/reconcile.ts';
import type { KnownReading } from '../../src/stages/reconcile/reconcile.ts';
import { toReader } from '../../src/workflows/reader.ts';
import { loadDefaultTheatre } from '../../src/workflows/session.ts';
import { loadCases, makeReprints, readReports } from './seed-cases.ts';
import type { Case, Place } from './seed-cases.ts';

/** The record as known when the last of the reports had come out. */
const KNOWN_BY = '2021-04-10';

async function readAll(reports: readonly Report[]): Promise<readonly KnownReading[]> {
  const { theatre } = loadDefaultTheatre();
  const reader = toReader({ theatre, playbook: loadPlaybook(theatre), actors: loadActors(), threads: 1 });
  const readings: KnownReading[] = [];
  for await (const reading of reader.read(reports))
    readings.push({ reading, knownFrom: reading.report.publishedAt?.at ?? '2021-03-26T00:00:00.000Z' });
  return readings;
}

export interface SeedFigures {
  readonly overlaps: number;
  readonly tensions: number;
  readonly missed: readonly string[];
}

const DIFFERING: readonly LinkKind[] = ['succession', 'contradiction', 'scope', 'strength', 'attribution'];

/** A claim stands over words that its clause or the words for its doers share. */
const covers = ({ clause, actors, targets }: Claim, span: Span): boolean =>
  [clause, ...[...actors, ...targets].map((party) => party.span)].some((own) => overlaps(own, span));

const isIn = (place: Place, claim: Claim): boolean =>
  'span' in place && claim.reportId === place.reportId && covers(claim, place.span);

const touches = (place: Place, link: ClaimLink): boolean =>
  'entries' in place && place.entries.test(link.right);

/** One word for a time that stands in both places and means two different days there. */
function differInDay({ left, right }: Case, readings: readonly Reading[]): boolean {
  const daysAt = (place: Place | undefined): ReadonlyMap<string, string | undefined> => {
    if (place === undefined || !('span' in place)) return new Map();
    const { report, times = [] } = readings.find((one) => one.report.id === place.reportId) ?? {};
    return new Map(
      times
        .filter(({ span }) => overlaps(span, place.span))
        .map(({ span, when }) => [
          report?.text.slice(span.start, span.end).replace(/['’]s$/u, '') ?? '',
          when?.from,
        ]),
    );
  };
  const [ours, theirs] = [daysAt(left), daysAt(right)];
  return [...ours].some(([word, day]) => day !== undefined && theirs.has(word) && theirs.get(word) !== day);
}

type Ids = ReadonlySet<string>;

/**
 * Links of a fact go out from its first claim: what differs from that one is set apart from all that agree with it. Tells
 * whether a claim of `other` is so set apart from the fact in which one of `one` stands.
 */
const toSetApart =
  (facts: readonly (readonly string[])[], differing: readonly ClaimLink[]) =>
  (one: Ids, other: Ids): boolean =>
    facts.some(
      (ids) =>
        ids.some((id) => one.has(id)) &&
        differing.some(
          ({ left, right }) =>
            other.has(right) && !one.has(right) && ids.includes(left) && ids.includes(right),
        ),
    );

/**
 * Share of the listed overlaps and tensions that come out: some claim over the left words and some claim over the right
 * ones stand in one fact or are linked; for a tension, by a link that says in what they differ, from one to the other or from
 * the first claim of the fact that the one stands in. Read together are the two
 * reports, a reprint that words one sentence otherwise, the samples, and the record of the default theatre, in which the
 * other side of six tensions stands.
 */
export async function measureSeeds(seeds: string, gold: string): Promise<SeedFigures> {
  const reports = [...readReports('samples/korea-2021'), ...readReports(seeds)];
  const readings = await readAll([...reports, ...makeReprints(reports, gold)]);
  const all = readings.map(({ reading }) => reading);
  const playbook = loadPlaybook(loadDefaultTheatre().theatre);
  const { moves, utterances, links } = reconcile(readings, {
    wordings: loadWordings(),
    classes: playbook.classes,
    record: playbook,
    knownBy: KNOWN_BY,
  });
  const claims = all.flatMap((reading) => reading.claims);
  const at = (place: Place): ReadonlySet<string> =>
    new Set(claims.filter((claim) => isIn(place, claim)).map(({ id }) => id));
  const facts = [
    ...moves.map(({ claimIds }) => claimIds),
    ...utterances.map(({ wordings }) => wordings.map(({ claimId }) => claimId)),
  ];
  const isSetApart = toSetApart(facts, links.filter(({ kind }) => DIFFERING.includes(kind))); // prettier-ignore
  const joins = ({ left, right }: Case, kinds?: readonly LinkKind[]): boolean => {
    if (left === undefined || right === undefined) return false;
    const [ours, theirs] = [at(left), at(right)];
    const isLinked = links.some(
      (link) =>
        (kinds === undefined || kinds.includes(link.kind)) &&
        ((ours.has(link.left) && (theirs.has(link.right) || touches(right, link))) ||
          (theirs.has(link.left) && ours.has(link.right))),
    );
    const isMerged =
      kinds === undefined &&
      facts.some((ids) => ids.some((id) => ours.has(id)) && ids.some((id) => theirs.has(id)));
    return (
      isLinked || isMerged || (kinds !== undefined && (isSetApart(ours, theirs) || isSetApart(theirs, ours)))
    );
  };
  const { pairs, tensions } = loadCases(
    gold,
    all.map(({ report }) => report),
  );
  const foundPairs = pairs.filter((one) => joins(one));
  const foundTensions = tensions.filter((one) => joins(one, DIFFERING) || differInDay(one, all));
  return {
    overlaps: foundPairs.length / pairs.length,
    tensions: foundTensions.length / tensions.length,
    missed: [...pairs, ...tensions]
      .filter((one) => !foundPairs.includes(one) && !foundTensions.includes(one))
      .map(({ id }) => id),
  };
}
