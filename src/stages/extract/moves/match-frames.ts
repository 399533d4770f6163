import type { MoveFrame, MoveLexicon, MoveTrigger } from '../../../model/lexicon-moves.ts';
import type { Marks } from '../../../model/marks.ts';
import { deprelOf, uposOf, xposOf } from '../../../model/marks.ts';
import type { Tree } from '../syntax/tree.ts';
import { dependentsOf, findDependent } from '../syntax/tree.ts';
import { caseOf, complementOf, joined, obliques, surfaceSubject } from './arguments.ts';
import { leadingObject, verbPlaces, viewNoun, viewVerb } from './frame-places.ts';
import type { NounView, VerbView } from './frame-places.ts';
import { formOf } from '../status/embedding.ts';
import { lookUp } from '../status/look-up.ts';
import { dropCarried } from './drop-carried.ts';
import type { FrameMatch } from './frame-match.ts';
import { inSet, lemmaAt, nounPhraseAt, verbPhraseAt } from './phrase.ts';

export interface Scene {
  readonly marks: Marks;
  readonly tree: Tree;
  readonly lexicon: MoveLexicon;
  /** Is this token a party: a mention, a name, a body or a person? */
  readonly isParty: (token: number) => boolean;
  /** Can it act in words: a party, or what speaks for one (a statement, a letter)? */
  readonly canAct: (token: number) => boolean;
}

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ']);

const CLAUSE = '<clause>';

const find = (marks: Marks, places: readonly number[], set: ReadonlySet<string>): number | undefined =>
  places.find((at) => inSet(marks, at, set) || (set.has(CLAUSE) && uposOf(marks, at) === 'VERB'));

type Wants = Pick<MoveFrame, 'object' | 'subject' | 'either' | 'modifier'>;

interface Filled {
  readonly object: number | undefined;
  readonly score: number;
}

/** Do the frame's wants hold around the trigger? Undefined when one does not. */
function fill(
  scene: Scene,
  frame: Wants,
  places: readonly number[],
  subject: number | undefined,
): Filled | undefined {
  const { marks, tree } = scene;
  let score = 0;
  let object: number | undefined;
  if (frame.object !== undefined) {
    object = find(marks, places, frame.object);
    if (object === undefined) return undefined;
    score += (inSet(marks, object, frame.object) ? 4 : 2) + 2 / Math.sqrt(frame.object.size);
  }
  if (frame.subject !== undefined) {
    const met =
      subject !== undefined &&
      joined(tree, subject).some((at) => inSet(marks, at, frame.subject ?? new Set()));
    if (!met) return undefined;
    score += 4.5;
  }
  if (frame.either !== undefined) {
    const set = frame.either;
    const met = [subject, ...places].some(
      (at) => at !== undefined && (inSet(marks, at, set) || scene.isParty(at)),
    );
    if (!met) return undefined;
    score += 1;
  }
  if (frame.modifier !== undefined) {
    if (object === undefined || find(marks, dependentsOf(tree, object), frame.modifier) === undefined)
      return undefined;
    score += 3;
  }
  return { object, score };
}

function meansMet(scene: Scene, frame: MoveFrame, token: number): boolean {
  if (frame.means === undefined) return true;
  const { means } = frame;
  const led = obliques(scene.tree, token, ['with', 'by', 'through']).flatMap((at) => [
    at,
    ...obliques(scene.tree, at, ['with']),
  ]);
  return find(scene.marks, led, means) !== undefined;
}

export function isNegated(tree: Tree, token: number): boolean {
  for (const at of dependentsOf(tree, token)) {
    const lemma = lemmaAt(tree.marks, at);
    if (lemma === 'not' || lemma === "n't" || lemma === 'n’t' || lemma === 'never' || lemma === 'yet')
      return true;
    if (lemma === 'no' && deprelOf(tree.marks, at) === 'det') return true;
  }
  return false;
}

const worth = (frame: MoveFrame, words: number): number =>
  (words - 1) * 2 +
  (frame.act === undefined ? 0 : 1.5) +
  (frame.mode === undefined ? 0 : 0.05) +
  (frame.negated === true ? 5 : 0) +
  (frame.leads === undefined ? 0 : 2) -
  frame.rank * 1e-4;

/** Types that only somebody can do, never a thing: what is said, and dealings between parties. */
const PERSONAL: ReadonlySet<string> = new Set([
  'agree', 'consult', 'support', 'concede', 'cooperate', 'aid', 'request', 'accuse', 'reject', 'threaten', 'sanction',
]); // prettier-ignore

const wantsSomebody = (frame: MoveFrame): boolean =>
  PERSONAL.has(frame.type) && frame.subject === undefined && frame.inanimate !== true;

/** "suggested that …", the clause itself lost in a broken tree. */
const isBeforeThat = ({ marks }: Tree, token: number): boolean =>
  token + 1 < marks.tokenCount && lemmaAt(marks, token + 1) === 'that' && xposOf(marks, token + 1) === 'IN';

/** Does a clause that completes the trigger stand as the frame wants it? */
function formFits(tree: Tree, token: number, frame: MoveFrame): boolean {
  if (frame.forms === undefined) return true;
  const complement = findDependent(tree, token, 'ccomp', 'xcomp');
  const bare = isBeforeThat(tree, token) ? 'that' : 'none';
  return frame.forms.includes(complement === undefined ? bare : formOf(tree, complement));
}

const BAR_REACH = 8;

function isBarred(marks: Marks, token: number, bars: ReadonlySet<string> | undefined): boolean {
  if (bars === undefined) return false;
  const end = Math.min(marks.tokenCount, token + BAR_REACH, marks.sentenceStart[marks.sentenceOf[token] + 1]);
  for (let t = token + 1; t < end; t++) if (bars.has(lemmaAt(marks, t))) return true;
  return false;
}

/** Does one of the prepositions lead in a noun that can be struck: no time, and no open water? */
function hasLead(scene: Scene, hosts: readonly (number | undefined)[], leads: readonly string[]): boolean {
  const { classes } = scene.lexicon;
  const others = [classes.get('temporal'), classes.get('open-water')];
  const isStruck = (at: number): boolean => !others.some((words) => words?.has(lemmaAt(scene.marks, at)));
  return hosts.some((host) => host !== undefined && obliques(scene.tree, host, leads).some(isStruck));
}

const FORETELLERS: ReadonlySet<string> = new Set([
  'analyst',
  'expert',
  'economist',
  'scientist',
  'observer',
  'scholar',
  'researcher',
  'critic',
]);

/** "Analysts warned that …": those who foresee do not threaten. */
function foretells(tree: Tree, token: number): boolean {
  const subject = findDependent(tree, token, 'nsubj');
  return (
    subject !== undefined &&
    FORETELLERS.has(lemmaAt(tree.marks, subject)) &&
    findDependent(tree, token, 'ccomp') !== undefined
  );
}

function matchVerb(
  scene: Scene,
  token: number,
  { frame, phrase }: MoveTrigger,
  view: VerbView,
): FrameMatch | undefined {
  const { marks, tree } = scene;
  const others = phrase.words.length === 1 ? [] : verbPhraseAt(marks, token, phrase);
  if (others === undefined || (frame.negated === true && !isNegated(tree, token))) return undefined;
  if (frame.type === 'threaten' && foretells(tree, token)) return undefined;
  if (!formFits(tree, token, frame) || isBarred(marks, token, frame.bars)) return undefined;
  const { subject, doer } = view;
  const leading = leadingObject(tree, token, others);
  const places = verbPlaces(tree, view, leading, frame.targets);
  if (wantsSomebody(frame) && doer !== undefined && !scene.canAct(doer)) return undefined;
  const filled = fill(scene, frame, places, subject);
  if (filled === undefined || !meansMet(scene, frame, token)) return undefined;
  if (frame.leads !== undefined && !hasLead(scene, [token, filled.object], frame.leads)) return undefined;
  const undergoer = leading ?? view.undergoer;
  if (frame.object === undefined && frame.subject === undefined) {
    const grounded = [doer, undergoer, ...places].some((at) => at !== undefined && scene.isParty(at));
    if (!grounded) return undefined;
  }
  return {
    frame, token, kind: 'verb', others,
    ...(filled.object === undefined ? {} : { object: filled.object }),
    ...(doer === undefined ? {} : { subject: doer }),
    ...(undergoer === undefined ? {} : { undergoer }),
    score: filled.score + worth(frame, phrase.words.length) + (frame.means === undefined ? 0 : 3),
  }; // prettier-ignore
}

const OCCASION: ReadonlySet<string> = new Set([
  'after', 'before', 'during', 'following', 'at', 'since', 'amid', 'in', 'for', 'between', 'despite', 'from', 'by',
]); // prettier-ignore

/** A bare noun counts when somebody takes part in it, a verb carries it, or it stands as an occasion. */
function nounGrounded(
  scene: Scene,
  token: number,
  places: readonly number[],
  light: number | undefined,
): boolean {
  if (light !== undefined || places.some((at) => scene.isParty(at))) return true;
  const { tree, marks } = scene;
  if (OCCASION.has(caseOf(tree, token)) || findDependent(tree, token, 'nummod') !== undefined) return true;
  return deprelOf(marks, token).startsWith('nsubj');
}

function onlyHas(tree: Tree, token: number, only: ReadonlySet<string>): boolean {
  const plain = dependentsOf(tree, token).every((at) => {
    const label = deprelOf(tree.marks, at);
    if (label === 'nmod') return caseOf(tree, at) !== 'of' || only.has(lemmaAt(tree.marks, at));
    return (label !== 'amod' && label !== 'compound') || only.has(lemmaAt(tree.marks, at));
  });
  return plain;
}

/** A noun of several words says enough by itself. */
const WANTS_NOTHING: Wants = {};

interface NounSetting {
  readonly view: NounView;
  /** Lemmas that stood earlier in the report. */
  readonly seen: ReadonlySet<string>;
}

const SUBJECTS: ReadonlySet<string> = new Set(['topic', 'subject', 'matter', 'point', 'issue', 'theme']);

/** "talk of sanctions", "a topic of discussion": words are meant, not a meeting. */
function isOnlyWords(tree: Tree, token: number): boolean {
  const { marks } = tree;
  const lemma = lemmaAt(marks, token);
  if (lemma === 'talk') return xposOf(marks, token) === 'NN' && obliques(tree, token, ['of']).length > 0;
  const above = marks.head[token];
  return (
    lemma === 'discussion' &&
    above >= 0 &&
    caseOf(tree, token) === 'of' &&
    SUBJECTS.has(lemmaAt(marks, above))
  );
}

function matchNoun(
  scene: Scene,
  token: number,
  { frame, phrase }: MoveTrigger,
  at: NounSetting,
): FrameMatch | undefined {
  const { view, seen } = at;
  const { places, light, carrier } = view;
  const { marks, tree } = scene;
  if (phrase.words.length > 1 && !nounPhraseAt(marks, token, phrase)) return undefined;
  if (frame.negated === true && !isNegated(tree, token)) return undefined;
  if (frame.recalls !== undefined && ![...frame.recalls].some((word) => seen.has(word))) return undefined;
  if (deprelOf(marks, token) === 'compound' || isOnlyWords(tree, token)) return undefined;
  if (frame.only !== undefined && !onlyHas(tree, token, frame.only)) return undefined;
  const wants =
    phrase.words.length > 1
      ? { ...WANTS_NOTHING, ...(frame.subject === undefined ? {} : { subject: frame.subject }) }
      : frame;
  const filled = fill(scene, wants, places, carrier);
  if (filled === undefined) return undefined;
  if (frame.object === undefined && frame.recalls === undefined && phrase.words.length === 1) {
    if (!nounGrounded(scene, token, places, light)) return undefined;
  }
  return {
    frame, token, kind: 'noun', others: [],
    ...(filled.object === undefined ? {} : { object: filled.object }),
    ...(carrier === undefined ? {} : { subject: carrier }),
    ...(light === undefined ? {} : { light }),
    score: filled.score + worth(frame, phrase.words.length),
  }; // prettier-ignore
}

function matchAdjective(scene: Scene, token: number, { frame }: MoveTrigger): FrameMatch | undefined {
  const { marks, tree } = scene;
  if (findDependent(tree, token, 'cop') === undefined) return undefined;
  const subject = surfaceSubject(tree, token);
  const complement = complementOf(tree, token);
  const places = [
    token,
    ...(complement === undefined ? [] : [complement]),
    ...obliques(tree, token, ['to', 'for', 'about', 'with', 'over']),
  ];
  const filled = fill(scene, frame, places, subject);
  if (
    filled === undefined ||
    subject === undefined ||
    !scene.isParty(subject) ||
    uposOf(marks, token) !== 'ADJ'
  )
    return undefined;
  return { frame, token, kind: 'adjective', others: [], subject, score: filled.score + worth(frame, 1) };
}

function best(found: readonly (FrameMatch | undefined)[]): FrameMatch | undefined {
  let top: FrameMatch | undefined;
  for (const match of found)
    if (match !== undefined && (top === undefined || match.score > top.score)) top = match;
  return top;
}

/** A word after "to" is a verb, however it is tagged. */
const isAfterTo = (marks: Marks, token: number): boolean =>
  token > 0 &&
  xposOf(marks, token - 1) === 'TO' &&
  deprelOf(marks, token - 1) === 'mark' &&
  marks.head[token - 1] === token;

/** Every trigger of the report with the frame that fits it best. */
export function matchFrames(scene: Scene): FrameMatch[] {
  const { marks } = scene;
  const found: FrameMatch[] = [];
  const seen = new Set<string>();
  for (let token = 0; token < marks.tokenCount; token++) {
    const match = matchAt(scene, token, seen);
    if (match !== undefined) found.push(match);
    seen.add(lemmaAt(marks, token));
  }
  return dropCarried(found, marks);
}

function matchAt(scene: Scene, token: number, seen: ReadonlySet<string>): FrameMatch | undefined {
  const { marks, tree, lexicon } = scene;
  const lemma = lemmaAt(marks, token);
  const tag = uposOf(marks, token);
  if (tag === 'VERB' || isAfterTo(marks, token)) {
    const triggers = lookUp(lexicon.verbs, lemma);
    if (triggers === undefined) return undefined;
    const view = viewVerb(tree, token);
    return best(triggers.map((trigger) => matchVerb(scene, token, trigger, view)));
  }
  const nouns = NOMINAL.has(tag) ? lookUp(lexicon.nouns, lemma) : undefined;
  if (nouns !== undefined) {
    const view = viewNoun(tree, token);
    const match = best(nouns.map((trigger) => matchNoun(scene, token, trigger, { view, seen })));
    if (match !== undefined) return match;
  }
  if (tag !== 'ADJ') return undefined;
  return best(
    (lookUp(lexicon.adjectives, lemma) ?? []).map((trigger) => matchAdjective(scene, token, trigger)),
  );
}
