/** The `room` actors with the highest scores, highest first; ties by number. Keeps its working space. */
export class Shortlist {
  readonly actors: Int32Array;
  length = 0;
  readonly #heap: Int32Array;

  constructor(room: number) {
    this.actors = new Int32Array(room);
    this.#heap = new Int32Array(room);
  }

  choose(score: Float64Array): void {
    const heap = this.#heap;
    const room = Math.min(heap.length, score.length);
    for (let actor = 0; actor < room; actor++) heap[actor] = actor;
    for (let at = (room >> 1) - 1; at >= 0; at--) this.#sink(at, room, score);
    for (let actor = room; actor < score.length; actor++) {
      if (score[actor] <= score[heap[0]]) continue;
      heap[0] = actor;
      this.#sink(0, room, score);
    }
    this.length = room;
    this.actors.set(heap);
    this.actors.subarray(0, room).sort((a, b) => score[b] - score[a] || a - b);
  }

  #sink(from: number, room: number, score: Float64Array): void {
    const heap = this.#heap;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= room) return;
      if (child + 1 < room && score[heap[child + 1]] < score[heap[child]]) child++;
      if (score[heap[child]] >= score[heap[at]]) return;
      const actor = heap[child];
      heap[child] = heap[at];
      heap[at] = actor;
      at = child;
    }
  }
}
