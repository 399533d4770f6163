import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../src/model/claim.ts';
import type { Party } from '../src/model/party.ts';
import type { Reading } from '../src/model/reading.ts';
import { contains, quote } from '../src/model/span.ts';
import type { Span } from '../src/model/span.ts';
import { loadMarker } from '../src/playbook/load-marker.ts';
import { loadPlaybook } from '../src/playbook/load-playbook.ts';
import { extract } from '../src/stages/extract/extract.ts';
import { mark } from '../src/stages/mark/mark.ts';
import { readFile } from '../src/stages/read/read.ts';
import { loadReadingKnowledge } from '../src/workflows/reading-knowledge.ts';
import { loadDefaultTheatre } from '../src/workflows/session.ts';

const SEEDS = '../shared/seeds';
const folders = ['samples/korea-2021', ...(existsSync(SEEDS) ? [SEEDS] : [])];
const readings: Reading[] = [];

beforeAll(() => {
  const marker = loadMarker();
  const knowledge = loadReadingKnowledge(loadPlaybook(loadDefaultTheatre().theatre));
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((file) => file !== 'README.md')) {
      for (const report of readFile(readFileSync(join(folder, name)), name).done) {
        readings.push(extract(report, mark(report.text, marker), knowledge));
      }
    }
  }
});

const partiesOf = (claim: Claim): readonly Party[] => [
  ...claim.actors,
  ...claim.targets,
  ...claim.attribution.map(({ speaker }) => speaker),
];

function spansOf(claim: Claim): readonly Span[] {
  const own =
    claim.kind === 'statement'
      ? claim.content
      : claim.kind === 'condition'
        ? [claim.protasis, claim.apodosis]
        : [];
  return [claim.span, claim.clause, ...own, ...partiesOf(claim).map(({ span }) => span)];
}

const isWords = (text: string, span: Span): boolean =>
  span.start >= 0 && span.end <= text.length && quote(text, span).trim().length > 0;

const all = (): readonly (readonly [Reading, Claim])[] =>
  readings.flatMap((reading) => reading.claims.map((claim) => [reading, claim] as const));

describe('every claim of the samples (and of the seeds, where they are)', () => {
  it('exists at all', () => {
    expect(readings.length).toBeGreaterThanOrEqual(17);
    expect(all().length).toBeGreaterThan(300);
  });

  it('stands on words of its own report, at every one of its spans', () => {
    const astray = all().filter(([{ report }, claim]) =>
      spansOf(claim).some((span) => !isWords(report.text, span)),
    );
    expect(astray.map(([, claim]) => claim)).toEqual([]);
  });

  it('has a clause that holds its span, an entry that found it, and a confidence', () => {
    const odd = all().filter(
      ([{ report }, claim]) =>
        !contains(claim.clause, claim.span) ||
        claim.entry === '' ||
        claim.confidence <= 0 ||
        claim.confidence > 1 ||
        claim.reportId !== report.id,
    );
    expect(odd.map(([, claim]) => claim)).toEqual([]);
  });

  it('has an id of its own', () => {
    const ids = all().map(([, claim]) => claim.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is joined by mentions, times and repairs that stand on words too', () => {
    for (const { report, mentions, times, repairs, quantities } of readings) {
      const spans = [
        ...mentions.map(({ party }) => party.span),
        ...[...times, ...repairs, ...quantities].map(({ span }) => span),
      ];
      expect(spans.filter((span) => !isWords(report.text, span))).toEqual([]);
    }
  });
});
