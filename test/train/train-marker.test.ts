import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readOwn } from '../../train/read-treebanks.ts';
import { trainMarker } from '../../train/train-marker.ts';
import type { Material, TrainingSettings } from '../../train/train-marker.ts';

const folder = mkdtempSync(join(tmpdir(), 'train-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const material: Material = {
  treebanks: readOwn('train').slice(0, 40),
  own: () => readOwn('train').slice(40, 50),
  dev: () => readOwn('dev').slice(0, 5),
};

const settings: TrainingSettings = {
  seed: 7, batch: 120, explore: 0.5,
  rounds: [
    { epochs: 2, rate: 0.004, vectorRate: 0.06, dropout: 0.2, ownFrom: 1 },
    { epochs: 2, rate: 0.002, vectorRate: 0.03, dropout: 0.3, ownFrom: 0 },
  ],
  hidden: 16, layers: 2, decoder: 16, label: 16, ownTimes: 2,
}; // prettier-ignore

describe('trainMarker', () => {
  it('makes the same bytes from the same seed, and others from another', () => {
    const bytes = Buffer.from(trainMarker(material, settings));
    expect(bytes.equals(trainMarker(material, settings))).toBe(true);
    expect(bytes.equals(trainMarker(material, { ...settings, seed: 8 }))).toBe(false);
  });

  it('makes the same bytes when it is broken off and goes on', () => {
    const checkpoint = join(folder, 'run.state');
    class Break extends Error {}
    const stop = (): void => {
      throw new Break();
    };
    expect(() => trainMarker(material, settings, { checkpoint, onEpoch: stop })).toThrow(Break);
    expect(() => trainMarker(material, settings, { checkpoint, onEpoch: stop })).toThrow(Break);
    const resumed = Buffer.from(trainMarker(material, settings, { checkpoint }));
    expect(resumed.equals(trainMarker(material, settings))).toBe(true);
  });

  it('learns: the losses fall', () => {
    const losses: number[] = [];
    trainMarker(material, settings, {
      onEpoch: (_, loss) => losses.push(loss.tag + loss.label + loss.action),
    });
    expect(losses[2]).toBeLessThan(losses[0]);
  });
});
