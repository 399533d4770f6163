import type { Deprel, Upos } from '../../../model/marks.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { Ground } from '../assertions/ground.ts';
import { clauseHead, findDependent } from '../syntax/tree.ts';
import type { Occurrence } from './connectives.ts';
import { isClausal, isUnder, subtree, tidy, topAfter, without } from './stretch.ts';
import type { Side, Sides, Stretch } from './stretch.ts';

const PHRASE_END: ReadonlySet<Deprel> = new Set(['advcl', 'parataxis', 'acl:relcl', 'root', 'conj']);

/** Head of what a preposition leads in: its noun, or the clause it opens ("for lifting the embargo"). */
function ledIn(ground: Ground, last: number): number | undefined {
  const { marks } = ground;
  const head = marks.head[last];
  if (head > last) return head;
  const next = last + 1;
  return next < ground.sentenceEnd(last) ? topAfter(ground, next, last, PHRASE_END) : undefined;
}

/** "For Velsk to freeze its tests": the noun's own verb follows it, and is the deed. */
function deedOf(ground: Ground, noun: number): number {
  const { marks, tree } = ground;
  if (isClausal(ground, noun)) return noun;
  const verb = findDependent(tree, noun, 'acl', 'advcl');
  if (verb !== undefined && verb > noun) return verb;
  const up = marks.head[noun];
  const label = deprelOf(marks, noun);
  return label === 'nsubj' && up > noun ? up : noun;
}

/** The word outside the connective that the whole phrase hangs on. */
function governorOf(ground: Ground, at: Occurrence, noun: number): number | undefined {
  let up = ground.marks.head[noun];
  for (let steps = 0; steps < 8 && up >= at.first && up <= at.last; steps++) up = ground.marks.head[up];
  return up >= 0 && (up < at.first || up > at.last) ? up : undefined;
}

function protasisAfter(ground: Ground, at: Occurrence): Side | undefined {
  const noun = ledIn(ground, at.last);
  if (noun === undefined) return undefined;
  const deed = deedOf(ground, noun);
  const last = Math.max(ground.tree.last[noun], isUnder(ground, noun, deed) ? ground.tree.last[deed] : noun);
  return {
    head: deed,
    stretch: tidy(ground, {
      first: at.last + 1,
      last: phraseEnd(ground, at, Math.min(last, firstStop(ground, at.last + 1))),
    }),
  };
}

const STOPS: ReadonlySet<string> = new Set([',', ';', ':', '”', '"', '–', '—', '.', '?', '!', ')']);

/** The last token before the next stop or the end of the sentence. */
function firstStop(ground: Ground, token: number): number {
  const end = ground.sentenceEnd(token - 1);
  let at = token;
  while (at + 1 < end && !STOPS.has(ground.lower[at + 1])) at++;
  return at;
}

const TRAILING: ReadonlySet<Upos> = new Set([
  'ADP',
  'DET',
  'ADJ',
  'NOUN',
  'PROPN',
  'NUM',
  'PRON',
  'PART',
  'ADV',
]);

/** Takes prepositional phrases along that follow at once, wherever the tree has hung them. */
function phraseEnd(ground: Ground, at: Occurrence, last: number): number {
  const { marks } = ground;
  const end = ground.sentenceEnd(at.last);
  let found = last;
  if (found + 1 >= end || uposOf(marks, found + 1) !== 'ADP') return found;
  while (found + 1 < end && TRAILING.has(uposOf(marks, found + 1))) found++;
  return found;
}

/** A clause in which something is traded; a relative clause takes along the noun that it describes. */
function tradedClause(ground: Ground, governor: number): Side {
  const { marks, tree } = ground;
  let head = isClausal(ground, governor) ? governor : clauseHead(marks, governor);
  while (deprelOf(marks, head) === 'xcomp' && marks.head[head] >= 0) head = marks.head[head];
  if (deprelOf(marks, head) === 'acl:relcl' || deprelOf(marks, head) === 'acl') {
    let noun = marks.head[head];
    while (deprelOf(marks, noun) === 'nmod' && marks.head[noun] >= 0) noun = marks.head[noun];
    const first = ['ADP', 'SCONJ'].includes(uposOf(marks, tree.first[noun]))
      ? tree.first[noun] + 1
      : tree.first[noun];
    return { head, stretch: { first, last: tree.last[noun] } };
  }
  return { head, stretch: subtree(ground, head) };
}

/** Keeps of the apodosis what stands on its own side of the protasis. */
function cutOff(ground: Ground, side: Side, from: number, to: number): Side {
  const stretch = without(side.stretch, { first: from, last: to });
  const fallsBefore = side.head < from && stretch.last > to;
  return {
    head: side.head,
    stretch: tidy(ground, fallsBefore ? { first: stretch.first, last: from - 1 } : stretch),
  };
}

/** The sides of "A in exchange for B", "A without B", "in the event of B, A". */
export function sidesOfPreposition(ground: Ground, at: Occurrence): Sides | undefined {
  const protasis = protasisAfter(ground, at);
  if (protasis === undefined) return undefined;
  const noun = ledIn(ground, at.last) ?? protasis.head;
  const governor = governorOf(ground, at, noun) ?? governorOf(ground, at, at.last);
  if (governor === undefined || isUnder(ground, governor, protasis.head)) return undefined;
  const traded = tradedClause(ground, governor);
  return { protasis, apodosis: cutOff(ground, traded, at.first, protasis.stretch.last) };
}

/** The sides of "A and, in return, B": the clause with the words, and the clause before it. */
export function sidesOfAdverb(ground: Ground, at: Occurrence): Sides | undefined {
  const { marks, tree } = ground;
  const head = clauseHead(marks, at.first);
  const own = deprelOf(marks, head) === 'conj' ? head : undefined;
  const before = own === undefined ? undefined : marks.head[own];
  if (own !== undefined && before !== undefined && before < at.first) {
    const stretch = { first: tree.first[before], last: Math.min(tree.first[own], at.first) - 1 };
    return {
      protasis: { head: before, stretch: tidy(ground, stretch) },
      apodosis: { head: own, stretch: tidy(ground, { first: tree.first[own], last: tree.last[own] }) },
    };
  }
  return undefined;
}

/** The sides of "A is conditioned on B", "A, contingent on B", "made A contingent on B". */
export function sidesOfPredicate(ground: Ground, at: Occurrence): Sides | undefined {
  const { marks, tree } = ground;
  const protasis = protasisAfter(ground, at);
  if (protasis === undefined) return undefined;
  const subject = findDependent(tree, at.first, 'nsubj', 'nsubj:pass', 'csubj');
  if (subject !== undefined) {
    return { protasis, apodosis: { head: subject, stretch: tidy(ground, subtree(ground, subject)) } };
  }
  const governor = marks.head[at.first];
  if (governor < 0) return undefined;
  const label = deprelOf(marks, at.first);
  const object = label === 'xcomp' || label === 'amod' ? findDependent(tree, governor, 'obj') : undefined;
  if (object !== undefined) {
    return {
      protasis,
      apodosis: cutOff(
        ground,
        { head: object, stretch: subtree(ground, object) },
        at.first,
        protasis.stretch.last,
      ),
    };
  }
  const side =
    uposOf(marks, governor) === 'VERB'
      ? tradedClause(ground, governor)
      : { head: governor, stretch: subtree(ground, governor) };
  return { protasis, apodosis: cutOff(ground, side, at.first, protasis.stretch.last) };
}

/** Words that stand in for what an apposition explains. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'something',
  'which',
  'that',
  'what',
  'it',
  'thing',
  'step',
  'move',
  'this',
]);

function explained(ground: Ground, noun: number): Stretch {
  const { marks, tree } = ground;
  if (!PLACEHOLDERS.has(ground.lemma[noun]) || marks.head[noun] < 0) return subtree(ground, noun);
  if (marks.head[noun] < noun) {
    const verb = clauseHead(marks, marks.head[noun]);
    return { first: Math.max(tree.first[verb], marks.head[noun] - 6), last: tree.first[noun] - 1 };
  }
  return subtree(ground, noun);
}

/** What is named as the condition: subject of the noun, or object of the verb that names it so. */
function namedThing(ground: Ground, noun: number): Side | undefined {
  const { marks, tree } = ground;
  const subject = findDependent(tree, noun, 'nsubj', 'csubj');
  if (subject !== undefined) return { head: subject, stretch: subtree(ground, subject) };
  const verb = marks.head[noun];
  if (verb < 0) return undefined;
  const object = findDependent(tree, verb, 'obj', 'nsubj:pass');
  if (object !== undefined && object !== noun && object < noun)
    return { head: object, stretch: subtree(ground, object) };
  const label = deprelOf(marks, verb);
  if (label === 'acl:relcl' || label === 'acl') {
    const named = marks.head[verb];
    const stretch = explained(ground, named);
    return {
      head: named,
      stretch: { first: stretch.first, last: Math.min(stretch.last, ground.tree.first[verb] - 1) },
    };
  }
  return undefined;
}

/** The sides of "B is a condition for A", "cited B as a condition for A". */
export function sidesOfNoun(ground: Ground, at: Occurrence): Sides | undefined {
  const { marks } = ground;
  const led = ledIn(ground, at.last);
  const isNamed =
    findDependent(ground.tree, at.first, 'cop') !== undefined ||
    ['obl', 'xcomp', 'advcl', 'nmod', 'obj', 'appos'].includes(deprelOf(marks, at.first));
  if (led === undefined || !isNamed) return undefined;
  const named = namedThing(ground, at.first);
  if (named === undefined) return undefined;
  const apodosis = { head: led, stretch: tidy(ground, { first: at.last + 1, last: ground.tree.last[led] }) };
  return { protasis: { head: named.head, stretch: tidy(ground, named.stretch) }, apodosis };
}

/** The sides of "will respond to any attack", "any attack will be met with force". */
export function sidesOfResponse(ground: Ground, at: Occurrence): Sides | undefined {
  const { marks, tree } = ground;
  const end = Math.min(ground.sentenceEnd(at.first), at.last + 8);
  let noun: number | undefined;
  for (let t = at.last + 1; t < end && noun === undefined; t++) {
    const isLink = ground.lower[t] === 'to' || ground.lower[t] === 'against';
    if (isLink && marks.head[t] > t && uposOf(marks, marks.head[t]) !== 'VERB') noun = marks.head[t];
  }
  const passive = findDependent(tree, at.first, 'nsubj:pass');
  const deed = noun ?? passive ?? findDependent(tree, at.first, 'obj');
  if (deed === undefined) return undefined;
  const clause = { head: at.first, stretch: subtree(ground, at.first) };
  const own = subtree(ground, deed);
  const first =
    ground.lower[own.first] === 'to' || ground.lower[own.first] === 'against' ? own.first + 1 : own.first;
  return {
    protasis: { head: deed, stretch: tidy(ground, { first, last: phraseEnd(ground, at, own.last) }) },
    apodosis: cutOff(ground, clause, tree.first[deed], tree.last[deed]),
  };
}
