import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../../src/stages/extract/statements/quotations.ts';

const words = (text: string, depth = 0): string[] =>
  findQuotations(text)
    .filter((quotation) => quotation.depth === depth)
    .map(({ inner }) => text.slice(inner.start, inner.end));

describe('findQuotations', () => {
  it('finds curly, straight, angled and doubled-apostrophe marks', () => {
    expect(words('“One two,” he said. "Three four," she said.')).toEqual(['One two,', 'Three four,']);
    expect(words("''Five six,'' they said. «Seven eight» stood there.")).toEqual([
      'Five six,',
      'Seven eight',
    ]);
  });

  it('takes apostrophes for no marks', () => {
    expect(words("The ministers' plan isn't the envoy's, and it’s late.")).toEqual([]);
  });

  it('ends a quotation at a closing mark that is written as an opening one', () => {
    expect(words('“The road is safe, and we know it, “said the general.')).toEqual([
      'The road is safe, and we know it, ',
    ]);
    expect(findQuotations('“The road is safe, “said the general.')[0].mending).toBe('reversed');
  });

  it('opens a quotation at its sentence where the opening mark is lost', () => {
    const text = 'He paused. We will answer in kind,” the envoy said.';
    expect(words(text)).toEqual(['We will answer in kind,']);
    expect(findQuotations(text)[0].mending).toBe('lost-opening');
  });

  it('ends a quotation with its paragraph where the closing mark is lost', () => {
    expect(words('“We will answer in kind.\n\nThe talks go on.')).toEqual(['We will answer in kind.']);
  });

  it('goes on with a quotation whose paragraph was left open', () => {
    const found = findQuotations('“First part.\n\n“Second part,” he said.');
    expect(found.map((quotation) => quotation.continues)).toEqual([false, true]);
  });

  it('takes doubled marks for one', () => {
    expect(words('““We agree,”” he said.')).toEqual(['We agree,']);
  });

  it('keeps a quotation inside a quotation', () => {
    const text = '“They called it a ‘normal’ drill, and a “small” one,” he said.';
    expect(words(text)).toHaveLength(1);
    expect(words(text, 1)).toEqual(['normal', 'small']);
  });

  it('ends with a thousand nested marks', () => {
    const text = `${'“a '.repeat(1000)}b${'”'.repeat(1000)}`;
    expect(findQuotations(text).length).toBeGreaterThan(0);
  });
});
