import type { AsOf } from '../model/ledger.ts';
import type { ChronicleFact, Playbook } from '../model/playbook.ts';
import { toChronicleFact } from '../playbook/load-chronicle.ts';
import type { Ledger } from '../store/ledger.ts';

/** The facts imported into a ledger, of each id the last one. */
export function importedFacts(ledger: Ledger, asOf: AsOf = {}): readonly ChronicleFact[] {
  const rows: string[] = [];
  for (const { body } of ledger.standing('event', asOf))
    if (body.kind === 'event' && body.event.source === 'chronicle') rows.push(body.event.row);
  return rows.map(toChronicleFact);
}

/** The playbook with the facts of the ledger beside its own; made anew only when the ledger has grown by some. */
export function withImported(own: () => Playbook, ledger: Ledger): () => Playbook {
  let seen: { readonly sequence: number; readonly facts: string; readonly playbook?: Playbook } = { sequence: -1, facts: '' };
  return () => {
    const sequence = ledger.lastSequence();
    if (seen.playbook !== undefined && seen.sequence === sequence) return seen.playbook;
    const facts = importedFacts(ledger);
    const key = JSON.stringify(facts);
    const known = seen.facts === key ? seen.playbook : undefined;
    const playbook = known ?? (facts.length === 0 ? own() : { ...own(), chronicle: [...own().chronicle, ...facts] });
    seen = { sequence, facts: key, playbook };
    return playbook;
  };
} // prettier-ignore
