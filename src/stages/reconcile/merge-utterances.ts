import type { StatementClaim } from '../../model/claim.ts';
import { contentId } from '../../model/content-id.ts';
import type { Utterance, Wording } from '../../model/fact.ts';
import type { Party } from '../../model/party.ts';
import { quote } from '../../model/span.ts';
import type { Sourced } from './merge-moves.ts';

export interface SaidClaim extends Sourced<StatementClaim> {
  readonly text: string;
}

/** Share of the shorter wording's words found in the longer, from which both are one utterance. */
const SAME_WORDS = 0.7;

const idsOf = (parties: readonly Party[], pick: (party: Party) => string | undefined): string[] =>
  [...new Set(parties.map(pick).filter((id) => id !== undefined))].sort();

const wordsOf = ({ claim, text }: SaidClaim): string =>
  claim.content.map((span) => quote(text, span)).join(' … ');
const bagOf = (said: SaidClaim): ReadonlySet<string> =>
  new Set(
    wordsOf(said)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [],
  );

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  return [...small].filter((word) => large.has(word)).length / small.size;
}

const speakersOf = ({ claim }: SaidClaim): string[] => idsOf(claim.actors, (party) => party.actorId);

function toWording(said: SaidClaim): Wording {
  const { claim, originId } = said;
  const certitude = claim.hedge?.certitude;
  return {
    words: wordsOf(said),
    claimId: claim.id,
    reportId: claim.reportId,
    originId,
    form: claim.form,
    ...(certitude === undefined ? {} : { certitude }),
  };
}

function bestOf(wordings: readonly Wording[]): number {
  const rank = { direct: 2, mixed: 1, indirect: 0 };
  const origins = (words: string): number =>
    new Set(wordings.filter((wording) => wording.words === words).map(({ originId }) => originId)).size;
  const score = ({ form, words }: Wording): number =>
    rank[form] * 1e6 + origins(words) * 1e4 + Math.min(words.length, 9999);
  return wordings.reduce((best, wording, i) => (score(wording) > score(wordings[best]) ? i : best), 0);
}

function toUtterance(group: readonly SaidClaim[]): Utterance {
  const wordings = group.map(toWording);
  const parties = group.flatMap(({ claim }) => claim.actors);
  const saidOn = group.map(({ claim }) => claim.when).find((when) => when !== undefined);
  return {
    id: contentId('utterance', group.map(({ claim }) => claim.id).sort()[0]),
    speakerIds: idsOf(parties, (party) => party.actorId),
    sideIds: idsOf(parties, (party) => party.sideId ?? party.actorId),
    addresseeIds: idsOf(
      group.flatMap(({ claim }) => claim.addressees),
      (party) => party.actorId,
    ),
    ...(saidOn === undefined ? {} : { saidOn }),
    wordings,
    best: bestOf(wordings),
    originIds: [...new Set(group.map(({ originId }) => originId))],
    knownFrom: group.map(({ knownFrom }) => knownFrom).sort()[0],
  };
}

/** Groups the wordings of one utterance: same speaker, mostly the same words. */
export function mergeUtterances(claims: readonly SaidClaim[]): readonly Utterance[] {
  const sorted = [...claims].sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1));
  const groups: { readonly key: string; readonly bag: ReadonlySet<string>; readonly members: SaidClaim[] }[] =
    [];
  for (const said of sorted) {
    const key = speakersOf(said).join(' ');
    const bag = bagOf(said);
    const group =
      key === ''
        ? undefined
        : groups.find((other) => other.key === key && share(other.bag, bag) >= SAME_WORDS);
    if (group) group.members.push(said);
    else groups.push({ key, bag, members: [said] });
  }
  return groups.map(({ members }) => toUtterance(members));
}
