import type { Origin } from '../../../model/fact.ts';
import type { Reading } from '../../../model/reading.ts';
import { quote } from '../../../model/span.ts';
import { foldWords } from '../wording/fold-words.ts';

/** Outlets that the claims of a report are ascribed to, as the text names them. */
const outletsCited = ({ report, claims }: Reading): readonly string[] => [
  ...new Set(
    claims.flatMap(({ attribution }) =>
      attribution
        .filter(({ terms }) => terms === 'outlet')
        .map(({ speaker }) => speaker.actorId ?? foldWords(quote(report.text, speaker.span))),
    ),
  ),
];

interface Leaning {
  readonly on: string;
  readonly origin: Origin;
}

/** Whom reports cite; readings come and go in any order. */
export class Citations {
  private readonly cited = new Map<string, readonly string[]>();
  private readonly outlets = new Map<string, string>();
  private readonly leaning = new WeakMap<Origin, Leaning>();

  change(removed: Iterable<string>, added: readonly Reading[]): void {
    for (const id of removed) this.remove(id);
    for (const reading of added) {
      const { id, outlet } = reading.report;
      this.remove(id);
      const cited = outletsCited(reading);
      if (cited.length > 0) this.cited.set(id, cited);
      if (outlet !== undefined) this.outlets.set(id, foldWords(outlet));
    }
  }

  private remove(id: string): void {
    this.cited.delete(id);
    this.outlets.delete(id);
  }

  /**
   * Says on whom each origin leans: the outlets it cites, or, where we hold what they published, that origin. The
   * origins come by id and stay the same objects where nothing changed.
   */
  link(origins: readonly Origin[]): readonly Origin[] {
    if (this.cited.size === 0) return origins;
    const published = new Map<string, string>();
    for (const { id, members } of origins) {
      const outlet = this.outlets.get(members[0].reportId);
      if (outlet !== undefined) published.set(outlet, id);
    }
    return origins.map((origin) => {
      const cited = this.cited.get(origin.members[0].reportId);
      return cited === undefined
        ? origin
        : this.lean(
            origin,
            cited.map((name) => published.get(name) ?? name),
          );
    });
  }

  private lean(origin: Origin, cited: readonly string[]): Origin {
    const leansOn = [...new Set(cited)].filter((id) => id !== origin.id).toSorted();
    const on = leansOn.join('\n');
    const known = this.leaning.get(origin);
    if (known?.on === on) return known.origin;
    const made = { ...origin, leansOn };
    this.leaning.set(origin, { on, origin: made });
    return made;
  }
}
