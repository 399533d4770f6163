import type { Note } from './note.ts';
import type { PublishedAt } from './time.ts';

/** One published text, letter for letter, with outlet and time of publication. */
export interface Report {
  /** From content (text, outlet, title): the same report read twice has the same id. */
  readonly id: string;
  /** What every span points into. The headline, where known, is the text's first line. */
  readonly text: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly author?: string;
  readonly publishedAt?: PublishedAt;
  /** File, address or `-`, as the user gave it; entry number after `#` for a file of many. */
  readonly foundAt: string;
  /** Id of an earlier report that this one says it corrects. */
  readonly corrects?: string;
  readonly notes: readonly Note[];
}
