import { describe, expect, it } from 'vitest';
import { loadMarker } from '../../../../src/playbook/load-marker.ts';
import { toTree, tokenAt } from '../../../../src/stages/extract/syntax/tree.ts';
import { findTimes } from '../../../../src/stages/extract/times/find-times.ts';
import { whenOf } from '../../../../src/stages/extract/times/when-of.ts';
import { mark } from '../../../../src/stages/mark/mark.ts';
import { plainReport } from './plain-marks.ts';

const marker = loadMarker();

function whenAt(text: string, word: string): string | undefined {
  const marks = mark(text, marker);
  const bare = plainReport(text, '2031-05-14', marks);
  const marked = { ...bare, times: findTimes(bare) };
  return whenOf(marked, toTree(marks), tokenAt(marks, text.indexOf(word)))?.from;
}

describe('the time of an event', () => {
  it('is the one that depends on its verb', () => {
    expect(whenAt('The fleet left the harbour on Monday.', 'left')).toBe('2031-05-12');
  });

  it('is the one in a noun’s possessive', () => {
    expect(whenAt('Monday’s test failed.', 'test')).toBe('2031-05-12');
  });

  it('is undefined where the text gives none', () => {
    expect(whenAt('The fleet left the harbour.', 'left')).toBeUndefined();
  });

  it('is not after the publication for what is told as past', () => {
    expect(whenAt('The minister said the review will be completed next month.', 'said')).toBeUndefined();
  });

  it.each([
    ['The envoy rejected a return to the 2025 accord.', 'rejected'],
    ['Orsk condemned the March exercise.', 'condemned'],
  ])('is not the one in a thing’s name: %s', (text, word) => {
    expect(whenAt(text, word)).toBeUndefined();
  });

  it('is the one in its own name', () => {
    expect(whenAt('Orsk condemned the March exercise.', 'exercise')).toBe('2031-03');
  });

  it('is not the one of a clause set between subject and verb', () => {
    expect(
      whenAt('Veld, which has not joined the patrols since January, called them dangerous.', 'called'),
    ).toBeUndefined();
  });

  it('is not a century', () => {
    expect(whenAt('It fired the biggest rocket of the 21st century.', 'fired')).toBeUndefined();
  });
});
