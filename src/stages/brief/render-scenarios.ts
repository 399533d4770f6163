import type { OutcomeResult, Reason, ScenarioComparison, ScenarioResult } from '../../model/scenario.ts';
import { drawFan, drawOutcome } from './draw-scenario.ts';
import { escapeHtml, STYLE } from './render-html.ts';
import {
  sayChange, sayChangeEnds, sayCourse, sayDoubts, sayEnds, sayFirmness, sayGround, sayHistory, saySkill, sayValue,
} from './say-scenario.ts'; // prettier-ignore
import { capitalised, sayDay } from './words.ts';
import type { ScenarioWords } from './tell-scenarios.ts';

const OWN_STYLE = `
svg { display: block; width: 100%; height: auto; font: 12px system-ui, sans-serif; margin: .4rem 0; }
svg text { fill: var(--ink); }
.grid { stroke: var(--line); } .record { fill: var(--mark); opacity: .55; } .record-value { stroke: var(--faint); stroke-dasharray: 4 3; }
.hypotheses { stroke: var(--faint); stroke-width: 1.5; } .parameters { stroke: var(--accent); stroke-width: 6; opacity: .55; } .value { fill: var(--accent); }
.fan-wide { fill: var(--accent); opacity: .18; } .fan-narrow { fill: var(--accent); opacity: .35; } .median { fill: none; stroke: var(--accent); stroke-width: 2; }
table { border-collapse: collapse; width: 100%; font: .85rem/1.4 system-ui, sans-serif; } th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid var(--line); }
.judged { border: 1px solid currentColor; border-radius: 999px; padding: 0 .4rem; font: .75rem system-ui, sans-serif; }
.small { font: .85rem/1.45 system-ui, sans-serif; color: var(--faint); } .scroll { overflow-x: auto; }
.limits { border: 2px solid var(--accent); border-radius: 8px; padding: .2rem 1rem 1rem; margin-top: 2rem; } h3 { margin: 1.4rem 0 .2rem; font-size: 1.1rem; }
`;

const e = escapeHtml;
const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`; // prettier-ignore
const section = (id: string, title: string, body: string): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${e(title)}</h2>${body}</section>`;
const judgedMark = (isJudged: boolean): string => (isJudged ? ' <span class="judged">judgement</span>' : '');

const reasonLine = (kind: OutcomeResult['kind'], { says, effect, judgement, because, id }: Reason): string =>
  `${e(says)} <b>${e(sayChange(kind, effect))}</b>${judgedMark(judgement)} <span class="small">demarche why ${e(because.at(0) ?? id)}</span>`;

function outcomeSections({ baseline, courses }: ScenarioComparison, { names }: ScenarioWords): string {
  const results = [baseline, ...courses.map(({ result }) => result)];
  return baseline.outcomes
    .map((base) => {
      const rows = results.flatMap(({ scenario, outcomes }) => {
        const outcome = outcomes.find((one) => one.outcome === base.outcome);
        return outcome === undefined ? [] : [{ name: scenario.name, outcome }];
      });
      const told = rows.map(
        ({ name, outcome: { kind, estimate, byHypothesis } }) =>
          `<b>${e(name)}</b> ${e(sayValue(kind, estimate.value))} <span class="small">${e(sayDoubts(kind, estimate))}; ${e(
            Object.entries(byHypothesis)
              .map(([id, value]) => `${names.entry(id)} ${sayValue(kind, value)}`)
              .join(', '),
          )}</span>`,
      );
      return `<h3 id="${e(base.outcome)}">${e(capitalised(base.name))}</h3>${drawOutcome(rows)}${list(told)}<p class="small">${e(capitalised(sayHistory(base)))}; ${e(saySkill(base))}.</p>`;
    })
    .join('\n');
}

function differenceTable({ courses }: ScenarioComparison): string {
  const rows = courses.flatMap(({ result, differences }) =>
    differences.map(
      (difference) =>
        `<tr><td>${e(result.scenario.name)}</td><td>${e(difference.name)}</td><td><b>${e(sayChange(difference.kind, difference.estimate.value))}</b></td><td>${e(sayChangeEnds(difference.kind, difference.estimate.fromParameters))}</td><td>${e(sayChangeEnds(difference.kind, difference.estimate.fromHypotheses))}</td><td>${e(sayFirmness(difference))}</td></tr>`,
    ),
  );
  if (rows.length === 0) return '<p>There is no course to compare.</p>';
  return `<div class="scroll"><table><thead><tr><th>Course</th><th>Outcome</th><th>Difference</th><th>From parameters</th><th>From hypotheses</th><th>How firm</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function sensitivityTable({ sensitivity, outcomes }: ScenarioResult): string {
  const widest = sensitivity.filter(
    ({ outcome }, i) => sensitivity.slice(0, i).filter((one) => one.outcome === outcome).length < 2,
  );
  const rows = widest.map(({ says, outcome, low, high }) => {
    const known = outcomes.find((one) => one.outcome === outcome);
    const kind = known?.kind ?? 'any';
    return `<tr><td>${e(says)}</td><td>${e(known?.name ?? outcome)}</td><td>${e(sayEnds(kind, [low, high]))}</td></tr>`;
  });
  return `<div class="scroll"><table><thead><tr><th>Assumption</th><th>Outcome</th><th>Between its ends</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function sampleList({ sample }: ScenarioResult, { names }: ScenarioWords): string {
  const days = sample.map(({ day, moves, rungs }) => {
    const done = moves.map(({ name, reasons }) => `${name}${reasons.length === 0 ? '' : ` (${reasons.join('; ')})`}`); // prettier-ignore
    const climbs = Object.entries(rungs).map(([pair, rung]) => `${names.entry(pair)} → ${names.entry(rung)}`);
    return `<b>${e(sayDay(day))}</b> ${e([...done, ...climbs].join('; '))}`;
  });
  return days.length === 0 ? '<p>Nothing happened in it.</p>' : list(days);
}

function courseSection(result: ScenarioResult, words: ScenarioWords, index: number): string {
  const { scenario, fans, outcomes } = result;
  const pictures = fans.map((fan) => `<p class="small">${e(words.names.entry(fan.pair))}: median, middle half and eight in ten of the runs</p>${drawFan(fan, words.ladder.rungs, result)}`); // prettier-ignore
  const reasons = outcomes.map(
    ({ name, kind, reasons: given }) =>
      `<b>${e(name)}</b>${given.length === 0 ? ': nothing moved it by more than chance' : list(given.map((one) => reasonLine(kind, one)))}`,
  );
  const judged = result.judged.map(({ lever, says }) => `${e(words.names.entry(lever))}${judgedMark(true)} ${e(says)}`); // prettier-ignore
  return section(
    `course-${index}`,
    scenario.name,
    `<p>${e(scenario.why)}</p>${list(sayCourse(scenario, words.names).map(e))}` +
      (judged.length === 0 ? '' : `<h3>Rests on judgement</h3>${list(judged)}`) +
      `<h3>The ladder</h3>${pictures.join('')}<h3>What moved each outcome</h3>${list(reasons)}` +
      `<h3>Which assumption moves it most</h3>${sensitivityTable(result)}` +
      `<h3>One run, day by day</h3><p class="small">One of ${scenario.runs.toLocaleString('en')}: an example of what such a course looks like, not what will happen.</p>${sampleList(result, words)}`,
  );
}

const limitsBox = ({ limits }: ScenarioResult): string =>
  `<section class="limits" aria-labelledby="limits"><h2 id="limits">What this cannot tell you</h2>${list(limits.map(e))}</section>`;

/** Courses side by side as one file that needs nothing beside it: no script, no font or picture from elsewhere. */
export function renderScenarios(comparison: ScenarioComparison, words: ScenarioWords): string {
  const { baseline, courses } = comparison;
  const title = e(courses.length === 0 ? baseline.scenario.name : courses.map(({ result }) => result.scenario.name).join(', ')); // prettier-ignore
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}${OWN_STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="when">${e(sayGround(baseline, words.names))}</p>
${limitsBox(baseline)}
${section('differences', 'Differences to no course at all', differenceTable(comparison))}
${section('outcomes', 'Outcomes', `<p class="small">Dot: estimate. Thick bar: eight in ten, from the doubt of the fitted parameters. Thin line: least and greatest over the hypotheses. Shaded: the record.</p>${outcomeSections(comparison, words)}`)}
${[baseline, ...courses.map(({ result }) => result)].map((result, i) => courseSection(result, words, i)).join('\n')}
</main>
</body>
</html>
`;
}
