/**
 * How long it takes to reconcile 1 k to 100 k reports (generated, of an invented vocabulary), taken in a few hundred at
 * a time, and how long one more report then takes until everything it changes is known:
 * `npm run bench:reconcile [-- --json] [--most N]`.
 */
import { parseArgs } from 'node:util';
import type { Claim } from '../src/model/claim.ts';
import { contentId } from '../src/model/content-id.ts';
import { MOVE_TYPES } from '../src/model/move-type.ts';
import type { Party } from '../src/model/party.ts';
import type { KnownReading } from '../src/stages/reconcile/reconcile.ts';
import { ReconcileIndex } from '../src/stages/reconcile/reconcile-index.ts';
import { inventText } from './invented-text.ts';
import { pick, toRandom } from './seeded-random.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, most: { type: 'string', default: '100000' } },
});

const random = toRandom(9);
const SIDES = Array.from({ length: 30 }, (_, i) => `side-${i}`);

const party = (id: string): Party => ({
  span: { start: 0, end: 3 },
  naming: 'named',
  actorId: id,
  sideId: id,
});
const dayOf = (n: number): string =>
  new Date(Date.UTC(2014, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

function toReading(n: number): KnownReading {
  const id = contentId('report', 'bench', n);
  const text = inventText(12, random);
  const day = dayOf(Math.floor(random() * 3650));
  const claims = Array.from({ length: 4 }, (_, i): Claim => {
    const base = {
      id: contentId('claim', id, i), reportId: id, span: { start: 0, end: 3 }, clause: { start: 0, end: 60 }, sentence: 0,
      actors: [party(pick(SIDES, random))], targets: [party(pick(SIDES, random))], status: 'actual', time: 'current',
      when: { from: day, until: day, certainty: 'certain' }, attribution: [], entry: 'bench', confidence: 1, notes: [],
    } as const; // prettier-ignore
    return i === 3
      ? { ...base, kind: 'statement', form: 'direct', content: [{ start: 0, end: 80 }], addressees: [] }
      : { ...base, kind: 'move', type: pick(MOVE_TYPES, random) };
  });
  const report = { id, text, foundAt: 'bench', notes: [] };
  const reading = { report, claims, mentions: [], times: [], quantities: [], repairs: [], notes: [] };
  return { reading, knownFrom: `${day}T00:00:00.000Z` };
}

const BATCH = 500;
const SINGLES = 25;
const index = new ReconcileIndex();
const figures: Record<string, number> = {};
const marks = [1_000, 3_000, 10_000, 30_000, 100_000].filter((mark) => mark <= Number(values.most));
let [count, spent] = [0, 0];

/** Wall time of taking so many more reports in. */
function take(many: number): number {
  const added = Array.from({ length: many }, (_, i) => toReading(count + i));
  count += many;
  const start = performance.now();
  index.change({ added });
  const { moves, utterances, origins } = index.reconciled();
  const ms = performance.now() - start;
  if (moves.length + utterances.length + origins.length < count) throw new Error('facts are missing');
  return ms;
}

console.log('reports   one more (median, slowest of 25)   all until then   memory');
for (const mark of marks) {
  while (count < mark - SINGLES) spent += take(Math.min(BATCH, mark - SINGLES - count));
  const singles = Array.from({ length: SINGLES }, () => take(1));
  spent += singles.reduce((sum, ms) => sum + ms, 0);
  const sorted = singles.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1];
  const name = `${mark / 1000}k`;
  const rssMb = Math.round(process.memoryUsage().rss / 1e6);
  figures[`addOneAt${name}Ms`] = Math.round(median * 100) / 100;
  figures[`allUntil${name}Ms`] = Math.round(spent);
  figures[`rssAt${name}Mb`] = rssMb;
  console.log(
    `${name.padStart(7)} ${median.toFixed(1).padStart(15)} ms ${sorted[sorted.length - 1].toFixed(1).padStart(12)} ms ${(spent / 1000).toFixed(1).padStart(15)} s ${String(rssMb).padStart(6)} MB`,
  );
}
if (values.json) console.log(JSON.stringify(figures));
