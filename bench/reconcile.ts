/**
 * How long one more report takes in a ledger of 1 k to 100 k reports (generated, of an invented vocabulary):
 * `npm run bench:reconcile [-- --json] [--most N]`.
 */
import { parseArgs } from 'node:util';
import type { Claim } from '../src/model/claim.ts';
import { contentId } from '../src/model/content-id.ts';
import { MOVE_TYPES } from '../src/model/move-type.ts';
import type { Party } from '../src/model/party.ts';
import type { KnownReading } from '../src/stages/reconcile/reconcile.ts';
import { ReconcileIndex } from '../src/stages/reconcile/reconcile-index.ts';
import { pick, toRandom } from './seeded-random.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, most: { type: 'string', default: '100000' } },
});

const random = toRandom(9);
const syllables = [
  'ka',
  'lo',
  'mi',
  'ren',
  'tus',
  'vor',
  'sel',
  'dan',
  'pri',
  'gos',
  'nel',
  'bar',
  'thu',
  'wik',
  'zor',
];
const toWord = (n: number): string => {
  let [rest, word] = [n + 15, ''];
  for (; rest > 0; rest = Math.floor(rest / syllables.length)) word += syllables[rest % syllables.length];
  return word;
};
const WORDS = Array.from({ length: 20_000 }, (_, i) => toWord(i));
const SIDES = Array.from({ length: 30 }, (_, i) => `side-${i}`);

/** Few words are common and most are rare, as in language. */
const anyWord = (): string => WORDS[Math.floor(WORDS.length * random() ** 3)];

function toSentence(): string {
  const words = Array.from({ length: 14 }, anyWord);
  words[3] = `${words[3].charAt(0).toUpperCase()}${words[3].slice(1)}`;
  return `The ${words.join(' ')} ${Math.floor(random() * 900)}.`;
}

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
  const text = Array.from({ length: 12 }, toSentence).join(' ');
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

const index = new ReconcileIndex();
const figures: Record<string, number> = {};
const marks = [1_000, 3_000, 10_000, 30_000, 100_000].filter((mark) => mark <= Number(values.most));
let [count, spent] = [0, 0];
for (const mark of marks) {
  const recent: number[] = [];
  for (; count < mark; count++) {
    const reading = toReading(count);
    const start = performance.now();
    index.add(reading);
    const ms = performance.now() - start;
    spent += ms;
    if (count >= mark - 200) recent.push(ms);
  }
  const sorted = recent.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1];
  const name = mark >= 1000 ? `${mark / 1000}k` : String(mark);
  figures[`addOneAt${name}Ms`] = Math.round(median * 100) / 100;
  figures[`allUntil${name}Ms`] = Math.round(spent);
  console.log(
    `${name.padStart(5)} reports: one more ${median.toFixed(2)} ms (slowest of 200: ${sorted[sorted.length - 1].toFixed(1)}), all ${(spent / 1000).toFixed(1)} s`,
  );
}
if (values.json) console.log(JSON.stringify(figures));
