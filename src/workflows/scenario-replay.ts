import { tellDays } from '../stages/brief/tell-scenarios.ts';
import type { ToldDay } from '../stages/brief/tell-scenarios.ts';
import { playSample } from '../stages/foresee/dynamics/play-sample.ts';
import { namesOf } from './names.ts';
import type { GroundedCourse } from './scenario-ground.ts';
import { prepare, withOrder } from './scenario-order.ts';
import type { PlaySettings } from './scenario-order.ts';
import type { Session } from './session.ts';

/** One run of a course, from 1, day by day with what set each move off. */
export const replayCourse = (
  session: Session,
  course: GroundedCourse,
  run: number,
  settings: PlaySettings = {},
): Promise<readonly ToldDay[]> =>
  withOrder(session, course, settings, async (order) => {
    const play = await prepare(order, course.scenario);
    const playbook = session.playbook();
    const sample = playSample(play, run - 1, { fitted: order.fitted, playbook });
    return tellDays(sample, { names: namesOf(session), ladder: playbook.ladder });
  });
