import { describe, expect, it } from 'vitest';
import { linksOf, one } from './linked.ts';
import type { SaidLink, Told } from './linked.ts';

interface LinkCase {
  readonly name: string;
  readonly told: readonly Told[];
  readonly kind: SaidLink['kind'];
  readonly rule: string;
  /** Words of the two sides. */
  readonly of: readonly [string, string];
}

const LINKED: readonly LinkCase[] = [
  {
    name: 'two origins that tell of one refusal',
    told: [
      one('2024-05-02', 'Iran rejected repeated attempts by the United States to open talks.'),
      one('2024-05-06', 'Iran rejected several American attempts at contact with the United States.'),
    ],
    kind: 'corroborates',
    rule: 'link.same-answer',
    of: ['repeated attempts', 'several American attempts'],
  },
  {
    name: 'a refusal and a mere silence',
    told: [
      one(
        '2024-05-02',
        'Iran rejected an American offer of talks on Monday. In fact, Iran has not responded to any of the messages of the United States.',
      ),
    ],
    kind: 'contradiction',
    rule: 'link.opposed',
    of: ['rejected an American offer', 'has not responded'],
  },
  {
    name: 'two words for the state of one pair',
    told: [
      one('2024-05-02', 'China’s relations with Japan are at their lowest point in decades.'),
      one('2024-05-08', 'Japan and China are locked in a deepening rift over the islands.'),
    ],
    kind: 'corroborates',
    rule: 'link.same-answer',
    of: ['lowest point', 'deepening rift'],
  },
  {
    name: 'two authorities who see one pair differently',
    told: [
      one('2024-05-02', 'Foreign Minister Wang Yi said that China and Japan have warm relations.'),
      one('2024-05-08', 'Ties between Japan and China are strained, Prime Minister Fumio Kishida said.'),
    ],
    kind: 'attribution',
    rule: 'link.two-authorities',
    of: ['warm relations', 'strained'],
  },
  {
    name: 'two authorities who weigh one side differently',
    told: [
      one('2024-05-02', '“Russia has enormous leverage over Iran,” said an analyst in Paris.'),
      one('2024-05-04', 'Russia has little influence over Iran’s decisions, said Antony Blinken.'),
    ],
    kind: 'attribution',
    rule: 'link.two-authorities',
    of: ['enormous leverage', 'little influence'],
  },
  {
    name: 'two ways in which one side keeps another going',
    told: [
      one('2024-05-02', 'China is Russia’s main financial backer.'),
      one('2024-05-04', 'Moscow relies on China, Russia’s largest trading partner.'),
    ],
    kind: 'corroborates',
    rule: 'link.same-function',
    of: ['backer', 'trading partner'],
  },
  {
    name: 'imposing and lifting sanctions on one side',
    told: [
      one('2024-05-02', 'The European Union should impose new sanctions on Iran, the minister said.'),
      one('2024-05-04', 'The United States could lift its sanctions on Iran, an official said.'),
    ],
    kind: 'scope',
    rule: 'link.another-lever',
    of: ['impose', 'lift'],
  },
  {
    name: 'a lever that one lists and another urges',
    told: [
      one('2024-05-02', 'Options could include new sanctions on Iran, an analyst said.'),
      one('2024-05-04', 'Israel’s minister urged Europe to impose new sanctions on Iran.'),
    ],
    kind: 'strength',
    rule: 'link.another-stance',
    of: ['Options could include', 'urged Europe'],
  },
  {
    name: 'the cost and the gain of one lever',
    told: [
      one(
        '2024-05-02',
        'Analysts said the navy could hold bigger exercises near Taiwan. That would irritate Beijing.',
      ),
      one(
        '2024-05-04',
        'A former admiral suggested that the United States hold bigger exercises near Taiwan. “That would reduce the risk of war,” he said.',
      ),
    ],
    kind: 'scope',
    rule: 'link.another-effect',
    of: ['irritate', 'reduce the risk'],
  },
  {
    name: 'a denial and the deed that overtakes it',
    told: [
      one('2024-05-02', 'Iran has not launched any ballistic missile since January 2024.'),
      one('2024-06-11', 'Iran test-fired two ballistic missiles on Monday, its military said.'),
    ],
    kind: 'succession',
    rule: 'link.overtaken',
    of: ['has not launched', 'test-fired two'],
  },
  {
    name: 'two motives on two words for one kind of deed',
    told: [
      one(
        '2024-05-02',
        'Iran tested a missile on Tuesday. Officials in Washington said the test was meant to put pressure on the talks.',
      ),
      one(
        '2024-05-04',
        'The Iranian missile test was a response to the Israeli exercise, said a general in Tehran.',
      ),
    ],
    kind: 'attribution',
    rule: 'link.two-motives',
    of: ['meant to put pressure', 'a response to'],
  },
  {
    name: 'the danger of an arsenal and of a single deed',
    told: [
      one('2024-05-02', 'The growing threat posed by Iran’s ballistic missiles worries Israel.'),
      one('2024-05-04', 'The Pentagon does not see the latest missile launch as a threat, officials said.'),
    ],
    kind: 'scope',
    rule: 'link.another-subject',
    of: ['growing threat', 'does not see'],
  },
  {
    name: 'law over two classes of weapon',
    told: [
      one(
        '2024-05-02',
        'France said that the launch of the ballistic missile by Iran violated Security Council Resolution 2231.',
      ),
      one(
        '2024-05-04',
        'Russian diplomats said that cruise missile launches are not covered by the resolution.',
      ),
    ],
    kind: 'scope',
    rule: 'link.another-class',
    of: ['violated', 'not covered'],
  },
  {
    name: 'what one sentence concedes',
    told: [
      one(
        '2024-05-02',
        'Although Iran called the launch routine, it violated a resolution of the Security Council.',
      ),
    ],
    kind: 'scope',
    rule: 'link.conceded',
    of: ['violated', 'routine'],
  },
  {
    name: 'a promise to build and a willingness to give up',
    told: [
      one(
        '2024-05-02',
        'Iran promised to develop a new nuclear warhead. Iran is willing to give up its nuclear weapons, the mediator from Oman said.',
      ),
    ],
    kind: 'contradiction',
    rule: 'link.opposed',
    of: ['promised to develop', 'give up'],
  },
  {
    name: 'a new weapon and an old habit',
    told: [
      one(
        '2024-05-02',
        'Iran showed a new type of missile on Sunday. “This is a familiar pattern,” said an analyst.',
      ),
    ],
    kind: 'scope',
    rule: 'link.another-subject',
    of: ['familiar pattern', 'new type'],
  },
  {
    name: 'holding back now and a vow to answer',
    told: [
      one(
        '2024-05-02',
        'Israel is avoiding escalation for now. Israel vowed to retaliate against any attack by Iran.',
      ),
    ],
    kind: 'scope',
    rule: 'link.on-condition',
    of: ['avoiding escalation', 'vowed to retaliate'],
  },
  {
    name: 'what comes first on one word and stands at the end on another',
    told: [
      one('2024-05-02', 'Ukraine says that a withdrawal of Russian troops is a condition for a ceasefire.'),
      one(
        '2024-05-03',
        '“A ceasefire must be conditioned upon the end result of a withdrawal,” said Volodymyr Zelensky, the president of Ukraine.',
      ),
    ],
    kind: 'scope',
    rule: 'link.another-form',
    of: ['a condition for', 'end result'],
  },
];

describe('links between claims on one topic', () => {
  it.each(LINKED)('$kind: $name', async ({ told, kind, rule, of: [left, right] }) => {
    const links = await linksOf(told);
    expect(links.filter((link) => link.rule === rule).map((link) => link.kind)).toContain(kind);
    const sides = links
      .filter((link) => link.rule === rule && link.kind === kind)
      .map((link) => `${link.left} ${link.right}`);
    expect(sides.some((words) => words.includes(left) && words.includes(right))).toBe(true);
  });
});
