import type { OutcomeResult } from '../../../model/scenario.ts';
import type { PreparedPlay } from './prepared-play.ts';

const USUAL = [
  'It counts dated moves and knows no reasons: health, succession, accidents, domestic politics and secret talks are outside it.',
  'A course is played as if nothing else in the world changed because of it; what has no precedent in the record cannot come out.',
  'Differences between courses rest on how moves followed one another in the past, which is no proof that one causes the other.',
];

function ofSkill(outcomes: readonly OutcomeResult[]): readonly string[] {
  const unmeasured = outcomes.filter(({ skill }) => skill === undefined).map(({ name }) => name);
  const poor = outcomes.filter(({ skill }) => skill !== undefined && skill.overClimatology <= 0);
  const plain = outcomes.filter(
    ({ skill }) => skill !== undefined && skill.overClimatology > 0 && skill.overBestSimple <= 0,
  );
  return [
    ...(poor.length > 0
      ? [
          `No skill over the plain share of past windows was found for: ${poor.map(({ name }) => name).join('; ')}. Read those figures as history, not as foresight.`,
        ]
      : []),
    ...(plain.length > 0
      ? [`A simple rule was as good on past starts for: ${plain.map(({ name }) => name).join('; ')}.`]
      : []),
    ...(unmeasured.length > 0
      ? [`How good such figures are was never measured for: ${unmeasured.join('; ')}.`]
      : []),
  ];
}

/** What a result cannot tell, in words; never empty. */
export function sayLimits(
  outcomes: readonly OutcomeResult[],
  judged: number,
  play: PreparedPlay,
): readonly string[] {
  const judgement =
    judged > 0
      ? [
          `${judged} of ${play.steps.length} steps rest on the analyst's own stated effect, for which history has no instance.`,
        ]
      : [];
  const one =
    play.hypotheses.length < 2 ? ['Only one theory of motive was played: rival ones may say otherwise.'] : [];
  return [...USUAL, ...ofSkill(outcomes), ...judgement, ...one];
}
