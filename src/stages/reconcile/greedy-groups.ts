import type { Group, GroupChanges, Grouping } from './grouping.ts';
import { WaitingLine } from './waiting-line.ts';

class Home<T> implements Group<T> {
  readonly members: T[];

  constructor(founder: T) {
    this.members = [founder];
  }
}

interface Seat<T> {
  readonly one: T;
  readonly keys: readonly number[];
  readonly sought: readonly number[];
  home: Home<T> | undefined;
  isWaiting: boolean;
  isKnown: boolean;
}

/**
 * Groups made greedily: in a fixed order, each member joins a group of those before it or founds one. Members may come
 * and go in any order; only those whose choice could be another are asked again, in their order, until nothing changes.
 * The outcome is that of asking all of them in their order.
 */
export class GreedyGroups<T> {
  private readonly grouping: Grouping<T>;
  private readonly seats = new Map<string, Seat<T>>();
  private readonly names = new Map<string, number>();
  /** By key: the groups met there, once for each member that is met there. */
  private readonly met: Home<T>[][] = [];
  /** By key: who looks there. */
  private readonly seekers: Seat<T>[][] = [];
  private readonly waiting: WaitingLine<Seat<T>>;
  private gone = new Set<Home<T>>();
  private now = new Set<Home<T>>();
  private last: T | undefined;

  constructor(grouping: Grouping<T>) {
    this.grouping = grouping;
    this.waiting = new WaitingLine((a, b) => grouping.compare(a.one, b.one));
  }

  /** Takes members out and in; a member whose id is there already takes the place of the old one. */
  change(removed: Iterable<string>, added: Iterable<T>): void {
    for (const id of removed) this.remove(id);
    const { keysOf, soughtBy, idOf, compare } = this.grouping;
    const coming: Seat<T>[] = [];
    for (const one of added) {
      this.remove(idOf(one));
      const [keys, sought] = [this.numbersOf(keysOf(one)), this.numbersOf(soughtBy(one))];
      const seat: Seat<T> = { one, keys, sought, home: undefined, isWaiting: true, isKnown: false };
      this.seats.set(idOf(one), seat);
      coming.push(seat);
    }
    this.askAll(coming.sort((a, b) => compare(a.one, b.one)));
  }

  /** All that come, and all whose choice they open anew, in their order. */
  private askAll(coming: readonly Seat<T>[]): void {
    const { compare } = this.grouping;
    let next = 0;
    for (;;) {
      const first = this.waiting.first();
      const isNext =
        next < coming.length && (first === undefined || compare(coming[next].one, first.one) < 0);
      const seat = isNext ? coming[next++] : this.waiting.pop();
      if (seat === undefined) return;
      if (!seat.isWaiting) continue;
      seat.isWaiting = false;
      this.seat(seat);
    }
  }

  /** What changed since this was last asked. */
  takeChanges(): GroupChanges<T> {
    const { gone, now } = this;
    this.gone = new Set();
    this.now = new Set();
    return { gone, now };
  }

  groupOf(id: string): Group<T> | undefined {
    return this.seats.get(id)?.home;
  }

  private numbersOf(keys: readonly string[]): readonly number[] {
    return keys.map((key) => {
      const known = this.names.get(key);
      if (known !== undefined) return known;
      this.names.set(key, this.met.length);
      this.seekers.push([]);
      return this.met.push([]) - 1;
    });
  }

  private ask(seat: Seat<T>): void {
    if (seat.isWaiting) return;
    seat.isWaiting = true;
    this.waiting.push(seat);
  }

  private remove(id: string): void {
    const seat = this.seats.get(id);
    if (seat === undefined) return;
    this.leave(seat);
    seat.isWaiting = false;
    for (const key of seat.sought) dropOne(this.seekers[key], seat);
    this.seats.delete(id);
  }

  /** Groups that it may fit with members before it, met where it looks; the first founded first. */
  private near(seat: Seat<T>): readonly Home<T>[] {
    const { compare, mayFit } = this.grouping;
    const { one } = seat;
    const isLast = this.last === undefined || compare(this.last, one) < 0;
    const looked = new Set<Home<T>>();
    const found: Home<T>[] = [];
    for (const key of seat.sought) {
      for (const home of this.met[key]) {
        if (looked.has(home)) continue;
        looked.add(home);
        const [founder] = home.members;
        if ((isLast || compare(founder, one) < 0) && mayFit(founder, one)) found.push(home);
      }
    }
    return found.sort((a, b) => compare(a.members[0], b.members[0]));
  }

  /** Members of a group that chose before this one. */
  private before(home: Home<T>, { one }: Seat<T>): readonly T[] {
    const { members } = home;
    const { compare } = this.grouping;
    if (compare(members[members.length - 1], one) < 0) return members;
    return members.slice(0, this.placeIn(members, one));
  }

  private placeIn(members: readonly T[], one: T): number {
    let [low, high] = [0, members.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.grouping.compare(members[middle], one) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private isMet(members: readonly T[], sought: readonly number[]): boolean {
    const meets = (one: T): boolean =>
      this.seats.get(this.grouping.idOf(one))?.keys.some((key) => sought.includes(key)) === true;
    return members.some(meets);
  }

  private choose(seat: Seat<T>): Home<T> | undefined {
    const homes = this.near(seat);
    const { byFounder, choose } = this.grouping;
    const shown = homes.map((home) => (byFounder ? home.members : this.before(home, seat)));
    const open = shown.filter(
      (members, i) => members === homes[i].members || this.isMet(members, seat.sought),
    );
    const chosen = open.length === 0 ? undefined : choose(seat.one, open);
    return chosen === undefined ? undefined : homes[shown.indexOf(chosen)];
  }

  private seat(seat: Seat<T>): void {
    if (!seat.isKnown) for (const key of seat.sought) this.seekers[key].push(seat);
    seat.isKnown = true;
    const home = this.choose(seat);
    const { one } = seat;
    if (seat.home !== undefined && (home === seat.home || (!home && seat.home.members[0] === one))) return;
    this.leave(seat);
    if (home === undefined) this.found(seat);
    else this.join(seat, home);
    if (this.last === undefined || this.grouping.compare(this.last, one) < 0) this.last = one;
  }

  private found(seat: Seat<T>): void {
    const home = new Home(seat.one);
    seat.home = home;
    this.meet(seat, home);
    this.now.add(home);
    this.disturb(home, seat.one);
  }

  private join(seat: Seat<T>, home: Home<T>): void {
    home.members.splice(this.placeIn(home.members, seat.one), 0, seat.one);
    seat.home = home;
    this.touch(home);
    if (this.grouping.byFounder) return;
    this.meet(seat, home);
    this.disturb(home, seat.one);
  }

  /** Out of its group; a group that loses its founder ceases, and its members choose anew. */
  private leave(seat: Seat<T>): void {
    const { home } = seat;
    if (home === undefined) return;
    const isFounder = home.members[0] === seat.one;
    const { byFounder, idOf } = this.grouping;
    if (!byFounder) this.disturb(home, seat.one);
    seat.home = undefined;
    if (!isFounder) {
      home.members.splice(home.members.indexOf(seat.one), 1);
      this.touch(home);
      if (!byFounder) this.part(seat, home);
      return;
    }
    this.part(seat, home);
    for (const member of home.members.slice(1)) {
      const other = this.seats.get(idOf(member));
      if (other === undefined) continue;
      if (!byFounder) this.part(other, home);
      other.home = undefined;
      this.ask(other);
    }
    if (!this.now.delete(home) || this.gone.has(home)) this.gone.add(home);
  }

  private touch(home: Home<T>): void {
    if (this.now.has(home)) return;
    this.gone.add(home);
    this.now.add(home);
  }

  /** Later members that could see this group and could be in it choose again. */
  private disturb(home: Home<T>, after: T): void {
    const { compare, fits, idOf, byFounder } = this.grouping;
    if (this.last === undefined || compare(this.last, after) <= 0) return;
    const [founder] = home.members;
    const members = byFounder ? [founder] : home.members;
    const keys = new Set(members.flatMap((member) => this.seats.get(idOf(member))?.keys ?? []));
    for (const key of keys)
      for (const seat of this.seekers[key])
        if (
          !seat.isWaiting &&
          seat.one !== founder &&
          compare(after, seat.one) < 0 &&
          fits(founder, seat.one)
        )
          this.ask(seat);
  }

  private meet(seat: Seat<T>, home: Home<T>): void {
    for (const key of seat.keys) this.met[key].push(home);
  }

  private part(seat: Seat<T>, home: Home<T>): void {
    for (const key of seat.keys) dropOne(this.met[key], home);
  }
}

/** Takes one occurrence out of a list whose order does not matter. */
function dropOne<T>(list: T[], one: T): void {
  const at = list.indexOf(one);
  const last = list.pop();
  if (at >= 0 && at < list.length && last !== undefined) list[at] = last;
}
