import { joinTokens, letterRange, lettersOfSide } from '../../eval/conditions/if-gold.ts';
import type { GoldConditional } from '../../eval/conditions/if-gold.ts';
import { lettersOf } from '../../eval/conditions/token-match.ts';
import { DEPREL } from '../../src/model/marks.ts';
import type { ConditionLexicon, ConnectiveEntry } from '../../src/model/lexicon-conditions.ts';
import type { Marker } from '../../src/playbook/marker.ts';
import { groundOf } from '../../src/stages/extract/assertions/ground.ts';
import type { Ground } from '../../src/stages/extract/assertions/ground.ts';
import { sidesOfConjunction } from '../../src/stages/extract/conditions/clause-sides.ts';
import { mark } from '../../src/stages/mark/mark.ts';
import type { Sentence } from '../read-conllu.ts';
import { toExample } from './clause-examples.ts';
import type { ClauseExample } from './clause-examples.ts';

/** Conjunctions whose clauses hang on a main clause as those of "if" do. */
const CONJUNCTIONS: ReadonlySet<string> = new Set([
  'when', 'whenever', 'while', 'because', 'since', 'after', 'before', 'until', 'till', 'unless', 'although', 'though',
  'once', 'as', 'where', 'if',
]); // prettier-ignore
const BEFORE_IT: ReadonlySet<string> = new Set(['even', 'only', 'just', 'especially', 'particularly']);
const LONGEST = 70;

const ADVERBIAL = DEPREL.indexOf('advcl');
const OPENINGS: ReadonlySet<number> = new Set([DEPREL.indexOf('mark'), DEPREL.indexOf('advmod')]);

type Dependents = ReadonlyMap<number, readonly number[]>;

function dependentsOf({ head }: Sentence): Dependents {
  const found = new Map<number, number[]>();
  for (const [token, up] of head.entries()) found.set(up, [...(found.get(up) ?? []), token]);
  return found;
}

const under = (dependents: Dependents, token: number): readonly number[] => [
  token,
  ...(dependents.get(token) ?? []).flatMap((one) => under(dependents, one)),
];

/** The conjunction that opens a clause of the tree, or undefined where none of ours does. */
function openerOf(sentence: Sentence, dependents: Dependents, clause: readonly number[]): number | undefined {
  const { form, head, deprel } = sentence;
  const words = [...clause].sort((a, b) => a - b).filter((t) => /[\p{L}\p{N}]/u.test(form[t]));
  const at = BEFORE_IT.has(form[words[0]].toLowerCase()) ? words.at(1) : words[0];
  if (at === undefined || !CONJUNCTIONS.has(form[at].toLowerCase())) return undefined;
  const isBare = dependents.get(at) === undefined;
  return isBare && OPENINGS.has(deprel[at]) && head[at] === clause[0] ? at : undefined;
}

/** Adverbial clauses of an annotated tree, in the shape of if-conditionals. */
function clausesOf(sentence: Sentence): readonly GoldConditional[] {
  const { form, head, deprel } = sentence;
  const dependents = dependentsOf(sentence);
  const starts = letterRange(form);
  return form.flatMap((_, token): GoldConditional[] => {
    if (deprel[token] !== ADVERBIAL || head[token] < 0) return [];
    const clause = under(dependents, token);
    const opener = openerOf(sentence, dependents, clause);
    if (opener === undefined) return [];
    const main = under(dependents, head[token]).filter((t) => !clause.includes(t));
    const letters = (tokens: readonly number[]): ReadonlySet<number> =>
      lettersOfSide(
        form,
        tokens.map((t) => t + 1),
      );
    return [
      { type: 'other', trigger: starts[opener][0], protasis: letters(clause), apodosis: letters(main) },
    ];
  });
}

function ofClause(
  ground: Ground,
  one: GoldConditional,
  entry: ConnectiveEntry,
  lexicon: ConditionLexicon,
): ClauseExample[] {
  const { at } = lettersOf(ground.marks.text);
  const token = ground.lower.findIndex((_, t) => at[ground.marks.start[t]] === one.trigger);
  const occurrence = { entry, first: token, last: token };
  const sides = token < 0 ? undefined : sidesOfConjunction(ground, occurrence, lexicon);
  return sides === undefined
    ? []
    : toExample(ground, occurrence, sides, one).filter((example) => new Set(example.places).size > 2);
}

/**
 * Examples from adverbial clauses of all kinds ("when", "because", "while"): their ends lie as those of conditions do,
 * and there are twice as many of them.
 * @param known ids of sentences whose conditionals are examples already.
 */
export function readSubordinateExamples(
  treebanks: readonly Sentence[],
  known: ReadonlySet<string>,
  markerOf: (id: string) => Marker,
  lexicon: ConditionLexicon,
): readonly ClauseExample[] {
  const entry = lexicon.connectives.find(({ gives }) => gives === 'if');
  if (entry === undefined) return [];
  return treebanks.flatMap((sentence) => {
    if (sentence.form.length > LONGEST || known.has(sentence.id)) return [];
    const clauses = clausesOf(sentence);
    if (clauses.length === 0) return [];
    const ground = groundOf(mark(joinTokens(sentence.form), markerOf(sentence.id)));
    return clauses.flatMap((one) => ofClause(ground, one, entry, lexicon));
  });
}
