import { contentId } from '../../model/content-id.ts';
import type { Note } from '../../model/note.ts';
import type { Report } from '../../model/report.ts';
import type { PublishedAt } from '../../model/time.ts';

/** What a format gave us of a report, before it has an id. */
export interface ReportDraft {
  readonly body: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly author?: string;
  readonly published?: PublishedAt;
  readonly corrects?: string;
  readonly notes: readonly Note[];
}

/** What the user says about all reports of this read; it wins over what the files say. */
export interface ReadSettings {
  /** ISO day or instant. */
  readonly published?: string;
  readonly outlet?: string;
}

const present = (words: string | undefined): string | undefined => {
  const trimmed = words?.trim();
  return trimmed === undefined || trimmed === '' ? undefined : trimmed;
};

/** Headline first, so that spans may point into it; never twice. */
function joinText(title: string | undefined, body: string): string {
  if (title === undefined || body.trimStart().startsWith(title)) return body;
  return `${title}\n\n${body}`;
}

function publishedOf(draft: ReportDraft, settings: ReadSettings): PublishedAt | undefined {
  if (settings.published === undefined) return draft.published;
  return { at: settings.published, certainty: 'certain', basis: 'flag' };
}

export function toReport(draft: ReportDraft, foundAt: string, settings: ReadSettings): Report {
  const title = present(draft.title);
  const outlet = settings.outlet ?? present(draft.outlet);
  const author = present(draft.author);
  const text = joinText(title, draft.body);
  const publishedAt = publishedOf(draft, settings);
  return {
    id: contentId('report', outlet ?? '', title ?? '', text),
    text,
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    foundAt,
    ...(draft.corrects === undefined ? {} : { corrects: draft.corrects }),
    notes: draft.notes,
  };
}
