import type { MovePattern, Test } from '../model/move-pattern.ts';
import type { Names } from '../stages/brief/words.ts';
import { plain, sayDay } from '../stages/brief/words.ts';

const either = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;

const named = (ids: readonly string[] | undefined, name: (id: string) => string): string =>
  ids === undefined || ids.length === 0 ? '' : either(ids.map(name));

function sayPattern({ act, type, by, to, among, class: classes, tag }: MovePattern, names: Names): string {
  const actor = (id: string): string => names.actor(id);
  const deed = named(act ?? type ?? tag, plain) || 'any move';
  const parts = [
    ['of', named(classes, (id) => names.entry(id))],
    ['by', named(by, actor)],
    ['towards', named(to, actor)],
    ['between', among === undefined ? '' : among.map(actor).join(' and ')],
  ];
  const rest = parts.filter(([, words]) => words !== '').map(([link, words]) => `${link} ${words}`);
  return [deed, ...rest].join(' ');
}

const spanOf = (test: { readonly from?: string; readonly withinDays?: number }): string =>
  `${test.from === undefined ? '' : ` from ${sayDay(test.from)} on`}${test.withinDays === undefined ? '' : ` within ${test.withinDays} days`}`;

/** A test of the playbook for people: "weapons test of nuclear test by Velsk from 26 March 2021 on". */
export function sayTest(test: Test, names: Names): string {
  switch (test.kind) {
    case 'some':
      return `${test.atLeast > 1 ? `${test.atLeast} × ` : ''}${sayPattern(test.move, names)}${spanOf(test)}`;
    case 'none':
      return `no ${sayPattern(test.move, names)}${spanOf(test)}`;
    case 'gap':
      return `${test.atLeastDays} days without ${sayPattern(test.move, names)}`;
    case 'order':
      return `${test.moves.map((move) => sayPattern(move, names)).join(', then ')}${spanOf(test)}`;
    case 'on-or-after':
      return `${sayDay(test.day)} comes`;
    case 'all':
      return test.of.map((one) => sayTest(one, names)).join(', and ');
    case 'any':
      return test.of.map((one) => sayTest(one, names)).join(', or ');
    case 'not':
      return `not (${sayTest(test.of, names)})`;
  }
}
