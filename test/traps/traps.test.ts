import { beforeAll, describe, expect, it } from 'vitest';
import { CHECKLIST } from '../../eval/situation/checklist.ts';
import { readGround } from '../../eval/situation/ground.ts';
import { hasSeeds } from '../../eval/situation/read-state.ts';
import type { Ground } from '../../eval/situation/trap.ts';
import { TRAPS } from '../../eval/situation/traps.ts';
import { PARTS } from '../../src/model/situation.ts';

const here = hasSeeds();
const title = 'the two reports, from their text to the situation';

describe.skipIf(!here)(here ? title : `${title} (skipped: ../shared/seeds is not here)`, () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await readGround();
  });

  for (const trap of TRAPS) {
    it(`${trap.number}: ${trap.name}`, async () => expect(await trap.passes(ground)).toBe(true));
  }

  for (const check of CHECKLIST) {
    it(`${check.system} on ${check.on}: ${check.says}`, () => {
      const situation = ground.at(check.on);
      expect(check.holds(situation)).toBe(true);
      expect(check.lines(situation).length).toBeGreaterThan(0);
    });
  }

  it('answers an earlier day without any claim that was made later', () => {
    const later = new Set(
      ground.input.readings
        .filter(({ knownFrom }) => knownFrom >= '2021-03-20')
        .flatMap(({ reading }) => reading.claims.map(({ id }) => id)),
    );
    const text = JSON.stringify(ground.at('2021-03-18'));
    expect(later.size).toBeGreaterThan(50);
    expect([...later].filter((id) => text.includes(id))).toEqual([]);
  });

  it('rests every line on an entry, a fact or a claim', () => {
    const situation = ground.at('2021-03-26');
    const lines = PARTS.flatMap((part) => [...situation[part]]);
    expect(lines.length).toBeGreaterThan(100);
    for (const { because } of lines) {
      const { rules, moveIds, claimIds, factIds } = because;
      expect([...rules, ...moveIds, ...claimIds, ...factIds].length).toBeGreaterThan(0);
    }
  });
});
