import { describe, expect, it } from 'vitest';
import { quote } from '../../../../src/model/span.ts';
import { loadMarker } from '../../../../src/playbook/load-marker.ts';
import { findQuantities } from '../../../../src/stages/extract/quantities/find-quantities.ts';
import { findTimes } from '../../../../src/stages/extract/times/find-times.ts';
import { mark } from '../../../../src/stages/mark/mark.ts';
import { plainReport } from '../times/plain-marks.ts';

const marker = loadMarker();

function read(text: string): string[] {
  const bare = plainReport(text, '2031-05-14', mark(text, marker));
  const marked = { ...bare, times: findTimes(bare) };
  return findQuantities(marked).map(
    ({ span, value, unit }) => `${quote(text, span)} = ${value} ${unit ?? ''}`,
  );
}

describe('quantities', () => {
  it.each([
    ['The army fired two short-range missiles.', ['two short-range missiles = 2 missile']],
    ['Some 12,000 soldiers took part.', ['12,000 soldiers = 12000 soldier']],
    ['The fine was $3 million.', ['3 million = 3000000 dollar']],
    ['Three officials spoke.', ['Three officials = 3 official']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'Under Resolution 1718 it is banned.',
    'They met two years ago.',
    'The first ship sank.',
    'A ship sank.',
  ])('are not in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
