/**
 * Places around an anchor word where a frame may ask for other words. Prepositions stand for the noun that they
 * lead in (`as: threat` in "sees it as a threat").
 */
export const FRAME_ROLES = [
  'subj', 'obj', 'comp', 'mod', 'aux', 'gov', 'near', 'next', 'prev', 'clause', 'neg', 'passive', 'first',
  'as', 'of', 'in', 'on', 'to', 'for', 'with', 'at', 'against', 'over', 'between', 'by', 'from', 'into', 'toward',
  'towards', 'under', 'about', 'through', 'without', 'after', 'before', 'among', 'during', 'despite', 'across',
  'upon', 'within', 'via', 'than', 'like',
] as const; // prettier-ignore

export type FrameRole = (typeof FRAME_ROLES)[number];

/** Words wanted in each role: alternatives parted by `|`, `_` between the words of one alternative, `*` for any. */
export type RoleWords = Readonly<Partial<Record<FrameRole, string>>>;

/** What is the anchor's part of speech. */
export type AnchorKind = 'verb' | 'noun' | 'adjective' | 'other';

/** One way in which a frame shows itself: an anchor word and what must, may and must not stand around it. */
export interface FramePattern {
  readonly word: string;
  readonly is?: AnchorKind;
  readonly must: RoleWords;
  readonly may: RoleWords;
  readonly not: RoleWords;
}

/**
 * How much of the text a frame's claim covers: the bare words; the anchor with its arguments; these with the clauses that
 * complete it; for a noun, the predicate it stands under with its arguments.
 */
export type Reach = 'words' | 'phrase' | 'clause' | 'predicate';

/** One lexicon entry: patterns of words and what they mean. */
export interface Frame<Gives> {
  readonly id: string;
  readonly gives: Gives;
  readonly when: readonly FramePattern[];
  readonly reach: Reach;
  readonly why: string;
  readonly source?: string;
  readonly hit: readonly string[];
  readonly miss: readonly string[];
}
