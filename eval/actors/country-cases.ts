import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ActorKnowledge } from '../../src/model/actor.ts';
import { findSide } from '../../src/stages/extract/mentions/side-of-phrase.ts';

const caseSchema = z.looseObject({
  args: z.array(z.string().nullable()),
  expect: z.looseObject({ country: z.string().optional(), cc: z.string().optional() }),
  decorators: z.array(z.string()).default([]),
});

export interface CountryCase {
  readonly phrase: string;
  readonly context: string;
  /** ISO3 in capitals; UNO, EUR, IGO for organisations above states; '' for none. */
  readonly country: string;
}

export interface CountryScore {
  readonly cases: number;
  readonly right: number;
  readonly wrong: readonly { readonly wanted: CountryCase; readonly got: string }[];
}

/**
 * Reads the cases that name a country (or say that there is none). Those that the set itself marks as skipped or as
 * expected to fail are kept: they are hard, not wrong.
 */
export function readCountryCases(folder: string): readonly CountryCase[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter(
    (name) => name.startsWith('actor_tests') && name.endsWith('.jsonl'),
  );
  const lines = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  return lines
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const { args, expect } = caseSchema.parse(JSON.parse(line));
      const country = expect.country ?? expect.cc;
      const [phrase, context] = args;
      if (country === undefined || phrase === null || phrase === undefined) return [];
      return [{ phrase, context: context ?? '', country: country.length === 3 ? country : '' }];
    });
}

/** The set's own codes for sides that are no states. */
function toCode(side: string | undefined, actors: ActorKnowledge): string {
  if (side === undefined) return '';
  const actor = actors.actors.get(side);
  if (actor?.kind === 'country') return side.toUpperCase();
  if (side === 'un') return 'UNO';
  if (side === 'eu') return 'EUR';
  return actor?.kind === 'intergovernmental' ? 'IGO' : '';
}

/** Looks each phrase up as `findMentions` does; the context only where the phrase itself says nothing. */
export function scoreCountries(cases: readonly CountryCase[], actors: ActorKnowledge): CountryScore {
  const got = cases.map(({ phrase, context }) =>
    toCode(findSide(phrase, actors) ?? findSide(context, actors), actors),
  );
  const wrong = cases.flatMap((wanted, i) => (got[i] === wanted.country ? [] : [{ wanted, got: got[i] }]));
  return { cases: cases.length, right: cases.length - wrong.length, wrong };
}
