import { expect, it } from 'vitest';
import type { MarkedReport } from '../../../../src/model/marked-report.ts';
import { wordOf } from '../../../../src/model/marks.ts';
import { findMentions } from '../../../../src/stages/extract/mentions/find-mentions.ts';
import { partiesOf, partyAt } from '../../../../src/stages/extract/mentions/party-at.ts';
import { toTree } from '../../../../src/stages/extract/syntax/tree.ts';
import { mark } from '../../../../src/stages/mark/mark.ts';
import { actors, marker } from './read.ts';

function toMarked(text: string): MarkedReport {
  const marks = mark(text, marker);
  const report = { id: 'r', text, foundAt: 'test', notes: [] };
  const bare = { report, marks, repairs: [], times: [], quantities: [], statements: [] };
  return { ...bare, mentions: findMentions({ report, marks }, actors) };
}

const tokenOf = (marked: MarkedReport, word: string): number =>
  Array.from({ length: marked.marks.tokenCount }, (_, t) => t).findIndex(
    (t) => wordOf(marked.marks, t) === word,
  );

it('gives the party whose phrase hangs by a token', () => {
  const marked = toMarked('Iran rejected the proposal.');
  expect(partyAt(marked, tokenOf(marked, 'Iran'))?.actorId).toBe('irn');
  expect(partyAt(marked, tokenOf(marked, 'proposal'))).toBeUndefined();
});

it('gives all parties that are joined', () => {
  const marked = toMarked('India and Pakistan signed the accord.');
  const parties = partiesOf(marked, toTree(marked.marks), tokenOf(marked, 'India'));
  expect(parties.map(({ actorId }) => actorId)).toEqual(['ind', 'pak']);
});
