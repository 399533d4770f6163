import type { ClaimLink } from '../../../../src/model/fact.ts';
import type { Report } from '../../../../src/model/report.ts';
import { quote } from '../../../../src/model/span.ts';
import { loadActors } from '../../../../src/playbook/load-actors.ts';
import { loadPlaybook } from '../../../../src/playbook/load-playbook.ts';
import { loadWordings } from '../../../../src/playbook/load-wordings.ts';
import { readFile } from '../../../../src/stages/read/read.ts';
import type { KnownRecord } from '../../../../src/stages/reconcile/links/known-record.ts';
import { reconcile } from '../../../../src/stages/reconcile/reconcile.ts';
import type { KnownReading } from '../../../../src/stages/reconcile/reconcile.ts';
import { toReader } from '../../../../src/workflows/reader.ts';

/** A report's day of publication and its text; every text is invented. */
export type Told = readonly [day: string, text: string];

export const one = (day: string, text: string): Told => [day, text];

/** A link with the words that stand on its two sides. */
export interface SaidLink extends Pick<ClaimLink, 'kind' | 'rule' | 'why'> {
  readonly left: string;
  readonly right: string;
}

const playbook = loadPlaybook('iran-nuclear');
const reader = toReader({ theatre: 'iran-nuclear', playbook, actors: loadActors(), threads: 1 });

/** What else each report tells, so that two short ones are no copies of each other. */
const REST = [
  'Traders in the old harbour said that the price of saffron had doubled since the rains of last autumn.',
  'A choir of schoolchildren opened the new concert hall on the hill above the river on Saturday evening.',
];

const toReport = ([day, text]: Told, i: number): Report =>
  readFile(
    Buffer.from(
      `---\ntitle: Notice ${i}\noutlet: Outlet ${i}\npublished: ${day}\n---\n${text}\n\n${REST[i]}\n`,
    ),
    `told-${i}.md`,
  ).done[0];

export async function readTold(told: readonly Told[]): Promise<readonly KnownReading[]> {
  const readings: KnownReading[] = [];
  for await (const reading of reader.read(told.map(toReport)))
    readings.push({ reading, knownFrom: reading.report.publishedAt?.at ?? '' });
  return readings;
}

/** The links of some reports, each side by the words of its clause or by the id of its entry. */
export async function linksOf(
  told: readonly Told[],
  record?: Partial<KnownRecord>,
  knownBy?: string,
): Promise<readonly SaidLink[]> {
  const readings = await readTold(told);
  const { links } = reconcile(readings, {
    wordings: loadWordings(),
    classes: playbook.classes,
    ...(record === undefined ? {} : { record: { chronicle: [], clauses: [], ...record } }),
    ...(knownBy === undefined ? {} : { knownBy }),
  });
  const words = new Map(
    readings.flatMap(({ reading }) =>
      reading.claims.map(({ id, clause }) => [id, quote(reading.report.text, clause)] as const),
    ),
  );
  return links.map(({ kind, rule, why, left, right }) => ({
    kind,
    rule,
    why,
    left: words.get(left) ?? left,
    right: words.get(right) ?? right,
  }));
}
