import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../../src/model/claim.ts';
import { PARTS } from '../../src/model/situation.ts';
import type { Because, Situation } from '../../src/model/situation.ts';
import { packageFolder } from '../../src/playbook/data-folder.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { CHECKLIST } from './checklist.ts';
import type { Check } from './checklist.ts';
import { readGround } from './ground.ts';
import { hasSeeds } from './read-state.ts';
import type { Ground } from './trap.ts';

/** Writes docs/seeds.md: each row of the checklist with the words behind it. Run: npx tsx eval/situation/seeds-page.ts */

const SYSTEMS: Readonly<Record<string, string>> = {
  T1: 'Ladder of each pair', T2: 'Sanctions as separate acts', T3: 'Law of the acts', T4: 'Channels', T5: 'Consultations of allies',
  T6: 'The third party', T7: 'Exercises', T8: 'Weapons', T9: 'Clocks of processes', T10: 'Bargains', T11: 'Motive and threat, by whom',
  T12: 'People', T13: 'The track between North and South', T14: 'Aims', T15: 'The information itself', T16: 'Past cycles',
}; // prettier-ignore

const MOST_WORDS = 8;
const MOST_QUOTES = 3;

/** A few words only: the page shows where to look, it does not reprint. */
function few(text: string): string {
  const words = text.replace(/\s+/gu, ' ').trim().split(' ');
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')} …` : words.join(' ');
}

const groundOf = (situation: Situation, id: string): Because | undefined =>
  PARTS.flatMap((part) => [...situation[part]]).find((line) => line.id === id)?.because;

/** Of claims in one sentence the one with most words first: the whole bargain before its half, both before "said". */
function wholeFirst<T extends { readonly claim: Claim }>(found: readonly T[]): readonly T[] {
  const sentences = new Map<string, T[]>();
  for (const one of found) {
    const key = `${one.claim.reportId}:${one.claim.sentence}`;
    sentences.set(key, [...(sentences.get(key) ?? []), one]);
  }
  const length = ({ claim: { span } }: T): number => span.end - span.start;
  return [...sentences.values()].flatMap((claims) => claims.sort((a, b) => length(b) - length(a)));
}

function quotes(ground: Ground, because: Because): readonly string[] {
  const claims = new Map<string, { readonly claim: Claim; readonly text: string; readonly outlet: string }>();
  for (const { reading, knownFrom } of ground.input.readings) {
    for (const claim of reading.claims) {
      claims.set(claim.id, { claim, text: reading.report.text, outlet: knownFrom.slice(0, 10) });
    }
  }
  const own = wholeFirst(because.claimIds.flatMap((id) => claims.get(id) ?? []));
  const shown = own.map(
    ({ claim, text, outlet }) => `“${few(text.slice(claim.span.start, claim.span.end))}” (${outlet})`,
  );
  return [...new Set(shown)].slice(0, MOST_QUOTES);
}

function row(check: Check, ground: Ground, facts: ReadonlyMap<string, string>): string {
  const situation = ground.at(check.on);
  const grounds = check.lines(situation).flatMap((id) => groundOf(situation, id) ?? []);
  const rules = [...new Set(grounds.flatMap(({ rules: ids }) => ids))].slice(0, 4);
  const words = grounds.flatMap((because) => quotes(ground, because)).slice(0, 4);
  const recorded = [...new Set(grounds.flatMap(({ factIds }) => factIds))]
    .slice(0, 3)
    .map((id) => `${id}: ${facts.get(id) ?? ''}`);
  const cell = (list: readonly string[]): string => list.join('<br>').replaceAll('|', '\\|');
  const name = `${check.system} ${SYSTEMS[check.system] ?? ''}`;
  return `| ${name} | ${check.on} | ${check.holds(situation) ? 'yes' : '**no**'} | ${check.says} | ${cell(words)} | ${cell(recorded)} | ${cell(rules)} |`;
}

if (!hasSeeds()) {
  console.log('../shared/seeds is not here: docs/seeds.md is left as it is.');
} else {
  const ground = await readGround();
  const facts = new Map(loadPlaybook('korea').chronicle.map(({ id, says }) => [id, says]));
  const ordered = [...CHECKLIST].sort(
    (a, b) => Number(a.system.slice(1)) - Number(b.system.slice(1)) || (a.on < b.on ? -1 : 1),
  );
  const rows = ordered.map((check) => row(check, ground, facts));
  const page = `# What the two reports come to

Made by \`npx tsx eval/situation/seeds-page.ts\` from the two reports of ../shared/seeds, read through every stage. Do not edit.

For each of the sixteen systems: the day, whether the situation holds what the checklist asks, what that is, the words behind it
(a few of them, with the day of the report), the chronicle's facts beside them, and the playbook's entries that conclude it.
The third system is not spoken of in the first report, the thirteenth not in the second.

| System | Day | Holds | What | Words | Facts | Entries |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
  writeFileSync(join(packageFolder(), 'docs/seeds.md'), page);
  console.log(`docs/seeds.md: ${rows.length} rows`);
}
