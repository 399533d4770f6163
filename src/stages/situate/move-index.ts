import type { Move } from '../../model/fact.ts';
import type { MovePattern } from '../../model/move-pattern.ts';
import { traitsBy } from '../../model/matches-move.ts';
import type { MoveTraits } from '../../model/matches-move.ts';
import { once } from '../../model/once.ts';
import type { ChronicleFact, Playbook } from '../../model/playbook.ts';
import type { ClaimIndex } from './claim-index.ts';
import { JoinedMoves } from './join-facts.ts';
import { PatternLists } from './pattern-lists.ts';
import { Places } from './place-moves.ts';
import type { Placed } from './place-moves.ts';

const traitsIn = (joined: JoinedMoves, { classes }: Playbook): MoveTraits => ({
  ...traitsBy(classes),
  tagsOf: ({ id }) => joined.factsOf(id).flatMap(({ tags }) => tags),
});

/** Reported and recorded moves in the order of their days, with those that patterns mean. */
export class MoveIndex {
  private readonly playbook: Playbook;
  private readonly joined: JoinedMoves;
  private readonly places: Places;
  private readonly lists: PatternLists;
  private readonly recorded = once(
    () => new Map(this.joined.ofRecord().flatMap((one) => one.facts.map(({ id }) => [id, one] as const))),
  );

  private constructor(playbook: Playbook, joined: JoinedMoves, places: Places, lists: PatternLists) {
    this.playbook = playbook;
    this.joined = joined;
    this.places = places;
    this.lists = lists;
  }

  static of(reported: readonly Move[], playbook: Playbook, claims: ClaimIndex): MoveIndex {
    const [joined, places] = [JoinedMoves.of(playbook), new Places()];
    const start = places.change({ joined, gone: [], come: joined.ofRecord() }, claims);
    const traits = traitsIn(joined, playbook);
    const lists = new PatternLists(start.come, traits);
    return new MoveIndex(playbook, joined, start.places, lists).change(reported, claims);
  }

  /** An index of other moves; the work is that of the moves that differ. */
  change(reported: readonly Move[], claims: ClaimIndex): MoveIndex {
    const change = this.joined.change(reported);
    const { places, ...placed } = this.places.change(change, claims);
    const lists = this.lists.change(placed, traitsIn(change.joined, this.playbook));
    return new MoveIndex(this.playbook, change.joined, places, lists);
  }

  /** All moves that match, in the order of their days; found once per pattern. */
  find(pattern: MovePattern): readonly Placed[] {
    return this.lists.find(pattern);
  }

  placeOf(moveId: string): Placed | undefined {
    const joined = this.joined.find(moveId);
    return joined && this.places.of(joined).at(0);
  }

  /** The place of the move that a fact records. */
  placeOfFact(factId: string): Placed | undefined {
    const joined = this.recorded().get(factId);
    return joined && this.places.of(joined).at(0);
  }

  /** The facts that record a move. */
  factsOf(moveId: string): readonly ChronicleFact[] {
    return this.joined.factsOf(moveId);
  }
}
