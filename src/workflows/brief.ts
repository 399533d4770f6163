import type { Situation } from '../model/situation.ts';
import type { BriefPage } from '../stages/brief/brief-page.ts';
import { renderHtml } from '../stages/brief/render-html.ts';
import { renderMarkdown } from '../stages/brief/render-markdown.ts';
import { toBrief } from '../stages/brief/to-brief.ts';
import { sayDay } from '../stages/brief/words.ts';
import { evidenceFinder } from './find-evidence.ts';
import { namesOf } from './names.ts';
import type { Session } from './session.ts';
import { situationOf } from './situation.ts';
import type { SituationQuestion } from './situation.ts';
import type { State } from './state.ts';
import { isWithin } from './timeline.ts';

export interface BriefQuestion extends SituationQuestion {
  /** First day of the period: acts before it are left out; what stands at its end is told in any case. */
  readonly from?: string;
}

/** Acts of the period and later dues alone; lines that tell how things stand are kept. */
function withinPeriod(situation: Situation, from: string): Situation {
  const period = { from, until: situation.validAt };
  return {
    ...situation,
    legal: situation.legal.filter(({ when }) => isWithin(when, period)),
    sanctions: situation.sanctions.filter(({ when }) => isWithin(when, period)),
    consultations: situation.consultations.filter(({ when, phase }) => phase === 'due' || isWithin(when, period)),
    outlooks: situation.outlooks.filter(({ state, due, resolvedOn }) => state === 'open' || (resolvedOn ?? due ?? '') >= from),
  };
} // prettier-ignore

/** The situation in sentences, every one with its evidence. */
export function briefOfState(session: Session, state: State, question: BriefQuestion = {}): BriefPage {
  const { from, ...asked } = question;
  const situation = situationOf(session, state, asked);
  const told = from === undefined ? situation : withinPeriod(situation, from);
  const page = toBrief(told, namesOf(session), evidenceFinder(session, state));
  const period = from === undefined ? '' : `: ${sayDay(from)} to ${sayDay(page.validAt)}`;
  return { ...page, title: `${session.playbook().title}${period}` };
}

export const briefOf = (session: Session, question: SituationQuestion = {}): BriefPage =>
  briefOfState(
    session,
    session.state(question.knownAt === undefined ? {} : { knownAt: question.knownAt }),
    question,
  );

/** A brief without some topics; evidence that nothing rests on any more goes with them, numbers stay. */
export function withoutSections(page: BriefPage, dropped: readonly string[]): BriefPage {
  const sections = page.sections.filter(({ id }) => !dropped.includes(id));
  const used = new Set(sections.flatMap(({ lines }) => lines.flatMap(({ citations }) => citations)));
  return { ...page, sections, citations: page.citations.filter(({ number }) => used.has(number)) };
}

export type BriefFormat = 'markdown' | 'html';

export const renderBrief = (page: BriefPage, format: BriefFormat): string =>
  format === 'html' ? renderHtml(page) : renderMarkdown(page);
