import type { BriefPage } from '../stages/brief/brief-page.ts';
import { renderHtml } from '../stages/brief/render-html.ts';
import { renderMarkdown } from '../stages/brief/render-markdown.ts';
import { toBrief } from '../stages/brief/to-brief.ts';
import { evidenceFinder } from './find-evidence.ts';
import { namesOf } from './names.ts';
import type { Session } from './session.ts';
import { situationOf } from './situation.ts';
import type { SituationQuestion } from './situation.ts';
import type { State } from './state.ts';

/** The situation in sentences, every one with its evidence. */
export function briefOfState(session: Session, state: State, question: SituationQuestion = {}): BriefPage {
  const situation = situationOf(session, state, question);
  const page = toBrief(situation, namesOf(session), evidenceFinder(session, state));
  return { ...page, title: session.playbook().title };
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
