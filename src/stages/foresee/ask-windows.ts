import type { Candidates } from './candidates.ts';
import type { FactDays } from './fact-days.ts';
import type { Past } from './past.ts';
import type { RuleCounts } from './rule-counts.ts';
import { WINDOW_TERM_COUNT, WindowTerms } from './window-terms.ts';

/** A fact asked about: rows of the past's tables, and who does what to whom. */
export interface AskedFact {
  readonly fact: number;
  readonly pair: number;
  readonly subject: number;
  readonly relation: number;
  readonly object: number;
}

/** The facts known by a day on at least `least` days before `countedBefore`, by relation and subject. */
export function factsToAsk(
  past: Past,
  days: FactDays,
  countedBefore: number,
  least: number,
): readonly AskedFact[] {
  const { pairs, facts, history } = past;
  const asked: AskedFact[] = [];
  for (let subject = 0; subject < history.actorCount; subject++) {
    const first = pairs.index.start[subject];
    for (let pair = first; pair < first + pairs.active[subject]; pair++) {
      const start = facts.index.start[pair];
      for (let fact = start; fact < start + facts.active[pair]; fact++) {
        if (facts.count[fact] < least || days.countBefore(fact, countedBefore) < least) continue;
        asked.push({
          fact,
          pair,
          subject,
          relation: facts.index.right[fact],
          object: pairs.index.right[pair],
        });
      }
    }
  }
  return asked.sort((a, b) => a.relation - b.relation || a.subject - b.subject || a.fact - b.fact);
}

/** Asks of facts whether they happen within a window, on the morning of a day. */
export class WindowAsker {
  readonly #terms: WindowTerms;
  readonly #candidates: Candidates;

  constructor(past: Past, counts: RuleCounts, days: FactDays, length: number) {
    this.#terms = new WindowTerms(past, counts, days, length);
    this.#candidates = this.#terms.candidates;
  }

  /** Rows of `WINDOW_TERM_COUNT` values, in the order of `asked`. */
  terms(asked: readonly AskedFact[], day: number): Float32Array {
    const rows = new Float32Array(asked.length * WINDOW_TERM_COUNT);
    this.#candidates.openDay(day);
    let relation = -1;
    let subject = -1;
    asked.forEach((each, i) => {
      if (each.relation !== relation) {
        this.#candidates.openRelation(each.relation);
        subject = -1;
      }
      if (each.subject !== subject) this.#candidates.openSubject(each.subject);
      relation = each.relation;
      subject = each.subject;
      this.#terms.fill(each.fact, each.pair, each.object, rows, i * WINDOW_TERM_COUNT);
    });
    return rows;
  }
}
