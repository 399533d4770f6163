import type { Claim } from '../src/model/claim.ts';
import { contentId } from '../src/model/content-id.ts';
import type { LedgerEntry } from '../src/model/ledger.ts';
import { MOVE_TYPES } from '../src/model/move-type.ts';
import type { Reading } from '../src/model/reading.ts';
import { inventText } from './invented-text.ts';
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

const dayOf = (n: number): string =>
  new Date(Date.UTC(2014, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

interface Place {
  readonly reportId: string;
  readonly day: string;
  readonly text: string;
}

/** One claim in eight is a statement, one in twenty an assessment; the others are moves. */
function toClaim({ reportId, day, text }: Place, i: number, random: () => number): Claim {
  const start = Math.floor(random() * (text.length - 90));
  const span = { start, end: start + 8 };
  const party = (side: string): Claim['actors'] => [{ span, naming: 'named', actorId: side, sideId: side }];
  const base = {
    id: contentId('claim', reportId, 'move', i), reportId, span, clause: { start, end: start + 80 }, sentence: i,
    actors: party(pick(SIDES, random)), targets: party(pick(SIDES, random)), status: 'actual', time: 'current',
    when: { from: day, until: day, certainty: 'certain' }, attribution: [], entry: 'bench', confidence: 0.5 + random() / 2, notes: [],
  } as const; // prettier-ignore
  if (i % 8 === 7)
    return { ...base, kind: 'statement', form: 'direct', content: [base.clause], addressees: [] };
  if (i % 20 === 10) return { ...base, kind: 'assessment', dimension: 'security', polarity: 'negative' };
  const act = pick(ACTS, random);
  const classId = pick(['srbm', 'cruise-missile', 'icbm'], random);
  return {
    ...base,
    kind: 'move',
    type: pick(MOVE_TYPES, random),
    ...(act && { act }),
    ...(act === 'weapons-test' && { object: { classId, span } }),
  };
}

/** Ledger entries with one reading each, `perReading` claims a reading, spread over ten years; seeded. */
export function* toEntries(claimCount: number, perReading = 10, seed = 1): Generator<LedgerEntry> {
  const random = toRandom(seed);
  for (let n = 0; n * perReading < claimCount; n++) {
    const id = contentId('report', 'bench', n);
    const day = dayOf(Math.floor(random() * 3650));
    const text = inventText(6, random);
    const claims = Array.from({ length: perReading }, (_, i) =>
      toClaim({ reportId: id, day, text }, i, random),
    );
    const report = {
      id,
      text,
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
