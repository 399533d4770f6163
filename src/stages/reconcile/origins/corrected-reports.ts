import type { Held } from './origin-index.ts';
import { foldWords } from '../wording/fold-words.ts';

/** Reports that say that they correct another, which they name by id or by headline. */
export class CorrectedReports {
  /** Folded id or headline → its reports, in order. */
  private readonly named = new Map<string, Held[]>();
  /** Folded name → the reports that correct what bears it. */
  private readonly correcting = new Map<string, Set<Held>>();

  /** Reports that this one corrects or is corrected by. */
  relatedTo(held: Held): readonly Held[] {
    const earlier = this.correctedBy(held);
    const later = this.namesOf(held).flatMap((name) => [...(this.correcting.get(name) ?? [])]);
    return [
      ...(earlier === undefined ? [] : [earlier]),
      ...later.filter((other) => this.correctedBy(other) === held),
    ];
  }

  /** Takes a report in; gives the reports whose relations changed. */
  add(held: Held): ReadonlySet<Held> {
    const { corrects } = held.profile.report;
    if (corrects !== undefined) {
      const name = foldWords(corrects);
      this.correcting.set(name, (this.correcting.get(name) ?? new Set()).add(held));
    }
    return this.stir(held, () => {
      for (const name of this.namesOf(held)) {
        const list = [...(this.named.get(name) ?? []), held];
        this.named.set(
          name,
          list.sort((a, b) => (a.order < b.order ? -1 : 1)),
        );
      }
    });
  }

  /** Takes a report out; gives the reports whose relations changed. */
  remove(held: Held): ReadonlySet<Held> {
    const stirred = new Set([...this.relatedTo(held), ...this.stir(held, () => this.forget(held))]);
    const { corrects } = held.profile.report;
    if (corrects !== undefined) this.correcting.get(foldWords(corrects))?.delete(held);
    return stirred;
  }

  private forget(held: Held): void {
    for (const name of this.namesOf(held)) {
      const rest = (this.named.get(name) ?? []).filter((other) => other !== held);
      if (rest.length === 0) this.named.delete(name);
      else this.named.set(name, rest);
    }
  }

  /** What related to whom before and after a name changed its bearers. */
  private stir(held: Held, change: () => void): Set<Held> {
    const correctors = this.namesOf(held).flatMap((name) => [...(this.correcting.get(name) ?? [])]);
    const ends = (): readonly Held[] =>
      [...correctors, held].flatMap((one) => {
        const earlier = this.correctedBy(one);
        return earlier === undefined ? [] : [one, earlier];
      });
    const before = ends();
    change();
    return new Set([...before, ...ends()]);
  }

  private namesOf({ profile: { report } }: Held): readonly string[] {
    const names = [report.id, ...(report.title === undefined ? [] : [report.title])];
    return [...new Set(names.map(foldWords))];
  }

  /** The last report that bears the name, of the same outlet. */
  private correctedBy(held: Held): Held | undefined {
    const { corrects, outlet } = held.profile.report;
    if (corrects === undefined) return undefined;
    const earlier = this.named.get(foldWords(corrects))?.at(-1);
    return earlier === held || earlier?.profile.report.outlet !== outlet ? undefined : earlier;
  }
}
