import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { contentId } from '../model/content-id.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import type { ChronicleFact } from '../model/playbook.ts';
import type { Instant } from '../model/time.ts';
import { UserError } from '../model/user-error.ts';
import { parseChronicle } from '../playbook/load-chronicle.ts';
import { BadRows } from './bad-rows.ts';
import type { Effects } from './effects.ts';
import type { ImportSummary } from './import-events.ts';
import type { Session } from './session.ts';

const VERSION = '1';

const headOf = (id: string): string => id.split('.')[0];

/** Why a fact that has the right form cannot be taken in; nothing where it can. */
function findFault(fact: ChronicleFact, session: Session): string | undefined {
  const { actors, places } = session.actors();
  const named = [...(fact.move?.by ?? []), ...(fact.move?.to ?? [])];
  const unknown = named.find((id) => !actors.has(id) && !actors.has(headOf(id)));
  if (unknown !== undefined) return `no actor has the id "${unknown}"`;
  if (fact.place !== undefined && !places.has(fact.place)) return `no place has the id "${fact.place}"`;
  return undefined;
}

function toEntry(fact: ChronicleFact, row: string, about: { readonly file: string; readonly now: Instant }): LedgerEntry {
  const known = fact.knownFrom ?? fact.until ?? fact.on;
  const { move } = fact;
  return {
    id: contentId('entry', 'chronicle', row),
    madeBy: { kind: 'import', name: about.file, version: VERSION },
    recordedAt: about.now,
    knownFrom: known.length === 10 ? `${known}T00:00:00.000Z` : known,
    subject: `chronicle:${fact.id}`,
    body: {
      kind: 'event',
      event: {
        source: 'chronicle',
        rowId: fact.id,
        happenedOn: fact.on,
        actorId: move?.by.at(0) ?? '',
        targetId: move?.to.at(0) ?? '',
        type: move?.type ?? 'milestone',
        row,
      },
    },
  };
} // prettier-ignore

/**
 * Takes dated facts, each with its source, into the ledger, where the situation uses them beside those of the playbook.
 * A wrong entry goes with its line into FILE.bad and the others go on; the same file again changes nothing. An entry under
 * an id that was imported before takes its place.
 * @throws UserError for a missing file or one that is no YAML list.
 */
export async function importChronicle(session: Session, file: string, effects: Effects): Promise<ImportSummary> {
  if (!existsSync(file))
    throw new UserError('there is no such file', { where: file, hint: 'Check the path.' });
  const { good, bad } = parseChronicle(readFileSync(file, 'utf8'), file);
  const own = new Set(session.ownPlaybook().chronicle.map(({ id }) => id));
  const badRows = new BadRows(`${file}.bad`);
  for (const { line, why, row } of bad) badRows.add(line, why, row);
  const entries: LedgerEntry[] = [];
  for (const { fact, line, row } of good.filter((one) => !own.has(one.fact.id))) {
    const fault = findFault(fact, session);
    if (fault !== undefined) badRows.add(line, fault, row);
    else entries.push(toEntry(fact, row, { file: basename(file), now: effects.now() }));
  }
  const imported = session.ledger.append(entries);
  await badRows.close();
  const taken = good.length + bad.length - badRows.count;
  return {
    imported,
    known: taken - imported,
    bad: badRows.count,
    ...(badRows.count === 0 ? {} : { badFile: badRows.file }),
    interrupted: false,
  };
} // prettier-ignore
