import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silent } from '../../src/workflows/effects.ts';
import { importChronicle } from '../../src/workflows/import-chronicle.ts';
import { openSession } from '../../src/workflows/session.ts';
import type { Session } from '../../src/workflows/session.ts';
import { situationOf } from '../../src/workflows/situation.ts';
import { explain } from '../../src/workflows/why.ts';

const GOOD = `# Facts of our own.
- { id: own.test.2021-04-10, on: 2021-04-10, type: mobilize, mode: weapons, act: weapons-test, by: [prk], class: srbm,
    says: "One short-range missile into the eastern sea.", source: "A notebook of ours", checked: true }
- id: own.talk.2021-04-12
  on: 2021-04-12
  type: consult
  act: channel-used
  by: [usa, kor]
  says: The ministers speak by telephone.
  source: A notebook of ours
`;
const BAD = `- { id: own.no-day, on: yesterday, type: consult, by: [usa], says: "Talks.", source: "A notebook" }
- { id: own.nobody.2021-04-13, on: 2021-04-13, type: consult, by: [atlantis], says: "Talks.", source: "A notebook" }
- { id: own.no-source.2021-04-14, on: 2021-04-14, type: consult, by: [usa], says: "Talks." }
`;
const effects = silent(() => '2021-05-01T00:00:00.000Z');
const asked = { validAt: '2021-04-30', knownAt: '2021-04-30' };

describe('importing a chronicle', () => {
  let folder: string;
  let session: Session;
  const put = (text: string): string => {
    const file = join(folder, 'facts.yml');
    writeFileSync(file, text);
    return file;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chronicle-'));
    session = openSession({ theatre: 'korea', ledger: join(folder, 'a.ledger') });
  });
  afterEach(() => session.close());

  it('puts its facts beside the playbook’s own, each leading to its source', async () => {
    expect(await importChronicle(session, put(GOOD), effects)).toMatchObject({
      imported: 2,
      known: 0,
      bad: 0,
    });
    const { moves } = situationOf(session, session.state(), asked);
    const own = moves.filter(({ id }) => id.startsWith('fact:own.')).map(({ id }) => id);
    expect(own).toEqual(['fact:own.test.2021-04-10', 'fact:own.talk.2021-04-12']);
    const why = explain(session, 'fact:own.test.2021-04-10', asked);
    expect(why.below.map(({ source }) => source)).toEqual(['A notebook of ours']);
  });

  it('uses no fact of a day after the one asked about', async () => {
    await importChronicle(session, put(GOOD), effects);
    const early = situationOf(session, session.state(), { validAt: '2021-04-11', knownAt: '2021-04-11' });
    expect(early.moves.some(({ id }) => id === 'fact:own.talk.2021-04-12')).toBe(false);
    expect(early.moves.some(({ id }) => id === 'fact:own.test.2021-04-10')).toBe(true);
  });

  it('changes nothing when imported twice, nor when its entries are the playbook’s own', async () => {
    await importChronicle(session, put(GOOD), effects);
    expect(await importChronicle(session, put(GOOD), effects)).toMatchObject({ imported: 0, known: 2 });
    expect(session.playbook().chronicle).toHaveLength(session.ownPlaybook().chronicle.length + 2);
    const own = await importChronicle(session, 'data/playbooks/korea/chronicle-2021.yml', effects);
    expect(own).toMatchObject({ imported: 0, bad: 0 });
  });

  it('takes a changed entry in the place of the old one and forgets neither', async () => {
    await importChronicle(session, put(GOOD), effects);
    await importChronicle(session, put(GOOD.replace('One short-range', 'Two short-range')), effects);
    const facts = session.playbook().chronicle.filter(({ id }) => id === 'own.test.2021-04-10');
    expect(facts.map(({ says }) => says)).toEqual(['Two short-range missile into the eastern sea.']);
    expect([...session.ledger.entries({ kind: 'event' })]).toHaveLength(3);
  });

  it('says who made each entry, from which file, and when', async () => {
    await importChronicle(session, put(GOOD), effects);
    const [entry] = session.ledger.entries({ kind: 'event' });
    expect(entry.madeBy).toEqual({ kind: 'import', name: 'facts.yml', version: '1' });
    expect(entry.recordedAt).toBe('2021-05-01T00:00:00.000Z');
    expect(entry.knownFrom).toBe('2021-04-10T00:00:00.000Z');
  });

  it('puts wrong entries with line and reason into a file and takes the others', async () => {
    const summary = await importChronicle(session, put(GOOD + BAD), effects);
    expect(summary).toMatchObject({ imported: 2, bad: 3 });
    const bad = readFileSync(summary.badFile ?? '', 'utf8').split('\n');
    expect(bad[0]).toMatch(/^11\ton: /u);
    expect(bad[1]).toMatch(/^13\tsource: /u);
    expect(bad[2]).toMatch(/^12\tno actor has the id "atlantis"/u);
  });

  it('says where the YAML is broken', async () => {
    const broken = importChronicle(session, put('- { id: a\n- b'), effects);
    await expect(broken).rejects.toHaveProperty('where');
  });
});
