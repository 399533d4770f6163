import type { ConditionLexicon } from '../../../model/lexicon-conditions.ts';
import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { Ground } from '../assertions/ground.ts';
import { subjectsOf } from '../assertions/roles.ts';
import { clauseHead } from '../syntax/tree.ts';
import { viewClauses } from './clause-view.ts';
import type { ClauseView } from './clause-view.ts';
import { pickByOverlap } from './expected-overlap.ts';
import { findConditionals } from './find-conditionals.ts';
import type { Conditional } from './find-conditionals.ts';
import { labelClauses } from './label-clauses.ts';
import { subtree, tidy, without } from './stretch.ts';
import type { Stretch } from './stretch.ts';
import { auxiliaries } from './tests-of-sides.ts';
import { weighPairs } from './weigh-pairs.ts';

/** What did not happen, and what would have followed; the latter may be left unsaid. */
interface Counterfactual {
  readonly antecedent: Stretch;
  readonly consequent: Stretch | undefined;
}

const WOULD: ReadonlySet<string> = new Set(['would', 'could', 'might', 'should', "'d", '’d']);
const PERFECT: ReadonlySet<string> = new Set(['have', "'ve", '’ve', 'of', 'ha']);

const isUnreal = (ground: Ground, token: number): boolean => {
  const words = auxiliaries(ground, token);
  return words.some((word) => WOULD.has(word)) && words.some((word) => PERFECT.has(word));
};

function rank(one: Conditional): number {
  const { entry } = one.at;
  const isClause = entry.form === 'conjunction' || entry.form === 'inversion';
  const meant = entry.gives === 'if' || entry.gives === 'inversion' || entry.gives === 'only-if';
  return (
    (one.reading === 'counterfactual' ? 4 : 0) +
    (isClause ? 2 : 0) +
    (meant ? 1 : 0) -
    (one.reading === 'question' || one.reading === 'comparison' ? 5 : 0)
  );
}

const SUPPOSED: ReadonlySet<string> = new Set(['without', 'with', 'for', 'absent']);

const DEGREES: ReadonlySet<string> = new Set(['a', 'an', 'more', 'better', 'less', 'enough']);

/** "Without a levee the town would have drowned." */
function fromPhrase(ground: Ground, unreal: number): Counterfactual | undefined {
  const { marks, tree } = ground;
  for (let t = ground.sentenceStart(unreal); t < ground.sentenceEnd(unreal); t++) {
    if (!SUPPOSED.has(ground.lower[t]) || marks.head[t] < 0) continue;
    if (
      ground.lower[t] === 'for' &&
      (t === 0 || (ground.lower[t - 1] !== 'but' && ground.lower[t - 1] !== 'not'))
    )
      continue;
    if (ground.lower[t] === 'with' && !DEGREES.has(ground.lower[t + 1])) continue;
    const phrase = tidy(ground, {
      first: Math.min(t, tree.first[marks.head[t]]),
      last: tree.last[marks.head[t]],
    });
    if (phrase.first <= unreal && unreal <= phrase.last) continue;
    const clause = without(subtree(ground, clauseHead(marks, unreal)), phrase);
    return { antecedent: phrase, consequent: tidy(ground, clause) };
  }
  return undefined;
}

/** First token of a further clause (", but it would have cost more") that begins between two tokens. */
function furtherClause(ground: Ground, from: number, last: number): number | undefined {
  const { marks, tree } = ground;
  for (let t = from + 1; t < last; t++) {
    if (
      ground.lower[t] !== 'but' &&
      ground.lower[t] !== ',' &&
      ground.lower[t] !== 'and' &&
      ground.lower[t] !== ';'
    )
      continue;
    const next = ground.lower[t] === ',' && uposOf(marks, t + 1) === 'CCONJ' ? t + 2 : t + 1;
    const isTie = ground.lower[t] !== ',' || next === t + 2 || ['which', 'plus'].includes(ground.lower[next]);
    if (!isTie || next >= last) continue;
    const top = marks.head[next];
    const opens =
      ['PRON', 'DET', 'PROPN'].includes(uposOf(marks, next)) && top > next && tree.first[top] >= t - 1;
    if (opens || ground.lower[next] === 'it' || ground.lower[next] === 'i') return t;
  }
  return undefined;
}

function clauseWords(ground: Ground, token: number): Stretch {
  const own = subtree(ground, clauseHead(ground.marks, token));
  const [subject] = subjectsOf(ground, token);
  const first =
    subject === undefined || subject > token
      ? own.first
      : Math.max(own.first, Math.min(ground.tree.first[subject], token));
  const further = furtherClause(ground, token, own.last);
  return tidy(ground, { first, last: further === undefined ? own.last : further - 1 });
}

/** What a further clause with "would" says would have followed: "…, but it would have cost more". */
function furtherConsequent(ground: Ground, antecedent: Stretch): Stretch | undefined {
  const end = ground.sentenceEnd(antecedent.last);
  let at = antecedent.last + 1;
  while (at < end && ['PUNCT', 'CCONJ'].includes(uposOf(ground.marks, at))) at++;
  for (let t = at; t < Math.min(end, at + 8); t++) {
    if (WOULD.has(ground.lower[t])) return tidy(ground, { first: at, last: end - 1 });
  }
  return undefined;
}

/** "A deal would have ended the war": the noun is what did not come about. */
function fromSubject(ground: Ground, unreal: number): Counterfactual | undefined {
  const { marks, tree } = ground;
  const [subject] = subjectsOf(ground, unreal);
  if (subject === undefined || subject > unreal || uposOf(marks, subject) !== 'NOUN') return undefined;
  if (!auxiliaries(ground, unreal).some((word) => word === 'would' || word === 'could')) return undefined;
  const isThing = xposOf(marks, subject) === 'NN' && dependsOnArticle(ground, subject);
  if (!isThing) return undefined;
  const clause = clauseWords(ground, unreal);
  const antecedent = tidy(ground, subtree(ground, subject));
  return antecedent.last < clause.last
    ? { antecedent, consequent: tidy(ground, { first: tree.last[subject] + 1, last: clause.last }) }
    : undefined;
}

const dependsOnArticle = (ground: Ground, noun: number): boolean =>
  [ground.lower[ground.tree.first[noun]]].some(
    (word) => word === 'a' || word === 'an' || word === 'another' || word === 'any',
  );

function unrealVerbs(ground: Ground): readonly number[] {
  const found: number[] = [];
  for (let t = 0; t < ground.marks.tokenCount; t++) {
    if (!isPunctuationToken(ground, t) && isUnreal(ground, t)) found.push(t);
  }
  return found;
}

const isPunctuationToken = (ground: Ground, token: number): boolean =>
  uposOf(ground.marks, token) === 'PUNCT';

function fromWish(ground: Ground): Counterfactual | undefined {
  for (let t = 0; t < ground.marks.tokenCount; t++) {
    if (ground.lemma[t] !== 'wish' || deprelOf(ground.marks, t) === 'obj') continue;
    const antecedent = clauseWords(ground, t);
    return { antecedent, consequent: furtherConsequent(ground, antecedent) };
  }
  return undefined;
}

/** The counterfactual by connectives, unreal verbs and the tree alone. */
function guessCounterfactual(ground: Ground, lexicon: ConditionLexicon): Counterfactual | undefined {
  const conditionals = findConditionals(ground, lexicon, { byTree: true }).filter((one) => rank(one) > 1);
  const [best] = [...conditionals].sort((a, b) => rank(b) - rank(a));
  if (best !== undefined) {
    return { antecedent: best.sides.protasis.stretch, consequent: best.sides.apodosis.stretch };
  }
  const wish = fromWish(ground);
  if (wish !== undefined) return wish;
  const unreal = unrealVerbs(ground);
  if (unreal.length === 0) return undefined;
  const phrase = unreal.map((token) => fromPhrase(ground, token)).find((one) => one !== undefined);
  const subject =
    phrase ?? unreal.map((token) => fromSubject(ground, token)).find((one) => one !== undefined);
  if (subject !== undefined) return subject;
  const antecedent = clauseWords(ground, unreal[0]);
  return { antecedent, consequent: furtherConsequent(ground, antecedent) };
}

/** A text that holds a counterfactual, as the clause labeller looks at it. */
export function viewCounterfactual(ground: Ground, lexicon: ConditionLexicon): ClauseView {
  const guess = guessCounterfactual(ground, lexicon);
  const rough = guess === undefined ? undefined : { protasis: guess.antecedent, apodosis: guess.consequent };
  return viewClauses(ground, { first: 0, last: ground.marks.tokenCount - 1 }, rough);
}

/** How many ways to see a counterfactual are weighed against each other. */
const WAYS = 40;

/**
 * The counterfactual of a text that holds one: a condition that did not hold with what would have followed, a wish, or
 * what should have been done. Used to measure how well their ends are found.
 */
export function findCounterfactual(ground: Ground, lexicon: ConditionLexicon): Counterfactual | undefined {
  const model = lexicon.clauses?.sought;
  if (model === undefined) return guessCounterfactual(ground, lexicon);
  const view = viewCounterfactual(ground, lexicon);
  const ways = labelClauses(view, model, { best: WAYS });
  const pair = pickByOverlap(weighPairs(view, ways, model));
  return pair === undefined ? undefined : { antecedent: pair.protasis, consequent: pair.apodosis };
}
