import type { NameNode } from '../../../model/actor.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Party } from '../../../model/party.ts';
import type { Span } from '../../../model/span.ts';
import type { Tree } from '../syntax/tree.ts';
import { dependentsOf, tokenAt } from '../syntax/tree.ts';
import { caseOf, joined } from './arguments.ts';
import { inSet, lemmaAt } from './phrase.ts';

type Classes = ReadonlyMap<string, ReadonlySet<string>>;

/** Which mention's words hold each token; the shortest wins. */
export function mentionOfToken(marked: MarkedReport): ReadonlyMap<number, Party> {
  const { marks, mentions } = marked;
  const sorted = [...mentions].sort(
    (a, b) => b.party.span.end - b.party.span.start - (a.party.span.end - a.party.span.start),
  );
  const map = new Map<number, Party>();
  for (const { party } of sorted) {
    for (
      let t = tokenAt(marks, party.span.start);
      t < marks.tokenCount && marks.start[t] < party.span.end;
      t++
    )
      map.set(t, party);
  }
  return map;
}

export interface PartySense {
  readonly names?: NameNode;
  readonly tree: Tree;
  readonly mentions: ReadonlyMap<number, Party>;
  readonly classes: Classes;
}

const PEOPLE = ['party', 'person', 'human', 'force', 'crowd', 'worker', 'prisoner', 'diplomat'] as const;

const PRONOUNS: ReadonlySet<string> = new Set([
  'he',
  'she',
  'they',
  'we',
  'it',
  'who',
  'i',
  'him',
  'them',
  'her',
  'us',
  'you',
]);

function isPerson(sense: PartySense, token: number): boolean {
  return PEOPLE.some((name) => {
    const set = sense.classes.get(name);
    return set !== undefined && inSet(sense.tree.marks, token, set);
  });
}

const isTime = (sense: PartySense, token: number): boolean =>
  sense.classes.get('temporal')?.has(lemmaAt(sense.tree.marks, token)) === true;

/** Is the word somebody who can act: a mention, a name, a body, a person, a pronoun for one? */
export function isParty(sense: PartySense, token: number): boolean {
  const { marks } = sense.tree;
  if (sense.mentions.has(token)) return true;
  const tag = uposOf(marks, token);
  if (tag === 'PROPN') return !isTime(sense, token);
  if (tag === 'PRON') return PRONOUNS.has(lemmaAt(marks, token));
  return tag === 'NOUN' && isPerson(sense, token);
}

/** Can it act in words: a party, or a text that speaks for one? */
export function canAct(sense: PartySense, token: number): boolean {
  const { marks } = sense.tree;
  if (isParty(sense, token) || uposOf(marks, token) === 'PRON' || uposOf(marks, token) === 'NUM') return true;
  const documents = sense.classes.get('document');
  return documents !== undefined && inSet(marks, token, documents);
}

const INSIDE: ReadonlySet<string> = new Set([
  'nmod:poss',
  'compound',
  'amod',
  'nmod',
  'flat',
  'appos',
  'nmod:desc',
  'nmod:unmarked',
]);
const OWNED_BY: ReadonlySet<string> = new Set([
  '',
  'of',
  'by',
  'from',
  'with',
  'between',
  'against',
  'in',
  'on',
  'to',
  'for',
]);

/** Parties inside a noun phrase whose head is none: "the tests of Marania", "Veld's warships", "a call from Orsk". */
function inside(sense: PartySense, token: number): number[] {
  const { tree } = sense;
  const found: number[] = [];
  for (const at of dependentsOf(tree, token)) {
    const label = deprelOf(tree.marks, at);
    if (!INSIDE.has(label) || !OWNED_BY.has(caseOf(tree, at).replace("'s", '').replace('’s', ''))) continue;
    if (isParty(sense, at)) found.push(...joined(tree, at).filter((each) => isParty(sense, each)));
  }
  return found;
}

/** First to last word of a noun with what stands before it and its name parts. */
export function nounSpan(tree: Tree, token: number): Span {
  const { marks } = tree;
  let first = token;
  let last = token;
  for (const at of dependentsOf(tree, token)) {
    const label = deprelOf(marks, at);
    if (
      at < token &&
      label !== 'case' &&
      label !== 'punct' &&
      label !== 'cc' &&
      label !== 'mark' &&
      label !== 'advmod'
    )
      first = Math.min(first, tree.first[at]);
    if (at > token && (label === 'flat' || label === 'compound')) last = Math.max(last, tree.last[at]);
  }
  return { start: marks.start[first], end: marks.end[last] };
}

const NAMED: ReadonlySet<string> = new Set(['PROPN', 'NOUN']);

function one(sense: PartySense, token: number): Party[] {
  const known = sense.mentions.get(token);
  if (known !== undefined) return [known];
  const { marks } = sense.tree;
  const within = inside(sense, token).flatMap((at) => sense.mentions.get(at) ?? []);
  if (within.length > 0) return within.slice(0, 1);
  if (!NAMED.has(uposOf(marks, token)) || !isParty(sense, token)) return [];
  return [
    { span: nounSpan(sense.tree, token), naming: uposOf(marks, token) === 'PROPN' ? 'named' : 'unknown' },
  ];
}

/** The side that an adjective of origin before a noun tells: "[Velskian] launches". */
export function originBefore(sense: PartySense, noun: number): Party | undefined {
  const { marks, first } = sense.tree;
  for (let from = first[noun]; from < noun; from++) {
    let node = sense.names;
    for (let at = from; at < noun && node !== undefined; at++) {
      node = node.next.get(marks.lowerWord[at]);
      const origin = node?.senses.find((each) => each.kind === 'demonym');
      if (origin?.kind === 'demonym') {
        const span = { start: marks.start[from], end: marks.end[at] };
        return { span, naming: 'named', actorId: origin.sideId, sideId: origin.sideId };
      }
    }
  }
  return undefined;
}

/** All who are named within a noun phrase, also where a name of several words has been taken apart: "the A and South B". */
export function partiesWithin(sense: PartySense, token: number): Party[] {
  const own = partiesAt(sense, token);
  const { tree } = sense;
  const others: Party[] = [];
  for (let at = tree.first[token]; at <= token; at++) {
    const party = sense.mentions.get(at);
    if (party !== undefined && uposOf(tree.marks, at) === 'PROPN') others.push(party);
  }
  return [...new Set([...others, ...own])].sort((a, b) => a.span.start - b.span.start);
}

/** Who a noun phrase names: itself and those joined to it, or else the parties inside it. */
export function partiesAt(sense: PartySense, token: number): Party[] {
  const own = joined(sense.tree, token).flatMap((at) => one(sense, at));
  const list = own.length > 0 ? own : inside(sense, token).flatMap((at) => one(sense, at));
  return list.filter((party, i) => list.findIndex((other) => other.span.start === party.span.start) === i);
}
