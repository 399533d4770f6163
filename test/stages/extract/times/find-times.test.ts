import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote } from '../../../../src/model/span.ts';
import { findTimes } from '../../../../src/stages/extract/times/find-times.ts';
import { plainReport } from './plain-marks.ts';

const WEDNESDAY = '2031-05-14';

/** `words = value from..until` of every expression. */
const read = (text: string, at?: string): string[] =>
  findTimes(plainReport(text, at)).map(
    ({ span, value, when }) => `${quote(text, span)} = ${value} ${when?.from ?? ''}..${when?.until ?? ''}`,
  );

describe('times counted from the publication', () => {
  it.each([
    ['The ship left on Monday.', 'Monday = 2031-05-12 2031-05-12..2031-05-12'],
    ['The ship left on Wednesday.', 'Wednesday = 2031-05-14 2031-05-14..2031-05-14'],
    ['The ship will leave on Monday.', 'Monday = 2031-05-19 2031-05-19..2031-05-19'],
    ['The ship left yesterday.', 'yesterday = 2031-05-13 2031-05-13..2031-05-13'],
    ['It left the day before yesterday.', 'the day before yesterday = 2031-05-12 2031-05-12..2031-05-12'],
    ['The crew met last week.', 'last week = 2031-W19 2031-05-05..2031-05-11'],
    ['The crew met last weekend.', 'last weekend = 2031-W19-WE 2031-05-10..2031-05-11'],
    ['The crew will meet next week.', 'next week = 2031-W21 2031-05-19..2031-05-25'],
    ['The crew met this month.', 'this month = 2031-05 2031-05..2031-05'],
    ['They signed in March last year.', 'March last year = 2030-03 2030-03..2030-03'],
    ['They signed last June.', 'last June = 2030-06 2030-06..2030-06'],
    ['They signed in October.', 'October = 2030-10 2030-10..2030-10'],
    ['They will sign in October.', 'October = 2031-10 2031-10..2031-10'],
    ['They signed in late 2027.', 'late 2027 = 2027 2027-09..2027-12'],
    ['They signed three weeks ago.', 'three weeks ago = 2031-W17 2031-04-21..2031-04-27'],
    ['They signed two years ago.', 'two years ago = 2029 2029..2029'],
    ['Trade grew over the past three years.', 'the past three years = P3Y 2028..2031'],
    ['It was the first visit in five years.', 'five years = P5Y 2026..2031'],
    ['It will leave port in two days.', 'two days = 2031-05-16 2031-05-16..2031-05-16'],
    ['More than a year has passed.', 'More than a year = P1Y ..'],
    ['It came hours after the vote.', 'hours after = PTXH ..'],
    ['It is due by the end of the year.', 'the end of the year = 2031 2031-12-31..2031-12-31'],
    ['Thursday of next week is free.', 'Thursday of next week = 2031-05-22 2031-05-22..2031-05-22'],
    ['It grew in recent years.', 'recent years = PAST_REF ..2031-05-14'],
    ['They met at 10 a.m. on Monday.', '10 a.m. on Monday = 2031-05-12T10:00 2031-05-12..2031-05-12'],
  ])('%s', (text, expected) => {
    expect(read(text, WEDNESDAY)).toEqual([expected]);
  });

  it('puts the second of two weekdays after the first', () => {
    expect(read('The talks will go on on Sunday and Monday.', WEDNESDAY)).toEqual([
      'Sunday = 2031-05-18 2031-05-18..2031-05-18',
      'Monday = 2031-05-19 2031-05-19..2031-05-19',
    ]);
  });

  it('leaves relative times open when nothing is known of the publication', () => {
    expect(read('The ship left on Monday.')).toEqual(['Monday = XXXX-WXX-1 ..']);
  });

  it('takes the local day of the dateline’s place', () => {
    const text = 'PORT MARA - The ship left on Thursday.';
    const at = '2031-05-14T20:00:00.000Z';
    const east = findTimes(plainReport(text, at), [{ names: ['Port Mara'], utcOffset: 9 }]);
    const west = findTimes(plainReport(text, at), [{ names: ['Port Mara'], utcOffset: -5 }]);
    expect([east[0]?.value, west[0]?.value]).toEqual(['2031-05-15', '2031-05-08']);
  });
});

describe('times that stand for themselves', () => {
  it.each([
    ['Signed on 8 May 1921.', '8 May 1921 = 1921-05-08 1921-05-08..1921-05-08'],
    ['Signed on May 8th, 1921.', 'May 8th, 1921 = 1921-05-08 1921-05-08..1921-05-08'],
    ['Signed on 1921-05-08.', '1921-05-08 = 1921-05-08 1921-05-08..1921-05-08'],
    ['Built in the 1960s.', 'the 1960s = 196 1960..1969'],
    ['Built in the 19th century.', 'the 19th century = 18 1800..1899'],
    ['Built in the spring of 1921.', 'the spring of 1921 = 1921-SP 1921-03..1921-05'],
    ['Sales fell in the third quarter of 2019.', 'the third quarter of 2019 = 2019-Q3 2019-07..2019-09'],
    ['Burnt in 480 BC.', '480 BC = BC0480 BC0480..BC0480'],
    ['Held on 5-6 September 2019.', '5-6 September 2019 = 2019-09-05/2019-09-06 2019-09-05..2019-09-06'],
    ['It sails every Monday.', 'every Monday = XXXX-WXX-1 ..'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('lends the year of a range to its start', () => {
    expect(read('From March to August 2011 it was shut.')).toEqual([
      'March = 2011-03 2011-03..2011-03',
      'August 2011 = 2011-08 2011-08..2011-08',
    ]);
  });

  it.each([
    'Under Resolution 1718 it is banned.',
    'He may come.',
    'Some 2000 troops came.',
    'Flight 1802 came in.',
    'It cost $1900.',
  ])('finds no time in: %s', (text) => {
    expect(read(text, WEDNESDAY)).toEqual([]);
  });
});

describe('times of a history', () => {
  const text =
    'War broke out in 1812. In June 1813 they met. In August they parted. In 1815 it ended. The next year they came back.';

  it('lean on the time spoken of last', () => {
    expect(read(text, WEDNESDAY)).toContain('August = 1813-08 1813-08..1813-08');
    expect(read(text, WEDNESDAY)).toContain('The next year = 1816 1816..1816');
  });
});

describe('any text', () => {
  it('gives spans inside the text, in order and apart', () => {
    const word = fc.constantFrom(
      'last',
      'week',
      'the',
      'May',
      '3',
      ',',
      '2019',
      'of',
      'Monday',
      'and',
      '-',
      'past',
      'two',
      'years',
      'ago',
      '.',
      '\n',
      'end',
      'a',
      '19th',
      'century',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const body = words.join(' ');
        let last = 0;
        for (const { span } of findTimes(plainReport(body, WEDNESDAY))) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(body.length);
      }),
    );
  });

  it('is read to its end: a megabyte, and one sentence of ten thousand words', () => {
    const line = 'The envoys met on Monday in the spring of 1921 and left two days later, said a guard. ';
    const megabyte = line.repeat(Math.ceil(1_000_000 / line.length));
    expect(findTimes(plainReport(megabyte, WEDNESDAY)).length).toBeGreaterThan(30_000);
    const sentence = 'they met on Monday and '.repeat(2_500);
    expect(findTimes(plainReport(sentence, WEDNESDAY))).toHaveLength(2_500);
  });
});
