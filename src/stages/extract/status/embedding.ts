import type { StatusEntry, StatusForm, StatusLexicon } from '../../../model/lexicon-status.ts';
import type { Marks } from '../../../model/marks.ts';
import { deprelOf, uposOf, wordOf, xposOf } from '../../../model/marks.ts';
import type { Tree } from '../syntax/tree.ts';
import { lookUp } from './look-up.ts';
import { partnerOf } from '../syntax/coordination.ts';
import { firstOfList, instanceOf, lentSubject } from '../syntax/lent-subject.ts';
import { isMeans, ledByMeans } from '../syntax/means.ts';
import { dependentsOf, findDependent, listDependents } from '../syntax/tree.ts';

/** How a deed hangs from what stands above it. */
export interface Link {
  /** Token above; −1 at the top. */
  readonly above: number;
  /** The entry that sets the status of what hangs from it. */
  readonly entry?: StatusEntry;
  /** Whether the status above holds for the deed too, where no entry says otherwise. */
  readonly passes: boolean;
}

const TOP: Link = { above: -1, passes: false };

const lower = (marks: Marks, token: number): string => marks.lowerLemma[token];

/** "that Veld restore": a plain form beside a singular is a subjunctive. */
const isSingular = (marks: Marks, token: number): boolean =>
  ['NNP', 'NN'].includes(xposOf(marks, token)) || /^(?:he|she|it)$/iu.test(wordOf(marks, token));

/** How the clause of `token` stands inside the word above it. */
export function formOf(tree: Tree, token: number): StatusForm {
  const { marks } = tree;
  const tag = xposOf(marks, token);
  const marksBefore = listDependents(tree, token, 'mark').map((at) => lower(marks, at));
  if (marksBefore.includes('to')) return 'to';
  const cop = findDependent(tree, token, 'cop', 'aux', 'aux:pass');
  if (tag === 'VBG' && cop === undefined) return 'ing';
  if (findDependent(tree, token, 'aux') !== undefined) return 'that';
  const be = findDependent(tree, token, 'aux:pass', 'cop');
  if (be !== undefined && marks.lowerWord[be] === 'be') return 'base';
  const subject = findDependent(tree, token, 'nsubj', 'nsubj:pass');
  if (tag === 'VB') return subject === undefined ? 'bare' : 'base';
  return tag === 'VBP' && subject !== undefined && isSingular(marks, subject) ? 'base' : 'that';
}

/** The first entry that allows the form. */
function pick(entries: readonly StatusEntry[] | undefined, form: StatusForm): StatusEntry | undefined {
  return entries?.find((entry) => entry.form === undefined || entry.form.has(form));
}

/** What leads in a clause or noun: "if", "without", "instead of", "in case". */
function leadEntry(tree: Tree, token: number, lexicon: StatusLexicon): StatusEntry | undefined {
  const { marks } = tree;
  for (const at of dependentsOf(tree, token)) {
    const label = deprelOf(marks, at);
    if (label !== 'mark' && label !== 'case' && label !== 'advmod' && label !== 'cc') continue;
    if (label === 'advmod' && at > token) continue;
    const next = at + 1 < marks.tokenCount ? `${lower(marks, at)} ${lower(marks, at + 1)}` : '';
    const own = label === 'cc' ? undefined : lexicon.leads.get(lower(marks, at));
    const entries = lexicon.leads.get(next) ?? own;
    if (entries === undefined) continue;
    if (label === 'case' && lower(marks, at) === 'until') continue;
    return entries.at(0);
  }
  const above = marks.head[token];
  const isAsLongAs =
    above >= 0 && uposOf(marks, above) === 'ADV' && lower(marks, above) === 'long' && above < token;
  return isAsLongAs ? lexicon.leads.get('long as')?.at(0) : undefined;
}

const COMPLEMENT: ReadonlySet<string> = new Set(['xcomp', 'ccomp', 'csubj', 'csubj:pass', 'csubj:outer']);

/** "give up", "look forward": the small word that makes another verb of a verb. */
const particleOf = (tree: Tree, verb: number): number | undefined =>
  findDependent(tree, verb, 'compound:prt') ??
  listDependents(tree, verb, 'advmod').find((at) => lower(tree.marks, at) === 'forward');

function byWord(
  tree: Tree,
  above: number,
  form: StatusForm,
  lexicon: StatusLexicon,
): StatusEntry | undefined {
  const { marks } = tree;
  const tag = uposOf(marks, above);
  const words =
    tag === 'ADJ' ? lexicon.adjectives : tag === 'NOUN' || tag === 'PROPN' ? lexicon.nouns : lexicon.verbs;
  const particle = tag === 'VERB' ? particleOf(tree, above) : undefined;
  const whole =
    particle === undefined ? undefined : lookUp(words, `${lower(marks, above)} ${lower(marks, particle)}`);
  return (
    pick(whole, form) ??
    pick(lookUp(words, lower(marks, above)), form) ??
    (tag === 'VERB' ? pick(lexicon.adjectives.get(marks.lowerWord[above]), form) : undefined)
  );
}

const DEED_PREPOSITIONS: ReadonlySet<string> = new Set([
  'for',
  'of',
  'about',
  'on',
  'from',
  'to',
  'against',
  'with',
  'over',
  'toward',
  'towards',
  'into',
  'in',
  '',
]);

/** Verbs that only carry a deed's noun: their own status is the deed's. */
const CARRIERS: ReadonlySet<string> = new Set([
  'conduct', 'carry', 'hold', 'send', 'stage', 'make', 'launch', 'perform', 'undertake', 'mount', 'issue', 'give', 'take', 'have',
  'execute', 'pay', 'wage', 'deliver', 'commit', 'open', 'do', 'lead', 'join', 'attend', 'host', 'occur', 'impose', 'be',
  'begin', 'start', 'resume', 'happen', 'continue', 'repeat', 'see', 'reach', 'sign', 'declare', 'come', 'follow', 'receive',
  'provide', 'offer', 'face', 'go', 'put', 'get', 'show', 'place', 'run', 'find', 'involve', 'report', 'trigger', 'cause',
  'provoke', 'spark', 'prompt', 'bring', 'produce', 'mean', 'invite', 'unleash', 'ignite', 'set',
]); // prettier-ignore

/** "would lead to talks": what comes of it shares its status. */
const RESULTS: ReadonlySet<string> = new Set([
  'lead',
  'result',
  'escalate',
  'amount',
  'end',
  'spiral',
  'culminate',
]);
const OUTCOME_PREPOSITIONS: ReadonlySet<string> = new Set(['to', 'in', 'into', 'with']);

/** "in exchange for talks": what is given back shares the status of what is given. */
const RETURNS: ReadonlySet<string> = new Set(['exchange', 'return']);

const POSSIBLE: ReadonlySet<string> = new Set(['option', 'possibility', 'risk', 'danger', 'prospect']);

/** "a strike remains an option": the predicate that leaves the deed open, if one does. */
function openPredicate(tree: Tree, above: number): number | undefined {
  const predicates = [above, ...listDependents(tree, above, 'xcomp', 'obj')];
  return predicates.find((at) => POSSIBLE.has(lower(tree.marks, at)));
}

const OFFERS: ReadonlySet<string> = new Set([
  'attempt', 'effort', 'offer', 'proposal', 'request', 'call', 'appeal', 'overture', 'demand', 'outreach', 'invitation', 'plea',
  'suggestion', 'approach', 'bid', 'initiative', 'accusation', 'criticism', 'allegation', 'claim',
]); // prettier-ignore
const TURNING_DOWN: ReadonlySet<string> = new Set([
  'reject',
  'refuse',
  'decline',
  'oppose',
  'resist',
  'veto',
  'block',
  'rule',
]);

/** "rejected attempts at talks": what is turned down has been made. */
const isOfferTurnedDown = (tree: Tree, token: number, above: number): boolean =>
  TURNING_DOWN.has(lower(tree.marks, above)) && OFFERS.has(lower(tree.marks, token));

function ofNounDeed(tree: Tree, token: number, above: number, label: string, lexicon: StatusLexicon): Link {
  const { marks } = tree;
  const open = label === 'nsubj' ? openPredicate(tree, above) : undefined;
  const entry = open === undefined ? undefined : lookUp(lexicon.nouns, lower(marks, open))?.at(0);
  if (entry !== undefined) return { above, entry, passes: true };
  const caseAt = findDependent(tree, token, 'case');
  const preposition = caseAt === undefined ? '' : lower(marks, caseAt);
  const headline =
    label === 'nsubj' &&
    findDependent(tree, above, 'obj') === undefined &&
    ['VBD', 'VBN'].includes(xposOf(marks, above));
  const inner =
    headline ||
    label === 'obj' ||
    label === 'nsubj:pass' ||
    label === 'compound' ||
    label === 'nmod' ||
    label === 'obl' ||
    label === 'dep' ||
    label === 'nmod:poss';
  if (lower(marks, above) === 'call' && label === 'obj' && preposition === '')
    return { above, passes: false };
  if (inner && isOfferTurnedDown(tree, token, above)) return { above, passes: true };
  if (inner && DEED_PREPOSITIONS.has(preposition)) {
    const entry =
      lexicon.verbs.get(`${lower(marks, above)} ${preposition}`)?.at(0) ??
      byWord(tree, above, 'object', lexicon);
    if (entry !== undefined) return { above, entry, passes: true };
  }
  if (preposition === 'for' && RETURNS.has(lower(marks, above)) && marks.head[above] >= 0)
    return { above: verbAbove(marks, marks.head[above]), passes: true };
  const isResult =
    label === 'obl' && OUTCOME_PREPOSITIONS.has(preposition) && RESULTS.has(lower(marks, above));
  const carried = label === 'obj' || label.startsWith('nsubj') || (label === 'nmod' && preposition === 'of');
  return {
    above,
    passes: isResult || (carried && (CARRIERS.has(lower(marks, above)) || uposOf(marks, above) === 'NOUN')),
  };
}

/** Temporal clauses go with their main clause: "will meet when the review is completed". */
const TEMPORAL: ReadonlySet<string> = new Set(['when', 'once', 'after', 'before', 'while', 'as']);

/** "Had it signed", "should it sail", "were it to fall": a condition by its order of words. */
function isInverted(tree: Tree, token: number): boolean {
  const { marks } = tree;
  const lead = findDependent(tree, token, 'aux', 'cop', 'aux:pass');
  const subject = findDependent(tree, token, 'nsubj', 'nsubj:pass');
  if (lead === undefined || subject === undefined || lead > subject) return false;
  return (
    /^(?:had|should|were)$/iu.test(wordOf(marks, lead)) &&
    wordOf(marks, marks.sentenceStart[marks.sentenceOf[token] + 1] - 1) !== '?'
  );
}

/** "would return once its terms were met": what comes first lies ahead as well. */
const AHEAD: ReadonlySet<string> = new Set(['will', 'would', 'shall', "'ll", '’ll']);

const CONTENT: ReadonlySet<string> = new Set(['about', 'of', 'on', 'from', 'against', 'for', 'in', 'to']);

/** "spoke about imposing", "succeeded in taking": the preposition leads in what the verb is about. */
const leadsContent = (tree: Tree, token: number): boolean =>
  dependentsOf(tree, token).some(
    (at) =>
      at < token && ['mark', 'case'].includes(deprelOf(tree.marks, at)) && CONTENT.has(lower(tree.marks, at)),
  );

/** "look forward to X resuming": the preposition leads in X and his deed. */
const isLentOf = (tree: Tree, token: number): boolean =>
  findDependent(tree, token, 'mark', 'case') === undefined && lentSubject(tree, token) !== undefined;

/** "ruled out easing": a gerund right behind the verb and its particle. */
const isNext = (tree: Tree, token: number, above: number): boolean =>
  token > above &&
  findDependent(tree, token, 'mark', 'case') === undefined &&
  listDependents(tree, above, 'compound:prt').some((at) => at === token - 1);

const hasLead = (tree: Tree, token: number, lead: string): boolean =>
  dependentsOf(tree, token).some((at) => at < token && lower(tree.marks, at) === lead);

/** "while it was imposing", "after it had signed". */
const hasPastAuxiliary = (tree: Tree, token: number): boolean =>
  listDependents(tree, token, 'aux', 'aux:pass', 'cop').some((at) =>
    /^(?:was|were|had)$/iu.test(wordOf(tree.marks, at)),
  );

const LIGHT: ReadonlySet<string> = new Set(['have', 'play', 'take', 'show', 'express', 'see', 'make', 'find']); // prettier-ignore
const SCANT: ReadonlySet<string> = new Set(['limited', 'little', 'scant', 'no', 'mixed', 'modest', 'partial']); // prettier-ignore

/** "little success in winning over": hardly more than an attempt. */
function ofScantNoun({ marks, lists }: Tree, noun: number, lexicon: StatusLexicon): StatusEntry | undefined {
  if (lower(marks, noun) !== 'success' && lower(marks, noun) !== 'luck') return undefined;
  const isScant = lists[noun].some(
    (at) => SCANT.has(lower(marks, at)) || SCANT.has(wordOf(marks, at).toLowerCase()),
  );
  return isScant ? pick(lexicon.nouns.get('chance'), 'ing') : undefined;
}

/** "plays a role in persuading", "had little success in winning over": the noun that leads in what is open. */
function ofLightNoun(
  tree: Tree,
  token: number,
  above: number,
  lexicon: StatusLexicon,
): StatusEntry | undefined {
  const { marks } = tree;
  if (!LIGHT.has(lower(marks, above))) return undefined;
  const noun = listDependents(tree, above, 'obj').findLast((at) => at < token);
  if (noun === undefined) return undefined;
  return ofScantNoun(tree, noun, lexicon) ?? pick(lookUp(lexicon.nouns, lower(marks, noun)), 'ing');
}

function ofAdverbial(tree: Tree, token: number, above: number, lexicon: StatusLexicon): Link {
  const { marks } = tree;
  const listed = instanceOf(tree, token);
  if (listed !== undefined) {
    const kind = pick(lookUp(lexicon.nouns, lower(marks, listed)), 'ing');
    return { above: listed, ...(kind === undefined ? {} : { entry: kind }), passes: false };
  }
  const inverted = isInverted(tree, token) ? lexicon.leads.get('if')?.at(0) : undefined;
  const entry = leadEntry(tree, token, lexicon) ?? inverted;
  if (entry !== undefined) return { above, entry, passes: false };
  const word = byWord(tree, above, formOf(tree, token), lexicon);
  const isContent = leadsContent(tree, token) || isLentOf(tree, token) || isNext(tree, token, above);
  if (formOf(tree, token) === 'ing' && isContent) {
    const held = word ?? ofLightNoun(tree, token, above, lexicon);
    if (held !== undefined) return { above, entry: held, passes: true };
  }
  if (formOf(tree, token) === 'to')
    return { above, ...(word === undefined ? {} : { entry: word }), passes: true };
  if (formOf(tree, token) === 'ing' && hasLead(tree, token, 'by')) return { above, passes: true };
  const present =
    !hasPastAuxiliary(tree, token) &&
    (['VBZ', 'VBP', 'VBG', 'VB'].includes(xposOf(marks, token)) ||
      findDependent(tree, token, 'aux:pass', 'cop') !== undefined);
  const temporal = dependentsOf(tree, token).some((at) => TEMPORAL.has(lower(marks, at)) && at < token);
  const isAhead = listDependents(tree, above, 'aux').some((at) => AHEAD.has(lower(marks, at)));
  return { above, passes: temporal && (present || isAhead) };
}

function verbAbove(marks: Marks, token: number): number {
  let at = token;
  while (uposOf(marks, at) !== 'VERB' && marks.head[at] >= 0) at = marks.head[at];
  return at;
}

/** "the attempt …, as the government conducts its review": a clause of time that the tree has hung on a noun. */
const isTimed = (tree: Tree, token: number): boolean =>
  formOf(tree, token) === 'that' &&
  listDependents(tree, token, 'mark', 'advmod').some(
    (at) => at < token && TEMPORAL.has(lower(tree.marks, at)),
  );

/** The way from a deed to the word that governs it. */
export function linkOf(tree: Tree, token: number, lexicon: StatusLexicon): Link {
  const { marks } = tree;
  const above = marks.head[token];
  if (above < 0) return TOP;
  const label = deprelOf(marks, token);
  const means = ledByMeans(tree, token);
  if (means !== undefined) return { above: marks.head[means], passes: true };
  if (label === 'obl' && isMeans(tree, token)) return { above, passes: true };
  const lead = label === 'advcl' ? undefined : leadEntry(tree, token, lexicon);
  if (lead !== undefined && !COMPLEMENT.has(label)) return { above, entry: lead, passes: true };
  if (COMPLEMENT.has(label)) {
    const entry = lead ?? byWord(tree, above, formOf(tree, token), lexicon);
    return { above, ...(entry === undefined ? {} : { entry }), passes: label === 'xcomp' };
  }
  const first = firstOfList(tree, token);
  if (first !== undefined) return { above: first, passes: true };
  if (label === 'advcl') return ofAdverbial(tree, token, above, lexicon);
  if (label === 'acl') {
    const form = formOf(tree, token);
    const entry =
      form === 'to' || form === 'that' || form === 'ing'
        ? (pick(lookUp(lexicon.nouns, lower(marks, above)), form) ?? ofScantNoun(tree, above, lexicon))
        : undefined;
    if (isTimed(tree, token)) return ofAdverbial(tree, token, verbAbove(marks, above), lexicon);
    if (xposOf(marks, token) === 'VBN') return { above, passes: false };
    return { above, ...(entry === undefined ? {} : { entry }), passes: form === 'to' };
  }
  if (label === 'conj') return { above: partnerOf(tree, token), passes: true };
  if (label === 'acl:relcl' || label === 'parataxis' || label === 'appos') return { above, passes: false };
  return ofNounDeed(tree, token, above, label, lexicon);
}
