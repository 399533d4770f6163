import type { Claim, MoveClaim } from '../../../src/model/claim.ts';
import { contentId } from '../../../src/model/content-id.ts';
import type { Party } from '../../../src/model/party.ts';
import type { KnownReading } from '../../../src/stages/reconcile/known-reading.ts';

/** Numbers from 0 to below 1; the same seed gives the same. */
export type Chance = () => number;

export function toChance(seed: number): Chance {
  let at = seed | 0;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let t = Math.imul(at ^ (at >>> 15), 1 | at);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)];

const SENTENCES = [
  'The Council of Norland met on Monday and heard Minister Aldan Voss speak of grain and of the river.',
  'Two barges were stopped at Harrow Lock by guards who found 14 crates of machine parts on board.',
  'Envoy Mira Tal said that the talks would go on when the snow in the passes had gone.',
  'The harbour of Sel was closed for 3 days after the storm tore the roof off the customs house.',
  'A paper in Orsk wrote that 500 soldiers had been seen on the road to the Vell Bridge.',
  'Nobody answered the telephone in the office of President Karo on Thursday or Friday.',
  'The two sides will exchange 20 prisoners at the Vell Bridge before the end of the month.',
  'Farmers in Lower Norland burned straw on the roads and asked for cheaper fuel and seed.',
  'The ship Morning Star left Sel with 900 tonnes of wheat for the island of Quay.',
  'Experts of the Orsk Institute doubt that the new radar can see low flying aircraft.',
];
const WORDS = [
  'we will not give up one field on the far bank',
  'we will not yield a single field on the other bank',
  'the talks go on when the snow has gone',
  'nobody should be surprised by what comes next month',
];
const SIDES = ['nor', 'ors', 'sel'];
/** Persons of no list, some of them perhaps one. */
const PERSONS = ['new:aldan-voss', 'new:voss-aldan', 'new:aldon-voss', 'new:mira-tal'];
const day = (n: number): string => `2031-03-${String(1 + n).padStart(2, '0')}`;

const party = (id: string): Party => ({
  span: { start: 0, end: 3 },
  naming: 'named',
  actorId: id,
  sideId: id,
});

/** A side, or a person of it whom no list knows. */
function actorOf(chance: Chance): Party {
  const side = party(pick(SIDES, chance));
  return chance() < 0.8 ? side : { ...side, actorId: pick(PERSONS, chance) };
}

function attributionOf(chance: Chance): Claim['attribution'] {
  if (chance() < 0.8) return [];
  const speaker = { ...party(pick(['gazette', 'herald'], chance)), span: { start: 0, end: 3 } };
  return [{ speaker, terms: 'outlet', onRecord: true }];
}

function toClaim(reportId: string, i: number, text: string, chance: Chance): Claim {
  const on = Math.floor(chance() * 12);
  const from = pick([day(on), '2031-03', undefined], () => chance() ** 2);
  const until = from === undefined || from.length < 10 ? from : day(on + Math.floor(chance() ** 3 * 6));
  const statuses = ['actual', 'actual', 'denied'] as const;
  const base = {
    id: contentId('claim', reportId, i, Math.floor(chance() * 2)),
    reportId,
    span: { start: 0, end: 3 },
    clause: { start: 0, end: 40 },
    sentence: 0,
    actors: chance() < 0.2 ? [] : [actorOf(chance)],
    targets: chance() < 0.5 ? [] : [party(pick(SIDES, chance))],
    status: pick(statuses, chance),
    time: 'current',
    ...(from === undefined ? {} : { when: { from, until, certainty: 'certain' as const } }),
    attribution: attributionOf(chance),
    entry: 'test',
    confidence: 1,
    notes: [],
  } as const; // prettier-ignore
  if (chance() < 0.35) {
    const words = pick(WORDS, chance);
    const start = text.indexOf(words);
    return { ...base, kind: 'statement', form: 'direct', content: [{ start, end: start + words.length }], addressees: [] };
  } // prettier-ignore
  const act = pick(['weapons-test', 'exercise-held', undefined] as const, chance);
  const object: MoveClaim['object'] =
    act === undefined || chance() < 0.3
      ? undefined
      : { classId: pick(['srbm', 'missile'], chance), span: base.span };
  return {
    ...base,
    kind: 'move',
    type: pick(['mobilize', 'consult'] as const, chance),
    ...(act && { act }),
    ...(object && { object }),
  };
}

/** A reading of an invented report, made so that copies, corrections and claims of one deed are frequent. */
export function inventReading(n: number, chance: Chance): KnownReading {
  const id = `report-${n}`;
  const family = toChance(Math.floor(chance() * 30));
  const made = Array.from(
    { length: 5 },
    () => `The ${Array.from({ length: 9 }, () => `w${Math.floor(family() * 5000)}x`).join(' ')} came.`,
  );
  const text = [pick(SENTENCES, family), ...made, ...WORDS.map((words) => `"${words}"`)]
    .slice(chance() < 0.2 ? 1 : 0)
    .join('\n');
  const at = day(Math.floor(chance() * 12));
  const corrects = chance() < 0.15 ? `headline ${Math.floor(chance() * 6)}` : undefined;
  const report = {
    id,
    text,
    foundAt: 'test',
    title: `Headline ${Math.floor(chance() * 6)}`,
    outlet: pick(['gazette', 'herald'], chance),
    ...(chance() < 0.9 && { publishedAt: { at, certainty: 'certain', basis: 'flag' } as const }),
    ...(corrects && { corrects }),
    notes: [],
  };
  const claims = Array.from({ length: 1 + Math.floor(chance() * 4) }, (_, i) => toClaim(id, i, text, chance));
  const reading = { report, claims, mentions: [], times: [], quantities: [], repairs: [], notes: [] };
  return { reading, knownFrom: `${at}T00:00:00.000Z` };
}
