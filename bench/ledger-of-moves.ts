import type { MoveClaim } from '../src/model/claim.ts';
import { contentId } from '../src/model/content-id.ts';
import type { LedgerEntry } from '../src/model/ledger.ts';
import { MOVE_TYPES } from '../src/model/move-type.ts';
import type { Reading } from '../src/model/reading.ts';
import { pick, toRandom } from './seeded-random.ts';

const SIDES = ['prk', 'usa', 'kor', 'chn', 'jpn', 'rus'];
const ACTS = [
  'weapons-test',
  'exercise-held',
  'channel-refused',
  'sanction-imposed',
  undefined,
  undefined,
] as const;
const TEXT = 'One side did something to the other side on that day.';

const dayOf = (n: number): string =>
  new Date(Date.UTC(2014, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

function toClaim(reportId: string, day: string, i: number, random: () => number): MoveClaim {
  const span = { start: 9, end: 12 };
  const party = (side: string): MoveClaim['actors'] => [
    { span: { start: 0, end: 8 }, naming: 'named', actorId: side, sideId: side },
  ];
  const act = pick(ACTS, random);
  return {
    kind: 'move', id: contentId('claim', reportId, 'move', i), reportId, span, clause: { start: 0, end: TEXT.length }, sentence: 0,
    actors: party(pick(SIDES, random)), targets: party(pick(SIDES, random)), status: 'actual', time: 'current',
    when: { from: day, until: day, certainty: 'certain' }, attribution: [], entry: 'bench', confidence: 1, notes: [],
    type: pick(MOVE_TYPES, random), ...(act === undefined ? {} : { act }),
    ...(act === 'weapons-test' ? { object: { classId: pick(['srbm', 'cruise-missile', 'icbm'], random), span } } : {}),
  }; // prettier-ignore
}

/** Ledger entries with one reading each, `perReading` moves a reading, spread over ten years; seeded. */
export function* toEntries(moves: number, perReading = 10, seed = 1): Generator<LedgerEntry> {
  const random = toRandom(seed);
  for (let n = 0; n * perReading < moves; n++) {
    const id = contentId('report', 'bench', n);
    const day = dayOf(Math.floor(random() * 3650));
    const claims = Array.from({ length: perReading }, (_, i) => toClaim(id, day, i, random));
    const report = {
      id,
      text: TEXT,
      foundAt: 'bench',
      publishedAt: { at: day, certainty: 'certain', basis: 'flag' },
      notes: [],
    } as const;
    const reading: Reading = {
      report,
      claims,
      mentions: [],
      times: [],
      quantities: [],
      repairs: [],
      notes: [],
    };
    yield {
      id: contentId('entry', id),
      madeBy: { kind: 'import', name: 'bench', version: '1' },
      recordedAt: '2026-01-01T00:00:00.000Z',
      knownFrom: `${day}T00:00:00.000Z`,
      subject: id,
      body: { kind: 'reading', reading },
    };
  }
}
