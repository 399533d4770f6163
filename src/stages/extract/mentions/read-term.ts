import { withFields } from '../../../model/with-fields.ts';
import type { NameNode } from '../../../model/actor.ts';
import { xposOf } from '../../../model/marks.ts';
import type { Candidate, CandidateBase as Base } from './candidate.ts';
import type { Hit } from './match-names.ts';
import { findSense, foldedAt, nameHitAt, termHitAt } from './reading-context.ts';
import type { ReadingContext } from './reading-context.ts';
import { countIn, isIndefiniteAt, sidesIn, titleIn } from './read-words.ts';

const OF: ReadonlySet<string> = new Set(['of', 'from', 'at', 'for', 'in']);

/** Sides of the phrase, or of what follows it: "the defense minister of X", "officials at the X ministry". */
function sidesOf(context: ReadingContext, base: Base): readonly string[] {
  if (base.sideIds.length > 0) return base.sideIds;
  const { phrase } = base;
  const next = phrase.last + 1;
  if (next >= context.marks.tokenCount || !OF.has(foldedAt(context, next))) return [];
  return sidesIn(
    context,
    next + 1,
    Math.min(next + 5, Math.max(phrase.spanLast, next + 3), lastOfSentence(context, next)),
  );
}

const lastOfSentence = (context: ReadingContext, t: number): number =>
  context.marks.sentenceStart[context.marks.sentenceOf[t] + 1] - 1;

function officeOf(root: NameNode, words: readonly string[]): string | undefined {
  let node: NameNode | undefined = root;
  for (const word of words) node = node?.next.get(word);
  const sense = node?.senses.find(({ kind }) => kind === 'office');
  return sense?.kind === 'office' ? sense.classId : undefined;
}

/** The classes of office of a plural title: "foreign and defense ministers" has two. */
function classesOf(context: ReadingContext, base: Base, hit: Hit): readonly string[] {
  const { phrase } = base;
  const noun = foldedAt(context, phrase.noun);
  const classes: string[] = [];
  for (let t = phrase.first; t < hit.last; t++) {
    const isJoined = xposOf(context.marks, t + 1) === 'CC' || xposOf(context.marks, t + 1) === ',';
    const found = isJoined ? officeOf(context.actors.terms, [foldedAt(context, t), noun]) : undefined;
    if (found !== undefined) classes.push(found);
  }
  const own = findSense(hit, 'office');
  if (own !== undefined && (classes.length === 0 || hit.first < hit.last)) classes.push(own.classId);
  return [...new Set(classes)];
}

function readOffice(context: ReadingContext, base: Base, hit: Hit, classId: string): Candidate {
  const sideIds = sidesOf(context, base);
  const title = titleIn(context, base.phrase.first, base.phrase.last);
  const office = context.actors.offices.get(classId);
  const side = sideIds.at(-1) ?? (office?.only.length === 1 ? office.only[0] : undefined);
  const count = countIn(context, base.phrase.first, base.phrase.last);
  const shared = withFields(base, {
    sideIds,
    ...(title === undefined ? {} : { title }),
    ...(side === undefined ? {} : { sideId: side }),
    ...(count === undefined ? {} : { count }),
  });
  if (base.isPlural) {
    const naming = count === undefined ? 'collective' : 'title';
    return withFields(shared, { what: 'group', naming, classIds: classesOf(context, base, hit) });
  }
  if (isIndefiniteAt(context, base.phrase.first))
    return withFields(shared, { what: 'group', naming: 'anonymous' });
  return withFields(shared, { what: 'title', naming: 'title' });
}

/**
 * A side before such a noun may be what they study: always before "expert", unless a body stands between
 * ("intelligence analysts"); before another noun where some other noun stands between ("project director").
 */
function isTopic(context: ReadingContext, base: Base, hit: Hit, isTopical: boolean): boolean {
  let isBodied = false;
  let isOther = false;
  for (let t = base.phrase.first; t < hit.first; t++) {
    const term = termHitAt(context, t);
    if (findSense(term, 'body') ?? findSense(term, 'government')) isBodied = true;
    else if (term === undefined && nameHitAt(context, t) === undefined && xposOf(context.marks, t) === 'NN')
      isOther = true;
  }
  return isTopical ? !isBodied : isOther && !isBodied;
}

function readRole(context: ReadingContext, base: Base, hit: Hit, roleId: string): Candidate {
  const role = context.actors.roles.get(roleId);
  if (role?.isBody === true && !base.isPlural) return withFields(base, { what: 'thing', naming: 'unknown' });
  const title = titleIn(context, base.phrase.first, base.phrase.last);
  const count = countIn(context, base.phrase.first, base.phrase.last);
  const sideIds = isTopic(context, base, hit, role?.isTopical === true) ? [] : sidesOf(context, base);
  const classIds = base.isPlural ? classesOf(context, base, hit) : [];
  const side = role?.isBody === true || role?.isCounterpart === true ? undefined : sideIds.at(-1);
  return withFields(base, {
    what: 'group',
    naming: base.isPlural && count === undefined ? 'collective' : 'anonymous',
    sideIds,
    ...(title === undefined ? {} : { title }),
    ...(side === undefined ? {} : { sideId: side }),
    ...(count === undefined ? {} : { count }),
    ...(classIds.length === 0 ? {} : { classIds }),
  });
}

function readGovernment(context: ReadingContext, base: Base): Candidate {
  const sideIds = sidesOf(context, base);
  const side = sideIds.at(-1);
  if (side !== undefined && sideIds.length === 1) {
    return withFields(base, { what: 'actor', naming: 'metonym', actorId: side, sideId: side, sideIds });
  }
  if (base.isPlural) return withFields(base, { what: 'group', naming: 'collective', sideIds });
  if (base.isDefinite) return withFields(base, { what: 'short', naming: 'short-form', sideIds });
  return withFields(base, { what: 'thing', naming: 'unknown' });
}

/** Reads a phrase whose noun is a title, a role, a government or another body. */
export function readTerm(context: ReadingContext, base: Base, hit: Hit): Candidate {
  const office = findSense(hit, 'office');
  const role = findSense(hit, 'role');
  if (office !== undefined && context.actors.offices.get(office.classId)?.loose !== true) {
    return readOffice(context, base, hit, office.classId);
  }
  if (role !== undefined) return readRole(context, base, hit, role.roleId);
  if (office !== undefined) return readOffice(context, base, hit, office.classId);
  if (findSense(hit, 'government') !== undefined) return readGovernment(context, base);
  if (findSense(hit, 'body') !== undefined) {
    const side = sidesOf(context, base).at(0);
    if (side !== undefined) return withFields(base, { what: 'group', naming: 'collective', sideId: side });
    if (base.phrase.possessor !== undefined) return withFields(base, { what: 'group', naming: 'collective' });
  }
  return withFields(base, { what: 'thing', naming: 'unknown' });
}
