import type { Marks } from '../../../model/marks.ts';
import type { FrameMatch } from './frame-match.ts';

/** "curtail its enforcement of [sanctions]": the verb's act is the one told. */
function isInside(match: FrameMatch, verbs: ReadonlyMap<number, FrameMatch>, marks: Marks): boolean {
  const above = marks.head[match.token];
  return [...verbs.values()].some(
    (verb) =>
      verb.object === above &&
      verb.frame.act !== undefined &&
      verb.frame.act.split('-')[0] === match.frame.act?.split('-')[0],
  );
}

/** "a pause in [drills]": the noun's act is the one told, and it says what becomes of the other. */
function isStopped(match: FrameMatch, found: readonly FrameMatch[]): boolean {
  const family = match.frame.act?.split('-')[0];
  return found.some(
    (other) =>
      other.kind === 'noun' &&
      other.object === match.token &&
      other.token !== match.token &&
      other.frame.act !== undefined &&
      other.frame.act.split('-')[0] === family,
  );
}

/** A noun whose verb has already been read as the same deed is no second deed. */
export function dropCarried(found: readonly FrameMatch[], marks: Marks): FrameMatch[] {
  const verbs = new Map(found.filter((match) => match.kind === 'verb').map((match) => [match.token, match]));
  const taken = new Set<number>();
  for (const match of verbs.values()) if (match.object !== undefined) taken.add(match.object);
  return found.filter((match) => {
    if (match.kind !== 'noun') return true;
    const carrier = match.light === undefined ? undefined : verbs.get(match.light);
    if (carrier !== undefined && carrier.object === match.token) return false;
    const acted = [...verbs.values()].some(
      (verb) =>
        verb.subject === match.token &&
        verb.frame.subject !== undefined &&
        verb.frame.type === match.frame.type,
    );
    if (acted || isInside(match, verbs, marks)) return false;
    if (isStopped(match, found)) return false;
    if (!taken.has(match.token)) return true;
    return ![...verbs.values()].some(
      (verb) =>
        verb.object === match.token && (verb.frame.type === match.frame.type || verb.frame.act !== undefined),
    );
  });
}
