import type { ChronicleFact, Entry, Playbook, PlaybookCase } from '../../model/playbook.ts';
import { PARTS } from '../../model/situation.ts';
import type { Situation } from '../../model/situation.ts';
import { judge } from './judge-acts.ts';
import { situate } from './situate.ts';
import type { SituationInput } from './situate.ts';
import { toMove } from './to-move.ts';

const toFacts = (given: PlaybookCase['given']): readonly ChronicleFact[] =>
  given.map((move, i) => ({
    id: `given-${i}`,
    on: move.on,
    ...(move.until === undefined ? {} : { until: move.until }),
    says: 'given',
    source: 'case',
    checked: true,
    knownFrom: move.on,
    move,
    answers: [],
    tags: move.tags,
  }));

/** The state that the entry's own line gives, or whether any line rests on the entry. */
function outcomeIn(situation: Situation, id: string): string {
  const own =
    situation.channels.find((line) => line.channel === id)?.state ??
    situation.posture.find((line) => line.exercise === id)?.state ??
    situation.programmes.find((line) => line.programme === id)?.stage ??
    situation.moratoria.find((line) => line.moratorium === id)?.state ??
    situation.processes.find((line) => line.process === id)?.state ??
    situation.bargains.find((line) => line.bargain === id)?.state ??
    situation.outlooks.find((line) => line.outlook === id)?.state ??
    situation.tracks.find((line) => line.track === id)?.temper;
  if (own !== undefined) return own;
  const holds = PARTS.some((part) => situation[part].some((line) => line.because.rules.includes(id)));
  return holds ? 'holds' : 'does-not-hold';
}

const NOTHING: SituationInput = {
  readings: [],
  reconciled: { origins: [], moves: [], utterances: [], links: [] },
};

/** What the entry says of a case's moves, in the word that the case expects. */
export function runCase(entry: Entry, given: PlaybookCase, playbook: Playbook): string {
  const last = given.given.at(-1);
  const clause = playbook.clauses.find(({ id }) => id === entry.id);
  if (clause !== undefined && last !== undefined) {
    const move = toMove(last, 'given', { knownFrom: last.on, sides: playbook.sides });
    const settings = given.lawAt === undefined ? {} : { lawAt: given.lawAt };
    const judged = judge(move, playbook, settings);
    if (clause.kind === 'pledge') return judged.pledges.includes(clause.id) ? 'violated' : 'not-matched';
    return judged.trace.find((one) => one.clause === clause.id)?.outcome ?? 'not-matched';
  }
  const validAt = given.at ?? last?.until ?? last?.on;
  if (validAt === undefined) return 'no day';
  const alone = { ...playbook, chronicle: toFacts(given.given) };
  return outcomeIn(situate({ ...NOTHING }, alone, { validAt }), entry.id);
}
