import { describe, expect, it } from 'vitest';
import { READING_SCHEMA, ReadingLine, readingJsonSchema } from '../../src/workflows/reading-schema.ts';
import { demarche, newFolder } from '../cli/demarche.ts';

describe('the schema of demarche read --json', () => {
  it('takes every line that reading the samples prints', () => {
    const { out } = demarche([
      '--ledger',
      `${newFolder()}/schema.ledger`,
      '--json',
      'read',
      'samples/korea-2021',
    ]);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(17);
    for (const line of lines) {
      const checked = ReadingLine.safeParse(JSON.parse(line));
      expect(checked.error?.issues.slice(0, 2)).toBeUndefined();
    }
  });

  it('refuses a claim without its span', () => {
    const line = {
      schema: READING_SCHEMA,
      report: { id: 'r', text: 't', foundAt: '-', notes: [] },
      claims: [{ kind: 'move' }],
    };
    expect(ReadingLine.safeParse(line).success).toBe(false);
  });

  it('is printed as JSON Schema with its version', () => {
    const text = JSON.stringify(readingJsonSchema());
    expect(text).toContain('2020-12');
    expect(text).toContain(READING_SCHEMA);
  });
});
