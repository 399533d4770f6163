import { contentId } from '../../model/content-id.ts';
import type { Act } from '../../model/move-type.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import type { MoratoriumEntry, Playbook, ProgrammeEntry } from '../../model/playbook.ts';
import type { MoratoriumLine, ProgrammeLine } from '../../model/situation.ts';
import { dayText } from './day-number.ts';
import { because } from './view.ts';
import type { Seen } from './place-moves.ts';
import type { View } from './view.ts';

const YEAR_DAYS = 365;

interface Stages {
  readonly pledged: MovePattern;
  readonly shown: MovePattern;
  readonly tested: MovePattern;
}

const made = new WeakMap<ProgrammeEntry, Stages>();

function stagesOf(entry: ProgrammeEntry): Stages {
  const known = made.get(entry);
  if (known) return known;
  const pattern = (...act: readonly Act[]): MovePattern => ({
    act,
    by: [entry.owner],
    class: entry.classes,
    ...(entry.notClasses.length > 0 ? { notClass: entry.notClasses } : {}),
  });
  const stages = {
    pledged: pattern('pledge-made'),
    shown: pattern('weapons-display', 'weapons-deployment'),
    tested: pattern('weapons-test'),
  };
  made.set(entry, stages);
  return stages;
}

const noveltyOf = (view: View, seen: Seen): ProgrammeLine['novelty'] =>
  view.factsOf(seen.move.id).find((fact) => fact.move?.novelty !== undefined)?.move?.novelty;

function toProgramme(entry: ProgrammeEntry, view: View, playbook: Playbook): ProgrammeLine {
  const stages = stagesOf(entry);
  const pledged = view.last(stages.pledged);
  const shown = view.last(stages.shown);
  const tested = view.last(stages.tested);
  const seen = [tested, shown, pledged].flatMap((one) => one ?? []);
  const year = view.newest(stages.tested, 200, view.validAt - YEAR_DAYS);
  const latest = tested && noveltyOf(view, tested);
  return {
    id: contentId('line', 'programmes', playbook.id, entry.id),
    programme: entry.id,
    owner: entry.owner,
    stage: tested ? 'tested' : shown ? 'shown' : pledged ? 'pledged' : 'none',
    ...(pledged ? { pledgedOn: dayText(pledged.at) } : {}),
    ...(shown ? { shownOn: dayText(shown.at) } : {}),
    ...(tested ? { testedOn: dayText(tested.at), daysSince: view.validAt - tested.until } : {}),
    testsLastYear: year.length,
    ...(latest === undefined ? {} : { novelty: latest }),
    because: because(
      view,
      [entry.id],
      [...seen.map(({ move }) => move), ...year.slice(1, 6).map(({ move }) => move)],
    ),
  };
}

/** T8: how far each class of weapon has come: pledged, shown, tested; and the days since. */
export const trackProgrammes = (view: View, playbook: Playbook): readonly ProgrammeLine[] =>
  playbook.programmes.map((entry) => toProgramme(entry, view, playbook));

function toMoratorium(entry: MoratoriumEntry, view: View, playbook: Playbook): MoratoriumLine {
  const declared = view.last(entry.declared);
  const ended = declared && entry.ends.flatMap((pattern) => view.newest(pattern, 1, declared.at + 1)).at(0);
  const broken = declared && view.each(entry.covers, declared.at + 1, undefined, 1).at(0);
  const state = declared === undefined ? 'none' : broken ? 'broken' : ended ? 'ended' : 'kept';
  const moves = [declared, ended, broken].flatMap((seen) => (seen ? [seen.move] : []));
  return {
    id: contentId('line', 'moratoria', playbook.id, entry.id),
    moratorium: entry.id,
    holder: entry.holder,
    state,
    ...(declared ? { since: dayText(declared.at) } : {}),
    ...(broken ? { brokenOn: dayText(broken.at) } : {}),
    because: because(view, [entry.id], moves),
  };
}

/** T8: pledges not to test, kept, withdrawn or broken. */
export const trackMoratoria = (view: View, playbook: Playbook): readonly MoratoriumLine[] =>
  playbook.moratoria.map((entry) => toMoratorium(entry, view, playbook));
