import { describe, expect, it } from 'vitest';
import { linksOf, one } from './linked.ts';
import type { Told } from './linked.ts';

const APART: readonly (readonly [name: string, rule: string, told: readonly Told[]])[] = [
  [
    'refusals of two other pairs',
    'link.same-answer',
    [
      one('2024-05-02', 'Iran rejected an American offer of talks with the United States.'),
      one('2024-05-06', 'China rejected an offer of talks with Taiwan.'),
    ],
  ],
  [
    'bad relations of two other pairs',
    'link.same-answer',
    [
      one('2024-05-02', 'China’s relations with Japan are at their lowest point in decades.'),
      one('2024-05-08', 'Relations between Russia and Ukraine are at an all-time low.'),
    ],
  ],
  [
    'sanctions on two sides',
    'link.another-lever',
    [
      one('2024-05-02', 'The European Union should impose new sanctions on Iran, the minister said.'),
      one('2024-05-04', 'The United States could lift its sanctions on Venezuela, an official said.'),
    ],
  ],
  [
    'a denial and a deed of another class',
    'link.overtaken',
    [
      one('2024-05-02', 'Iran has not launched any ballistic missile since January 2024.'),
      one('2024-06-11', 'Iran test-fired two cruise missiles on Monday, its military said.'),
    ],
  ],
  [
    'a denial and a deed of somebody else',
    'link.overtaken',
    [
      one('2024-05-02', 'Iran has not launched any ballistic missile since January 2024.'),
      one('2024-06-11', 'China launched two ballistic missiles on Monday.'),
    ],
  ],
  [
    'motives of two kinds of deed',
    'link.two-motives',
    [
      one(
        '2024-05-02',
        'The missile test was meant to put pressure on the talks, officials in Washington said.',
      ),
      one('2024-05-04', 'The embargo on grain was a response to the strike, said a general in Tehran.'),
    ],
  ],
  [
    'the danger of missiles and of a storm',
    'link.another-subject',
    [
      one('2024-05-02', 'The growing threat posed by Iran’s ballistic missiles worries Israel.'),
      one('2024-05-04', 'Japan does not see the storm as a threat, officials said.'),
    ],
  ],
  [
    'two sentences without a word that sets them against each other',
    'link.conceded',
    [one('2024-05-02', 'Iran tested a missile on Monday. Sanctions on Iran were extended on Tuesday.')],
  ],
  [
    'one motive told twice on one word',
    'link.two-motives',
    [
      one('2024-05-02', 'Antony Blinken said the missile test was meant to put pressure on the talks.'),
      one('2024-05-04', 'The missile test was an attempt to win attention, Antony Blinken said.'),
    ],
  ],
];

describe('claims that only look as if they were on one topic', () => {
  it.each(APART)('no such link: %s', async (_, rule, told) => {
    expect((await linksOf(told)).filter((link) => link.rule === rule)).toEqual([]);
  });
});
