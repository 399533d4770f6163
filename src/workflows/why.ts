import type { Claim } from '../model/claim.ts';
import type { Entry } from '../model/playbook.ts';
import { PARTS } from '../model/situation.ts';
import type { Because, Situation } from '../model/situation.ts';
import { UserError } from '../model/user-error.ts';
import { sayMove } from '../stages/brief/say-move.ts';
import type { Names } from '../stages/brief/words.ts';
import type { RecordedEvent } from '../store/event-segments.ts';
import { factMoveId } from '../stages/situate/to-move.ts';
import { evidenceFinder } from './find-evidence.ts';
import type { Evidence } from './find-evidence.ts';
import { namesOf } from './names.ts';
import { listEntries } from './playbook-entries.ts';
import { sayLines } from './say-line.ts';
import type { Session } from './session.ts';
import { situationOf } from './situation.ts';
import type { SituationQuestion } from './situation.ts';
import type { State } from './state.ts';

/** One link of the chain from a conclusion down to the words. */
export interface WhyNode {
  readonly kind: 'line' | 'rule' | 'move' | 'fact' | 'claim' | 'utterance' | 'report';
  readonly id: string;
  /** For people. */
  readonly says: string;
  readonly source?: string;
  /** Claims only: the words in their sentence. */
  readonly evidence?: Evidence;
  /** Imported rows only: the row's fields, where it stood, and the claim that it makes. */
  readonly row?: RecordedEvent;
  readonly claim?: Claim;
  readonly below: readonly WhyNode[];
}

interface Ground {
  readonly state: State;
  readonly situation: Situation;
  readonly names: Names;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly evidence: (id: string) => Evidence | undefined;
  /** Id of the move that a fact records → the fact. */
  readonly facts: ReadonlyMap<string, string>;
}

function ruleNode(id: string, { entries }: Ground): WhyNode {
  const entry = entries.get(id);
  const source = entry?.source;
  return {
    kind: 'rule',
    id,
    says: entry?.why ?? 'a rule of the situation itself',
    ...(source && { source }),
    below: [],
  };
}

function evidenceNode(id: string, ground: Ground): WhyNode | undefined {
  const evidence = ground.evidence(id);
  if (evidence === undefined) return undefined;
  if (evidence.kind === 'fact')
    return { kind: 'fact', id, says: evidence.sentence, source: evidence.source, below: [] };
  const claim = ground.state.claims.get(id);
  return {
    kind: 'claim',
    id,
    says: claim === undefined ? 'a claim' : sayClaim(claim),
    source: evidence.source,
    evidence,
    below: [],
  };
}

function sayClaim(claim: Claim): string {
  const marks = [claim.status, claim.time === 'background' ? 'background' : '', claim.hedge?.certitude ?? ''];
  const who = claim.attribution.map(({ terms }) => terms).join(' ← ');
  const repaired = claim.repairs?.length ? ', rests on garbled words' : '';
  const said = who === '' ? 'on the report’s own word' : `on the word of: ${who}`;
  const confidence = Math.round(claim.confidence * 100);
  return `${claim.kind} (${marks.filter((mark) => mark !== '').join(', ')}), ${said}; read by ${claim.entry}, confidence ${confidence} %${repaired}`;
}

const nodesOf = (ids: readonly string[], toNode: (id: string) => WhyNode | undefined): WhyNode[] =>
  [...new Set(ids)].map(toNode).filter((node) => node !== undefined);

function moveNode(id: string, ground: Ground): WhyNode | undefined {
  const known = ground.situation.moves.find((move) => move.id === id);
  if (known !== undefined) {
    const below = nodesOf([...known.claimIds, ...known.factIds], (one) => evidenceNode(one, ground));
    return { kind: 'move', id, says: sayMove(known, ground.names), below };
  }
  const move = ground.state.reconciled.moves.find((one) => one.id === id);
  if (move === undefined) return undefined;
  const says = `${move.act ?? move.type} by ${move.actorIds.map((actor) => ground.names.actor(actor)).join(', ')}`;
  return { kind: 'move', id, says, below: nodesOf(move.claimIds, (one) => evidenceNode(one, ground)) };
}

function becauseNodes(because: Because, ground: Ground): readonly WhyNode[] {
  const moves = nodesOf(because.moveIds, (id) => moveNode(id, ground));
  const shown = new Set(moves.flatMap(({ below }) => below.map(({ id }) => id)));
  const rest = [...because.claimIds, ...because.factIds].filter((id) => !shown.has(id));
  return [
    ...nodesOf(because.rules, (id) => ruleNode(id, ground)),
    ...moves,
    ...nodesOf(rest, (id) => evidenceNode(id, ground)),
  ];
}

function lineNode(id: string, ground: Ground): WhyNode | undefined {
  for (const part of PARTS) {
    const line = ground.situation[part].find((one) => one.id === id);
    if (line !== undefined)
      return {
        kind: 'line',
        id,
        says: sayLines(ground.situation, ground.names)(part, id) ?? `a line of “${part}”`,
        below: becauseNodes(line.because, ground),
      };
  }
  return undefined;
}

function utteranceNode(id: string, ground: Ground): WhyNode | undefined {
  const utterance = ground.state.reconciled.utterances.find((one) => one.id === id);
  if (utterance === undefined) return undefined;
  const below = nodesOf(
    utterance.wordings.map(({ claimId }) => claimId),
    (one) => evidenceNode(one, ground),
  );
  return { kind: 'utterance', id, says: utterance.wordings[utterance.best].words, below };
}

function reportNode(id: string, { state }: Ground): WhyNode | undefined {
  const report = state.reports.get(id);
  if (report === undefined) return undefined;
  return {
    kind: 'report',
    id,
    says: report.title ?? report.text.slice(0, 80),
    source: report.foundAt,
    below: [],
  };
}

/** A deed of the chronicle that is not among the situation's moves: the fact itself. */
function oldMoveNode(id: string, ground: Ground): WhyNode | undefined {
  const fact = ground.facts.get(id);
  return fact === undefined ? undefined : evidenceNode(fact, ground);
}

const FINDERS = [lineNode, moveNode, oldMoveNode, evidenceNode, utteranceNode, reportNode] as const;

function listIds({ situation, state, entries, facts }: Ground, session: Session): readonly string[] {
  return [
    ...PARTS.flatMap((part) => situation[part].map(({ id }) => id)),
    ...situation.moves.map(({ id }) => id),
    ...state.reconciled.moves.map(({ id }) => id),
    ...state.reconciled.utterances.map(({ id }) => id),
    ...state.claims.keys(),
    ...state.reports.keys(),
    ...session.playbook().chronicle.map(({ id }) => id),
    ...entries.keys(),
    ...facts.keys(),
  ];
}

/** @throws UserError when no id, or more than one, begins with these letters. */
function getFullId(start: string, ground: Ground, session: Session): string {
  const ids = [...new Set(listIds(ground, session))];
  if (ids.includes(start)) return start;
  const fitting = ids.filter((id) => id.startsWith(start));
  if (fitting.length === 1) return fitting[0];
  if (fitting.length === 0) {
    throw new UserError(`nothing here has the id "${start}"`, {
      hint: 'Ids stand in the first column of demarche moves, statements, conditions and situation (a beginning is enough); an imported row has that of its feed, whole.',
    });
  }
  throw new UserError(`${fitting.length} ids begin with "${start}"`, {
    hint: `Write more of it, for instance ${fitting.slice(0, 3).join(', ')}.`,
  });
}

/**
 * The chain behind anything shown: conclusion → rule → moves → claims → the words in their sentence.
 * @throws UserError for an unknown id.
 */
export const explain = (session: Session, start: string, question: SituationQuestion = {}): WhyNode =>
  explainIn(
    session,
    session.state(question.knownAt === undefined ? {} : { knownAt: question.knownAt }),
    start,
    question,
  );

/** The same, in a state that is loaded already. */
export function explainIn(
  session: Session,
  state: State,
  start: string,
  question: SituationQuestion,
): WhyNode {
  const situation = situationOf(session, state, question);
  const entries = listEntries(session.playbook());
  const ground: Ground = {
    state,
    situation,
    names: namesOf(session),
    entries,
    evidence: evidenceFinder(session, state),
    facts: new Map(session.playbook().chronicle.map(({ id }) => [factMoveId(id), id])),
  };
  const id = getFullId(start, ground, session);
  for (const find of FINDERS) {
    const node = find(id, ground);
    if (node !== undefined) return node;
  }
  return ruleNode(id, ground);
}
