import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../src/model/claim.ts';
import type { Frame } from '../../../../src/model/lexicon-frames.ts';
import { loadAssertionLexicon } from '../../../../src/playbook/lexicon/assertions.ts';
import { loadConditionLexicon } from '../../../../src/playbook/lexicon/conditions.ts';
import { loadStatusLexicon } from '../../../../src/playbook/lexicon/status.ts';
import { loadMarker } from '../../../../src/playbook/load-marker.ts';
import { findAssertions } from '../../../../src/stages/extract/assertions/find-assertions.ts';
import { findConditions } from '../../../../src/stages/extract/conditions/find-conditions.ts';
import { toMarked } from './marked.ts';

const marker = loadMarker();
const assertions = loadAssertionLexicon();
const conditions = loadConditionLexicon();
const knowledge = { assertions, conditions, status: loadStatusLexicon() };

const listFrames = (): readonly Frame<unknown>[] => [
  ...assertions.assessments,
  ...assertions.outlooks,
  ...assertions.levers,
  ...assertions.relations,
  ...assertions.contacts,
  ...assertions.capabilities,
  ...assertions.legal,
  ...assertions.processes,
  ...assertions.goals,
  ...assertions.mechanisms,
];
const read = (text: string): readonly Claim[] => findAssertions(toMarked(text, marker), knowledge);
const finds = (text: string, entry: string): boolean => read(text).some((claim) => claim.entry === entry);

describe('frames of assertions', () => {
  it('are, with the connectives, at least 250 and carry ids of their own', () => {
    const ids = listFrames().map((frame) => frame.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length + conditions.connectives.length).toBeGreaterThanOrEqual(250);
  });

  for (const frame of listFrames()) {
    it(`${frame.id} hits what it must and misses what it must`, () => {
      expect(frame.hit.filter((text) => !finds(text, frame.id))).toEqual([]);
      expect(frame.miss.filter((text) => finds(text, frame.id))).toEqual([]);
    });
  }
});

describe('connectives of conditions', () => {
  for (const entry of conditions.connectives) {
    it(`${entry.id} hits what it must and misses what it must`, () => {
      const found = (text: string): boolean =>
        findConditions(toMarked(text, marker), knowledge).some((claim) => claim.entry === entry.id);
      expect(entry.hit.filter((text) => !found(text))).toEqual([]);
      expect(entry.miss.filter((text) => found(text))).toEqual([]);
    });
  }
});
