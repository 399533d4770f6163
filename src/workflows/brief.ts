import type { BriefPage } from '../stages/brief/brief-page.ts';
import { renderHtml } from '../stages/brief/render-html.ts';
import { renderMarkdown } from '../stages/brief/render-markdown.ts';
import { toBrief } from '../stages/brief/to-brief.ts';
import { evidenceFinder } from './find-evidence.ts';
import { namesOf } from './names.ts';
import type { Session } from './session.ts';
import { situationOf } from './situation.ts';
import type { SituationQuestion } from './situation.ts';

/** The situation in sentences, every one with its evidence. */
export function briefOf(session: Session, question: SituationQuestion = {}): BriefPage {
  const state = session.state(question.knownAt === undefined ? {} : { knownAt: question.knownAt });
  const situation = situationOf(session, state, question);
  const page = toBrief(situation, namesOf(session), evidenceFinder(session, state));
  return { ...page, title: session.playbook().title };
}

export type BriefFormat = 'markdown' | 'html';

export const renderBrief = (page: BriefPage, format: BriefFormat): string =>
  format === 'html' ? renderHtml(page) : renderMarkdown(page);
