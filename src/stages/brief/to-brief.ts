import type { Because, Situation } from '../../model/situation.ts';
import type { BriefLine, BriefPage, BriefSection, Citation } from './brief-page.ts';
import {
  sayAttribution, sayBargain, sayChannel, sayConsultation, sayLadder, sayLegal, sayLever, sayMoratorium, sayOutlook,
  sayPause, sayPosture, sayProcess, sayProgramme, saySanction, toSaying,
} from './say-lines.ts'; // prettier-ignore
import type { Saying } from './say-lines.ts';
import type { Names } from './words.ts';
import { capitalised } from './words.ts';

/** Where evidence is looked up: a claim's or a fact's sentence. */
export type Cite = (id: string) => Omit<Citation, 'number'> | undefined;

interface Said {
  readonly id: string;
  readonly because: Because;
  readonly words: string;
}

interface Draft {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Said[];
}

const said = <L extends { readonly id: string; readonly because: Because }>(
  lines: readonly L[],
  say: (line: L, saying: Saying) => string,
  saying: Saying,
): readonly Said[] =>
  lines.map((line) => ({ id: line.id, because: line.because, words: capitalised(say(line, saying)) }));

function draftSections(s: Situation, saying: Saying): readonly Draft[] {
  const section = (id: string, title: string, ...parts: readonly (readonly Said[])[]): Draft => ({
    id,
    title,
    lines: parts.flat(),
  });
  return [
    section('ladder', 'The ladder', said(s.ladder, sayLadder, saying)),
    section('tests', 'Weapons and tests', said(s.programmes, sayProgramme, saying), said(s.pauses, sayPause, saying), said(s.moratoria, sayMoratorium, saying)),
    section('legal', 'What the rules say of each act', said(s.legal, sayLegal, saying)),
    section('channels', 'Channels', said(s.channels, sayChannel, saying), said(s.consultations, sayConsultation, saying)),
    section('bargains', 'Conditions and bargains', said(s.bargains, sayBargain, saying)),
    section('sanctions', 'Sanctions', said(s.sanctions, saySanction, saying)),
    section('posture', 'Exercises', said(s.posture, sayPosture, saying)),
    section('processes', 'Processes and outlooks', said(s.processes, sayProcess, saying), said(s.outlooks, sayOutlook, saying)),
    section('judgements', 'Judgements', said(s.attributions, sayAttribution, saying)),
    section('levers', 'Levers', said(s.levers, sayLever, saying)),
  ]; // prettier-ignore
}

/** Numbers citations in the order of their first use. */
class CitationList {
  readonly all: Citation[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly cite: Cite;

  constructor(cite: Cite) {
    this.cite = cite;
  }

  numberOf(id: string): number | undefined {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    const found = this.cite(id);
    if (found === undefined) return undefined;
    const number = this.all.length + 1;
    this.all.push({ number, ...found });
    this.numbers.set(id, number);
    return number;
  }
}

/** Most citations shown for one line; the rest are one `why` away. */
const MOST = 6;

function toLine(one: Said, situation: Situation, citations: CitationList): BriefLine | undefined {
  const { because } = one;
  const ofMoves = situation.moves
    .filter(({ id }) => because.moveIds.includes(id))
    .flatMap(({ claimIds, factIds }) => [...claimIds, ...factIds]);
  const ids = [...new Set([...because.claimIds, ...because.factIds, ...ofMoves])];
  const numbers: number[] = [];
  for (const id of ids) {
    if (numbers.length === MOST) break;
    const number = citations.numberOf(id);
    if (number !== undefined) numbers.push(number);
  }
  return numbers.length === 0 ? undefined : { id: one.id, words: one.words, citations: numbers };
}

/**
 * Puts a situation into sentences, each with the numbers of its evidence. A line whose evidence cannot be cited is
 * left out: nothing unsupported is ever shown.
 */
export function toBrief(situation: Situation, names: Names, cite: Cite): BriefPage {
  const citations = new CitationList(cite);
  const saying = toSaying(situation, names);
  const sections = draftSections(situation, saying).map(({ id, title, lines }): BriefSection => ({
    id,
    title,
    lines: lines.map((line) => toLine(line, situation, citations)).filter((line) => line !== undefined),
  }));
  return {
    title: situation.playbook,
    validAt: situation.validAt,
    knownAt: situation.knownAt,
    sections: sections.filter(({ lines }) => lines.length > 0),
    citations: citations.all,
  };
}
