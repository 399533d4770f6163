import type { z } from 'zod';
import type { ChronicleFact } from '../model/playbook.ts';
import { chronicleFile } from './agreement-schema.ts';
import { parseYamlItems } from './load-yaml.ts';
import { toFact } from './to-entry.ts';

/** An entry of a chronicle with its line; `row` is the entry as JSON. */
export interface ChronicleRow {
  readonly line: number;
  readonly row: string;
}

export interface ParsedChronicle {
  readonly good: readonly (ChronicleRow & { readonly fact: ChronicleFact })[];
  readonly bad: readonly (ChronicleRow & { readonly why: string })[];
}

function sayIssue({ path, message }: z.core.$ZodIssue): string {
  const at = path.map(String).join('.');
  return at === '' ? message : `${at}: ${message}`;
}

/**
 * The entries of a chronicle's YAML text; a wrong one is told with its line and the others stand.
 * @throws UserError with `file:line` where the text is no YAML list.
 */
export function parseChronicle(text: string, file: string): ParsedChronicle {
  const [good, bad]: [ParsedChronicle['good'][number][], ParsedChronicle['bad'][number][]] = [[], []];
  for (const { line, value } of parseYamlItems(text, file)) {
    const row = JSON.stringify(value);
    const result = chronicleFile.element.safeParse(value);
    if (result.success) good.push({ line, row, fact: toFact(result.data) });
    else bad.push({ line, row, why: sayIssue(result.error.issues[0]) });
  }
  return { good, bad };
}

/** A fact as it was imported before. */
export const toChronicleFact = (row: string): ChronicleFact =>
  toFact(chronicleFile.element.parse(JSON.parse(row)));
