import { describe, expect, it } from 'vitest';
import { statusOf } from '../../../../src/stages/extract/status/status-of.ts';
import { toTree, tokenAt } from '../../../../src/stages/extract/syntax/tree.ts';
import { markedReport, status } from '../moves/read-moves.ts';

function statusIn(bracketed: string): string {
  const { marks } = markedReport(bracketed.replace(/[[\]]/gu, ''));
  return statusOf(toTree(marks), tokenAt(marks, bracketed.indexOf('[')), status).status;
}

describe('the status of a deed', () => {
  it.each([
    ['Should Orsk [expel] the envoys, Veld would close the border.', 'hypothetical'],
    ['Orsk should [expel] the envoys.', 'requested'],
    ['Should Orsk [expel] the envoys?', 'requested'],
    ['A raid would trigger a [war].', 'hypothetical'],
    ['The raid could lead to a [war].', 'hypothetical'],
    ['The raid triggered a [war].', 'actual'],
    ['The minister is due to [call] his counterpart.', 'planned'],
    ['Veld froze the funds in exchange for [talks].', 'actual'],
    ['The government had no [plans] to invoke the treaty.', 'denied'],
    ['Orsk has no intention to [withdraw].', 'denied'],
    ['Veld has never threatened to [use] force.', 'denied'],
    ['Veld proposed that Orsk freeze its building in exchange for joint [patrols].', 'requested'],
    ['Veld has neither condemned nor [endorsed] the raid.', 'denied'],
    ['Orsk will return to the talks once the sanctions are [lifted].', 'hypothetical'],
  ])('in “%s” is %s', (text, expected) => {
    expect(statusIn(text)).toBe(expected);
  });
});
