import { describe, expect, it } from 'vitest';
import type { StatementClaim } from '../../../../src/model/claim.ts';
import { loadStatementKnowledge } from '../../../../src/playbook/lexicon/speech.ts';
import { loadMarker } from '../../../../src/playbook/load-marker.ts';
import { attributionAt } from '../../../../src/stages/extract/statements/attribution.ts';
import { findStatements } from '../../../../src/stages/extract/statements/find-statements.ts';
import { markedOf, wordsOf } from './marked.ts';

const marker = loadMarker();
const knowledge = loadStatementKnowledge();

const read = (text: string): readonly StatementClaim[] => findStatements(markedOf(text, marker), knowledge);

/** "speaker | cue | content" of every statement. */
const lines = (text: string): string[] =>
  read(text).map(({ source, cue, content }) =>
    [
      wordsOf(text, source?.speaker.span),
      wordsOf(text, cue),
      content.map((span) => wordsOf(text, span)).join(' + '),
    ].join(' | '),
  );

describe('findStatements', () => {
  it('finds direct speech with the speaker behind the cue', () => {
    expect(lines('“The border is open,” said the minister.')).toEqual([
      'the minister | said | “The border is open,”',
    ]);
  });

  it('finds indirect speech', () => {
    expect(lines('The envoy said that talks would resume in May.')).toEqual([
      'The envoy | said | that talks would resume in May',
    ]);
  });

  it('takes what stands before "X said" with the afterthought behind it', () => {
    const deed =
      'North Korea launched two short-range ballistic missiles into the sea between the Korean peninsula and Japan on Thursday';
    const afterthought = 'the first such test in a year and a direct challenge to the new American president';
    expect(lines(`${deed}, the South Korean military said, ${afterthought}.`)).toEqual([
      `the South Korean military | said | ${deed} + ${afterthought}`,
    ]);
  });

  it('makes one statement of a quotation that its cue splits', () => {
    const text = '“We are ready,” the general said. “We have been ready for years.”';
    const [statement, ...others] = read(text);
    expect(others).toEqual([]);
    expect(statement.content.map((span) => wordsOf(text, span))).toEqual([
      '“We are ready,”',
      '“We have been ready for years.”',
    ]);
    expect(statement.form).toBe('direct');
  });

  it('calls speech mixed where some of its words are quoted', () => {
    const [statement] = read('The minister said the plan was “a gift to nobody” and would fail.');
    expect(statement.form).toBe('mixed');
  });

  it('gives a paragraph left open to the one who is named in the next', () => {
    const text = '“This will take time. It will take years.\n\n“But it will be done,” the president said.';
    const [statement, ...others] = read(text);
    expect(others).toEqual([]);
    expect(statement.content).toHaveLength(2);
  });

  it('takes all of the sentence for what "according to" hands on', () => {
    const text = 'The ship was turned back at dawn, according to two officials.';
    expect(lines(text)).toEqual(['two officials | according to | The ship was turned back at dawn']);
    expect(read(text)[0].source?.terms).toBe('collective');
  });

  it('lets documents and outlets speak', () => {
    const [report] = read('The report said that the plant had been closed.');
    expect(report.source?.terms).toBe('document');
    const [paper] = read('The newspaper reported that the plant had been closed.');
    expect(paper.source?.terms).toBe('outlet');
  });

  it('puts off the record who speaks on condition of anonymity', () => {
    const [statement] = read(
      'A diplomat, who spoke on condition of anonymity, said that the draft was ready.',
    );
    expect(statement.source?.onRecord).toBe(false);
    expect(statement.source?.terms).toBe('anonymous');
  });

  it('chains what an aide says of what another says', () => {
    const text = 'An aide recalled that the president insisted that the talks would resume.';
    const statements = read(text);
    const inner = statements.find(({ attribution }) => attribution.length === 1);
    expect(wordsOf(text, inner?.attribution[0].speaker.span)).toBe('An aide');
    const at = text.indexOf('talks would');
    const chain = attributionAt(statements, { start: at, end: at + 5 });
    expect(chain.map(({ speaker }) => wordsOf(text, speaker.span))).toEqual(['An aide', 'the president']);
  });

  it('names hearers and occasion', () => {
    const text = '“We will wait,” the envoy told reporters at a news conference in Geneva.';
    const [statement] = read(text);
    expect(statement.addressees.map(({ span }) => wordsOf(text, span))).toEqual(['reporters']);
    expect(wordsOf(text, statement.occasion)).toContain('news conference');
    expect(statement.source?.place).toBe('Geneva');
  });

  it('takes a name behind a dash for the speaker of a quotation', () => {
    const text = '“I have never seen such a storm.” ― Anna Berg, fisher\n';
    expect(lines(text)).toEqual(['Anna Berg, fisher | ― | “I have never seen such a storm.”']);
  });

  it('marks what was not said as denied', () => {
    const [statement] = read('The ministry did not say that the talks would resume.');
    expect(statement.status).toBe('denied');
  });

  it('gives cues joined by "and" to one speaker', () => {
    const text = 'The president said that the drills were over and vowed to withdraw the guns.';
    const speakers = read(text).map(({ source }) => wordsOf(text, source?.speaker.span));
    expect(speakers).toEqual(['The president', 'The president']);
  });

  it('gives a quotation to the cue beside it', () => {
    const text = 'Asked whether the treaty still held, he replied: “Wait and see.”';
    const answer = read(text).find(({ form }) => form === 'direct');
    expect(wordsOf(text, answer?.cue)).toBe('replied');
  });

  it('finds nothing where nobody speaks', () => {
    expect(lines('The river rose by two metres. Two bridges were closed.')).toEqual([]);
  });

  it('gives the same ids for the same text', () => {
    const text = 'The envoy said that talks would resume in May.';
    expect(read(text)).toEqual(read(text));
  });

  it('keeps every span inside the text', () => {
    const text = '““Odd,” “odd, "she said ”and’ left “';
    for (const { content, clause } of read(text)) {
      for (const span of [...content, clause]) {
        expect(span.start).toBeLessThan(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }
  });

  it('ends on a sentence of ten thousand words and on a thousand nested quotations', () => {
    expect(Array.isArray(read(`He said that ${'one ship and '.repeat(3333)} sank.`))).toBe(true);
    expect(Array.isArray(read(`${'“he said '.repeat(1000)}no${'”'.repeat(1000)}`))).toBe(true);
  });
});
