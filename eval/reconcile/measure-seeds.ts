import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Claim } from '../../src/model/claim.ts';
import type { LinkKind } from '../../src/model/fact.ts';
import type { Report } from '../../src/model/report.ts';
import { overlaps } from '../../src/model/span.ts';
import type { Span } from '../../src/model/span.ts';
import { loadActors } from '../../src/playbook/load-actors.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { loadWordings } from '../../src/playbook/load-wordings.ts';
import { readFile } from '../../src/stages/read/read.ts';
import { reconcile } from '../../src/stages/reconcile/reconcile.ts';
import type { KnownReading } from '../../src/stages/reconcile/reconcile.ts';
import { toReader } from '../../src/workflows/reader.ts';
import { loadDefaultTheatre } from '../../src/workflows/session.ts';

const Overlap = z.object({ id: z.string(), seed000: z.string(), seed004: z.string() });
const Tension = z.object({
  id: z.string(),
  left_seed: z.string(),
  left: z.string(),
  right_seed: z.string(),
  right: z.string(),
});

interface Case {
  readonly id: string;
  readonly left: Place | undefined;
  readonly right: Place | undefined;
}

interface Place {
  readonly reportId: string;
  readonly span: Span;
}

function find(reports: readonly Report[], seed: string, words: string): Place | undefined {
  const report = reports.find(({ foundAt }) => foundAt.includes(`${seed.padStart(3, '0')}_`));
  const start = report?.text.replaceAll('\n', ' ').indexOf(words) ?? -1;
  if (report === undefined || start < 0) return undefined;
  return { reportId: report.id, span: { start, end: start + words.length } };
}

const readReports = (folder: string): readonly Report[] =>
  readdirSync(folder)
    .filter((name) => name !== 'README.md')
    .sort()
    .flatMap((name) => readFile(readFileSync(join(folder, name)), join(folder, name)).done);

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
  readonly outside: readonly string[];
}

const DIFFERING: readonly LinkKind[] = ['succession', 'contradiction', 'scope', 'strength', 'attribution'];

function loadCases(
  gold: string,
  known: readonly Report[],
): { readonly pairs: readonly Case[]; readonly tensions: readonly Case[] } {
  const load = (name: string): unknown => JSON.parse(readFileSync(join(gold, name), 'utf8'));
  const pairs = z
    .array(Overlap)
    .parse(load('overlaps.json'))
    .map(({ id, seed000, seed004 }) => ({
      id,
      left: find(known, '000', seed000),
      right: find(known, '004', seed004),
    }));
  const tensions = z
    .array(Tension)
    .parse(load('contradictions.json'))
    .map((one) => ({
      id: one.id,
      left: find(known, one.left_seed, one.left),
      right: find(known, one.right_seed, one.right),
    }));
  return { pairs, tensions };
}

/**
 * Share of the listed overlaps and tensions that come out: some claim over the left words and some claim over the right
 * ones stand in one fact or are linked; for a tension, by a link that says in what they differ. Both seeds and the
 * samples are read together. Cases with a side outside the seeds cannot come out and count as missed.
 */
export async function measureSeeds(seeds: string, gold: string): Promise<SeedFigures> {
  const reports = [...readReports('samples/korea-2021'), ...readReports(seeds)];
  const readings = await readAll(reports);
  const known = readings.map(({ reading }) => reading.report);
  const { moves, utterances, links } = reconcile(readings, {
    wordings: loadWordings(),
    classes: loadPlaybook(loadDefaultTheatre().theatre).classes,
  });
  const claims = readings.flatMap(({ reading }) => reading.claims);
  const at = (place: Place): ReadonlySet<string> =>
    new Set(
      claims
        .filter((claim: Claim) => claim.reportId === place.reportId && overlaps(claim.clause, place.span))
        .map(({ id }) => id),
    );
  const facts = [
    ...moves.map(({ claimIds }) => claimIds),
    ...utterances.map(({ wordings }) => wordings.map(({ claimId }) => claimId)),
  ];
  const joins = ({ left, right }: Case, kinds?: readonly LinkKind[]): boolean => {
    if (left === undefined || right === undefined) return false;
    const [ours, theirs] = [at(left), at(right)];
    const linked = links.some(
      (link) =>
        (kinds === undefined || kinds.includes(link.kind)) &&
        ((ours.has(link.left) && theirs.has(link.right)) || (theirs.has(link.left) && ours.has(link.right))),
    );
    const merged =
      kinds === undefined &&
      facts.some((ids) => ids.some((id) => ours.has(id)) && ids.some((id) => theirs.has(id)));
    return linked || merged;
  };
  const { pairs, tensions } = loadCases(gold, known);
  const [foundPairs, foundTensions] = [
    pairs.filter((one) => joins(one)),
    tensions.filter((one) => joins(one, DIFFERING)),
  ];
  const outside = [...pairs, ...tensions]
    .filter(({ left, right }) => left === undefined || right === undefined)
    .map(({ id }) => id);
  return {
    overlaps: foundPairs.length / pairs.length,
    tensions: foundTensions.length / tensions.length,
    missed: [...pairs, ...tensions]
      .filter((one) => !foundPairs.includes(one) && !foundTensions.includes(one))
      .map(({ id }) => id),
    outside,
  };
}
