import { withFields } from '../../../model/with-fields.ts';
import type { ClaimBase, Source, StatementClaim } from '../../../model/claim.ts';
import { deprelOf, uposOf } from '../../../model/marks.ts';
import { contentId } from '../../../model/content-id.ts';
import type { StatementKnowledge } from '../../../model/lexicon-speech.ts';
import type { MarkedReport } from '../../../model/marked-report.ts';
import type { Status } from '../../../model/move-type.ts';
import type { Span } from '../../../model/span.ts';
import { hull, overlaps } from '../../../model/span.ts';
import { dependentsOf } from '../syntax/tree.ts';
import { whenOf } from '../times/when-of.ts';
import { calibrated } from './calibrated.ts';
import type { Circumstances } from './circumstances.ts';
import { circumstancesOf } from './circumstances.ts';
import type { Placed } from './find-attributions.ts';
import { findAttributions } from './find-attributions.ts';
import { formOf } from './form.ts';
import type { Scene } from './scene.ts';
import { setScene, speechEntryAt } from './scene.ts';
import { speakerOf } from './speaker.ts';
import { sourceOfUncued, spreadQuotations } from './running-quotations.ts';
import { isNoSaying, tidied } from './tidy-content.ts';

const MODALS: ReadonlySet<string> = new Set([
  'will',
  'would',
  'may',
  'might',
  'could',
  'can',
  'should',
  'must',
  'shall',
]);
const CASES: ReadonlySet<string> = new Set(['if', 'unless', 'lest', 'whether']);
const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'no']);
const MOST_DEPENDENTS = 16;

/** Was it said, was it not ("did not say"), or is it yet to be ("will say")? */
function statusOf(scene: Scene, token: number): Status {
  if (token < 0) return 'actual';
  const { marks } = scene;
  let status: Status = 'actual';
  for (const child of dependentsOf(scene.tree, token).slice(0, MOST_DEPENDENTS)) {
    if (child > token + 1) break;
    const word = marks.lowerWord[child];
    const lemma = marks.lowerLemma[child];
    if (NEGATIONS.has(word)) return 'denied';
    if (CASES.has(word) && deprelOf(marks, child) === 'mark') status = 'hypothetical';
    if (MODALS.has(lemma)) status = lemma === 'will' || lemma === 'shall' ? 'planned' : 'hypothetical';
  }
  return status;
}

/** "had said": told as background. */
function timeOf(scene: Scene, token: number): 'current' | 'background' {
  if (token < 0) return 'current';
  const { marks } = scene;
  for (const child of dependentsOf(scene.tree, token).slice(0, MOST_DEPENDENTS)) {
    const word = marks.lowerWord[child];
    if (word === 'had' && uposOf(marks, child) === 'AUX' && child < token) return 'background';
  }
  return 'current';
}

const NO_CIRCUMSTANCES: Circumstances = { addressees: [] };

function toSource(
  scene: Scene,
  marked: MarkedReport,
  attribution: Placed,
  circumstances: Circumstances,
  borrowed: Placed['source'],
): Source | undefined {
  const source = attribution.source ?? borrowed;
  if (source === undefined) return undefined;
  const { speaker, terms, onRecord } = speakerOf(
    scene,
    marked,
    source,
    attribution.token < 0 ? source.head : attribution.token,
  );
  const to = circumstances.addressees.at(0);
  const place = circumstances.place;
  return {
    speaker: attribution.source === undefined ? withFields(speaker, { implied: true }) : speaker,
    terms,
    onRecord,
    ...(attribution.token < 0 ? {} : { cue: attribution.cue }),
    ...(to === undefined ? {} : { to }),
    ...(place === undefined ? {} : { place: scene.marks.text.slice(place.start, place.end) }),
  };
}

const coverOf = (attribution: Placed): Span => {
  const all = attribution.content.reduce((span, part) => hull(span, part), attribution.cue);
  return attribution.source === undefined ? all : hull(all, attribution.source.span);
};

/** The sources of the statements that enclose one, outermost first. */
function chainOf(placed: readonly Placed[], sources: readonly (Source | undefined)[], at: number): Source[] {
  const chain: Source[] = [];
  const seen = new Set<number>();
  for (let up = placed[at].within; up >= 0 && !seen.has(up); up = placed[up].within) {
    seen.add(up);
    const source = sources[up];
    if (source !== undefined) chain.unshift(source);
  }
  return chain;
}

/** The lexicon entry of the cue; else how it was found without one. */
function entryOf(scene: Scene, token: number): string {
  if (token < 0) return 'statement.running-quotation';
  if (/^[―—–-]/u.test(scene.marks.text.slice(scene.marks.start[token]))) return 'statement.byline';
  return speechEntryAt(scene, token)?.id ?? 'statement.learnt';
}

/** Less likely ones are mostly wrong; of a verb that no lexicon knows as one of saying, more is asked. */
const LEAST_LEARNT = 0.3;
const LEAST = 0.2;

const leastFor = (scene: Scene, { token }: Placed): number =>
  token >= 0 && speechEntryAt(scene, token) === undefined ? LEAST_LEARNT : LEAST;

const repairsIn = (marked: MarkedReport, clause: Span): readonly string[] =>
  marked.repairs.filter(({ span }) => overlaps(span, clause)).map(({ id }) => id);

/** What every claim has, read at the cue. */
function toBase(
  marked: MarkedReport,
  scene: Scene,
  one: Placed,
): Omit<ClaimBase, 'actors' | 'targets' | 'attribution' | 'confidence'> {
  const entry = entryOf(scene, one.token);
  const clause = coverOf(one);
  const repairs = repairsIn(marked, clause);
  const when = one.token < 0 ? undefined : whenOf(marked, scene.tree, one.token);
  return {
    id: contentId('claim', marked.report.id, 'statement', one.cue.start, one.cue.end, entry),
    reportId: marked.report.id,
    span: one.cue,
    clause,
    sentence: scene.marks.sentenceOf[Math.max(one.token, one.first)],
    status: statusOf(scene, one.token),
    time: timeOf(scene, one.token),
    ...(when === undefined ? {} : { when }),
    entry,
    ...(repairs.length === 0 ? {} : { repairs }),
    notes: [],
  };
}

/**
 * Who said what: direct, mixed and indirect speech, thoughts and documents, each with its content spans, speaker, cue,
 * hearers and occasion. `source` says on whose word the content stands; `attribution` is the chain of those in whose
 * words the whole statement stands. The cue and its parts are judged by linear models over syntax (models/statements),
 * quotations by their marks. The confidence of a statement inside another's content is not calibrated.
 */
export function findStatements(
  marked: MarkedReport,
  knowledge: StatementKnowledge,
): readonly StatementClaim[] {
  const { speech, model } = knowledge;
  const scene = setScene(marked.marks, speech);
  const placed = spreadQuotations(scene, findAttributions(scene, model)).map((one) =>
    tidied(scene, one, marked.times),
  );
  const confidence = placed.map((one) => calibrated(model.calibration, one.probability));
  const isSaid = placed.map((one, i) => !isNoSaying(scene, one) && confidence[i] >= leastFor(scene, one));
  const around = placed.map((one) =>
    one.token < 0 ? NO_CIRCUMSTANCES : circumstancesOf(scene, marked, one),
  );
  const sources = placed.map((one, i) =>
    isSaid[i] ? toSource(scene, marked, one, around[i], sourceOfUncued(placed, i)) : undefined,
  );
  const claims = placed.map((one, i): StatementClaim => {
    const source = sources[i];
    const { addressees, occasion } = around[i];
    return withFields(toBase(marked, scene, one), {
      kind: 'statement',
      actors: source === undefined ? [] : [source.speaker],
      targets: addressees,
      attribution: chainOf(placed, sources, i),
      confidence: confidence[i],
      form: formOf(scene, one.content),
      content: one.content,
      ...(one.token < 0 ? {} : { cue: one.cue }),
      addressees,
      ...(occasion === undefined ? {} : { occasion }),
      ...(source === undefined ? {} : { source }),
    });
  });
  return claims.filter((_, i) => isSaid[i]);
}
