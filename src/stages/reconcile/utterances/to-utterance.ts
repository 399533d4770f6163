import type { Certitude } from '../../../model/claim.ts';
import type { Utterance, Wording } from '../../../model/fact.ts';
import type { Party } from '../../../model/party.ts';
import { toWords } from '../wording/to-words.ts';
import { wordsOf } from './said-claim.ts';
import type { SaidClaim } from './said-claim.ts';

const FIRMNESS: Readonly<Record<Certitude, number>> = {
  certain: 3,
  likely: 2,
  expected: 2,
  appears: 1,
  possible: 1,
  doubtful: 0,
  unclear: 0,
};

/** How far words commit whoever says them; stems, 3 the most. */
const COMMITMENT: ReadonlyMap<string, number> = new Map(
  Object.entries({
    must: 3, will: 3, demand: 3, insist: 3, require: 3, requir: 3, shall: 3, expect: 2, urge: 2, urg: 2, should: 2, want: 1, hop: 1, hope: 1,
    look: 1, would: 1, could: 1, may: 1, might: 1, perhap: 1, wish: 1,
  }),
); // prettier-ignore

const plain = ({ claim, originId, ...rest }: SaidClaim): Wording => {
  const certitude = claim.hedge?.certitude;
  return {
    words: wordsOf({ claim, originId, ...rest }),
    claimId: claim.id,
    reportId: claim.reportId,
    originId,
    form: claim.form,
    ...(certitude === undefined ? {} : { certitude }),
  };
};

const folded = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Verbatim in the most independent origins, then the fullest; a quotation goes before a paraphrase. */
function bestOf(wordings: readonly Wording[]): number {
  const rank = { direct: 2, mixed: 1, indirect: 0 };
  const origins = (own: Wording): number =>
    new Set(
      wordings
        .filter(({ form, words }) => form !== 'indirect' && folded(words).includes(folded(own.words)))
        .map(({ originId }) => originId),
    ).size;
  const score = (wording: Wording): number =>
    rank[wording.form] * 1e6 + origins(wording) * 1e4 + Math.min(wording.words.length, 9999);
  return wordings.reduce((best, wording, i) => (score(wording) > score(wordings[best]) ? i : best), 0);
}

/** Of words partly quoted, those that are quoted: the rest is the report's own. */
function ownWords({ words, form }: Wording): string {
  const quoted = [...words.matchAll(/[“"]([^“”"]+)[”"]/gu)].map(([, piece]) => piece);
  return form === 'mixed' && quoted.length > 0 ? quoted.join(' … ') : words;
}

function firmness(wording: Wording): number | undefined {
  const { certitude } = wording;
  const commits = toWords(ownWords(wording)).flatMap(({ stem }) => COMMITMENT.get(stem) ?? []);
  const own = commits.length === 0 ? undefined : Math.max(...commits);
  if (certitude === undefined) return own;
  return (own ?? 3) - (3 - FIRMNESS[certitude]);
}

/** Says of each wording whether it commits its speaker more or less than the best attested one. */
function markStrength(wordings: readonly Wording[], best: number): readonly Wording[] {
  const measure = firmness(wordings[best]);
  return wordings.map((wording) => {
    const own = firmness(wording);
    if (measure === undefined || own === undefined || own === measure) return wording;
    return { ...wording, strength: own > measure ? 'stronger' : 'weaker' };
  });
}

const idsOf = (parties: readonly Party[], pick: (party: Party) => string | undefined): string[] =>
  [...new Set(parties.map(pick).filter((id) => id !== undefined))].sort();

/** One utterance out of its wordings. */
export function toUtterance(group: readonly SaidClaim[], id: string): Utterance {
  const wordings = group.map(plain);
  const best = bestOf(wordings);
  const parties = group.flatMap(({ claim }) => claim.actors);
  const saidOn = group.map(({ claim }) => claim.when).find((when) => when !== undefined);
  return {
    id,
    speakerIds: idsOf(parties, (party) => party.actorId),
    sideIds: idsOf(parties, (party) => party.sideId ?? party.actorId),
    addresseeIds: idsOf(
      group.flatMap(({ claim }) => claim.addressees),
      (party) => party.actorId,
    ),
    ...(saidOn === undefined ? {} : { saidOn }),
    wordings: markStrength(wordings, best),
    best,
    originIds: [...new Set(group.map(({ originId }) => originId))].sort(),
    knownFrom: group.map(({ knownFrom }) => knownFrom).sort()[0],
  };
}
