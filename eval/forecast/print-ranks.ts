import type { RankFigures, SetFigures } from './measure-set.ts';

export const PROTOCOL = `Protocol: time-aware filter, both directions, all actors ranked, ties at the mean rank.
single: asked with all days before the question's; multi: with the days before the test part alone.
Validation days serve as history; rules, points and trees are frozen after train + valid.
Names of actors ("Police (Freedonia)") are read for side and kind, as graphs with static facts do; --no-names leaves them out.
Published, single, MRR on ICEWS14 (RE-GCN cut) / ICEWS18: recurrency baseline 37.4 / 28.7, RE-GCN 42.1 / 32.6,
TLogic 42.5 / 29.6, TiRGN 44.0 / 33.7, CountTRuCoLa 45.0 / 32.8, HisMatch 46.4 / 34.0, LogCL 48.9 / 35.7.
`;

export function printSet(name: string, found: SetFigures): void {
  const rows: readonly (readonly [string, RankFigures])[] = [
    ['single', found.single],
    ...Object.entries(found.strata),
    ['multi', found.multi],
    ['recurrence', found.recurrence],
    ['climatology', found.climatology],
  ];
  console.log(
    `${name}: CPU ${found.cpuS.toFixed(1)} s, wall ${found.wallS.toFixed(1)} s, peak ${found.peakMb.toFixed(0)} MB`,
  );
  console.log('              answers    MRR    H@1    H@3   H@10');
  for (const [label, f] of rows) {
    const shares = [f.mrr, f.h1, f.h3, f.h10].map((share) => share.toFixed(2).padStart(6)).join(' ');
    console.log(`${label.padEnd(13)} ${String(f.count).padStart(7)} ${shares}`);
  }
  console.log('');
}
