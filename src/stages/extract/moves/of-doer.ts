import type { Party } from '../../../model/party.ts';
import { wordOf, xposOf } from '../../../model/marks.ts';
import { listDependents, tokenAt } from '../syntax/tree.ts';
import type { FrameMatch } from './frame-match.ts';
import type { Scene } from './match-frames.ts';
import { inSet } from './phrase.ts';
import { NEIGHBOURS } from './roles.ts';

/** What these types of deed are done with may be troops or ships. */
const WITH_MEANS: ReadonlySet<string> = new Set(['mobilize', 'aid', 'retreat']);
/** What these do they do with what is their own. */
const WITH_OWN: ReadonlySet<string> = new Set(['retreat', 'mobilize', 'concede']);
const ABBREVIATION = /^(?:\p{Lu}\.?){2,4}$/u;

const isAny = ({ marks, lexicon }: Scene, token: number, names: readonly string[]): boolean =>
  names.some((name) => {
    const words = lexicon.classes.get(name);
    return words !== undefined && inSet(marks, token, words);
  });

/** "sending troops", "supplied drones": what a deed is done with. */
function isMeans(scene: Scene, { frame, object, undergoer }: FrameMatch, { naming, span }: Party): boolean {
  if (!WITH_MEANS.has(frame.type) || naming !== 'unknown') return false;
  const { start, end } = scene.marks;
  const at = [undergoer, object].find(
    (token) => token !== undefined && start[token] >= span.start && end[token] <= span.end,
  );
  return at !== undefined && isAny(scene, at, ['force', 'weapon']);
}

/** "a side’s sanctions", "the drills of both": who is named inside holds them, and is not whom their end is aimed at. */
function isMaker({ marks, tree }: Scene, { frame, undergoer }: FrameMatch, { span }: Party): boolean {
  if (undergoer === undefined || frame.type !== 'retreat') return false;
  const isInside =
    span.start >= marks.start[tree.first[undergoer]] && span.end <= marks.end[tree.last[undergoer]];
  if (frame.act?.startsWith('exercise') === true) return isInside;
  return (
    frame.act?.startsWith('sanction') === true &&
    listDependents(tree, undergoer, 'compound', 'amod').some(
      (at) => ABBREVIATION.test(wordOf(marks, at)) && marks.start[at] === span.start,
    )
  );
}

/** "its sanctions", "his troops": the doer's own; but "its neighbour" is another. */
function isOwn(scene: Scene, { frame }: FrameMatch, { span }: Party): boolean {
  const { marks } = scene;
  const token = tokenAt(marks, span.start);
  if (!WITH_OWN.has(frame.type) || xposOf(marks, token) !== 'PRP$') return false;
  return marks.head[token] < 0 || !isAny(scene, marks.head[token], NEIGHBOURS);
}

/** Is the party that stands where the target would the doer's own side, his means, or who holds what he gives up? */
export const isOfDoer = (scene: Scene, match: FrameMatch, party: Party): boolean =>
  isMeans(scene, match, party) || isMaker(scene, match, party) || isOwn(scene, match, party);
