import { withFields } from '../../../model/with-fields.ts';
import type { MechanismClaim } from '../../../model/claim.ts';
import type { MechanismGives } from '../../../model/lexicon-assertions.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Span } from '../../../model/span.ts';
import type { AssertionKnowledge } from './base-claim.ts';
import { findFrames } from './frame-claims.ts';
import type { FoundFrame } from './frame-claims.ts';
import type { Ground } from './ground.ts';
import { fillerOf, frameIndexer } from './match.ts';
import { trimmed, wordsSpan } from './reach.ts';
import { negationsOf, subjectsOf } from './roles.ts';

const indexed = frameIndexer<MechanismGives>();

/** "actions that threatened": what the relative pronoun stands for. */
const nounOf = ({ marks, tree, lower }: Ground, token: number): number => {
  const head = marks.head[token];
  const isRelative =
    ['that', 'which', 'who'].includes(lower[token]) && deprelOf(marks, token).startsWith('nsubj');
  return isRelative && head >= 0 && deprelOf(marks, head) === 'acl:relcl' && tree.first[head] <= token
    ? marks.head[head]
    : token;
};

const spanAt = (found: FoundFrame<MechanismGives>, token: number | undefined): Span | undefined => {
  if (token === undefined) return undefined;
  const { ground, match } = found;
  const { first, last } = trimmed(ground, nounOf(ground, token));
  const isLed = deprelOf(ground.marks, first) === 'case' && first < last;
  return first <= match.anchor && match.anchor <= last && token < match.anchor
    ? undefined
    : wordsSpan(ground, isLed ? first + 1 : first, last);
};

function directionOf({ ground, match, gives }: FoundFrame<MechanismGives>): MechanismClaim['direction'] {
  return negationsOf(ground, match.anchor).length > 0 ? 'not' : gives.direction;
}

interface Sides {
  readonly cause: Span | undefined;
  readonly effect: Span | undefined;
}

function sidesOf(found: FoundFrame<MechanismGives>): Sides {
  const { ground, match } = found;
  return {
    cause: spanAt(found, fillerOf(match, 'by', 'from') ?? subjectsOf(ground, match.anchor)[0]),
    effect: spanAt(found, fillerOf(match, 'comp', 'to', 'in', 'obj', 'of', 'for')),
  };
}

/** "The launch was a response to the drills", "vowed to respond to any attack": what is answered brings about the answer. */
function answered(found: FoundFrame<MechanismGives>): Sides {
  const { ground, match, base } = found;
  const isVerb = uposOf(ground.marks, match.anchor) === 'VERB';
  const answer = spanAt(found, subjectsOf(ground, match.anchor)[0]);
  const cause = spanAt(found, fillerOf(match, 'to'));
  const verb = {
    start: ground.marks.start[match.anchor],
    end: Math.min(base.span.end, cause?.start ?? base.span.end),
  };
  return { cause, effect: isVerb ? trimmedEnd(ground, verb) : answer };
}

/** Without the preposition and the marks at its end. */
function trimmedEnd({ marks }: Ground, span: Span): Span {
  const words = marks.text.slice(span.start, span.end).replace(/(?:\W|\bto\b)+$/iu, '');
  return { start: span.start, end: span.start + words.length };
}

function toClaim(found: FoundFrame<MechanismGives>): MechanismClaim {
  const { cause, effect } = found.gives.answers === true ? answered(found) : sidesOf(found);
  return withFields(found.base, {
    kind: 'mechanism',
    direction: directionOf(found),
    ...(cause === undefined ? {} : { cause }),
    ...(effect === undefined ? {} : { effect }),
  });
}

/** What somebody claims to bring about, raise, lower or prevent what. */
export function findMechanisms(
  marked: MarkedReport,
  knowledge: AssertionKnowledge,
): readonly MechanismClaim[] {
  const index = indexed(knowledge.assertions.mechanisms);
  return findFrames(marked, knowledge, { kind: 'mechanism', index }).map(toClaim);
}
