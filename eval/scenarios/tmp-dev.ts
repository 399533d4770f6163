import { loadTheatre } from './theatre-record.ts';
import { askByEngine } from './ask-launches.ts';
const t = loadTheatre();
for (const s of [{}, {halfLifeDays: 3*365}, {halfLifeDays: 20*365}, {otherPrior: 30}, {ownPrior: 0.3}]) {
  const c = process.cpuUsage();
  const r = askByEngine(t, '2013-06-02', 187, { ...s, refitEvery: 13, runs: 400, hypothesis: 'hypothesis.development' });
  console.log(JSON.stringify(s), r.brier.toFixed(4), r.calibrationError.toFixed(3), process.cpuUsage(c).user/1e6);
}
