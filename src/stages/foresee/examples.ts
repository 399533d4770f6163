/** Questions with some of their possible answers, for fitting: rows of one question lie together, answers first. */
export interface Examples {
  readonly width: number;
  readonly count: number;
  readonly relation: Int32Array;
  /** First row of each question; one more entry than questions. */
  readonly start: Int32Array;
  readonly answers: Int32Array;
  /** Terms, `width` numbers a row. */
  readonly terms: Float32Array;
  /** How many possible answers each row stands for (1 / chance of having been drawn). */
  readonly standsFor: Float32Array;
  /** What each row scored before (0 where nothing did). */
  readonly before: Float32Array;
}

/** Collects examples row by row in arrays that grow. */
export class ExampleCollector {
  readonly width: number;
  #terms: Float32Array;
  #standsFor = new Float32Array(4096);
  #before = new Float32Array(4096);
  readonly #start: number[] = [0];
  readonly #answers: number[] = [];
  readonly #relation: number[] = [];
  rows = 0;

  constructor(width: number) {
    this.width = width;
    this.#terms = new Float32Array(4096 * width);
  }

  /** Room for one more row: where its terms go. */
  openRow(standsFor: number, before: number): { readonly terms: Float32Array; readonly at: number } {
    if (this.rows === this.#standsFor.length) this.#grow();
    this.#standsFor[this.rows] = standsFor;
    this.#before[this.rows] = before;
    const at = this.rows * this.width;
    this.rows++;
    return { terms: this.#terms, at };
  }

  closeQuestion(relation: number, answers: number): void {
    this.#start.push(this.rows);
    this.#answers.push(answers);
    this.#relation.push(relation);
  }

  /** Forgets the rows of a question that turned out to be of no use. */
  dropQuestion(): void {
    this.rows = this.#start.at(-1) ?? 0;
  }

  examples(): Examples {
    return {
      width: this.width,
      count: this.#answers.length,
      relation: Int32Array.from(this.#relation),
      start: Int32Array.from(this.#start),
      answers: Int32Array.from(this.#answers),
      terms: this.#terms.subarray(0, this.rows * this.width),
      standsFor: this.#standsFor.subarray(0, this.rows),
      before: this.#before.subarray(0, this.rows),
    };
  }

  #grow(): void {
    const room = Math.ceil(this.#standsFor.length * 1.5);
    this.#terms = copyInto(new Float32Array(room * this.width), this.#terms);
    this.#standsFor = copyInto(new Float32Array(room), this.#standsFor);
    this.#before = copyInto(new Float32Array(room), this.#before);
  }
}

function copyInto(larger: Float32Array<ArrayBuffer>, smaller: Float32Array): Float32Array<ArrayBuffer> {
  larger.set(smaller);
  return larger;
}
