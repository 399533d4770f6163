import { join } from 'node:path';
import { z } from 'zod';
import type { ActorKnowledge } from '../model/actor.ts';
import type { AsOf } from '../model/ledger.ts';
import { once } from '../model/once.ts';
import type { Playbook } from '../model/playbook.ts';
import { dataFolder, packageFolder } from '../playbook/data-folder.ts';
import { loadActors } from '../playbook/load-actors.ts';
import { loadPlaybook } from '../playbook/load-playbook.ts';
import { loadYaml } from '../playbook/load-yaml.ts';
import type { Ledger } from '../store/ledger.ts';
import { openLedger } from '../store/open-ledger.ts';
import { withImported } from './imported-facts.ts';
import type { Progress } from './effects.ts';
import { toLiveState } from './live-state.ts';
import type { Reader } from './read-reports.ts';
import { toReader } from './reader.ts';
import type { State } from './state.ts';

export interface SessionSettings {
  /** Name of a playbook below data/playbooks, or a folder. */
  readonly theatre?: string;
  readonly ledger?: string;
  /** Do not make a new ledger. */
  readonly mustExist?: boolean;
}

/** An open ledger with the knowledge to read by; each part is loaded when first asked for. */
export interface Session {
  readonly theatre: string;
  readonly ledger: Ledger;
  /** With the dated facts imported into the ledger. */
  playbook(): Playbook;
  /** As it stands in its folder: what reports are read by. */
  ownPlaybook(): Playbook;
  actors(): ActorKnowledge;
  reader(): Reader;
  /** What stands as of a question; kept, and grown when entries are appended. */
  state(asOf?: AsOf, progress?: (progress: Progress) => void): State;
  close(): Promise<void>;
}

const Default = z.strictObject({ theatre: z.string(), samples: z.string() });

export interface DefaultTheatre {
  readonly theatre: string;
  /** Folder of the sample reports. */
  readonly samples: string;
}

/** The theatre that is meant when none is named, and its sample reports. */
export function loadDefaultTheatre(): DefaultTheatre {
  const { theatre, samples } = loadYaml(join(dataFolder(), 'default-theatre.yml'), Default);
  return { theatre, samples: join(packageFolder(), samples) };
}

const nameOf = (theatre: string): string =>
  theatre.split(/[\\/]/u).findLast((part) => part !== '') ?? theatre;

/**
 * Opens the ledger of a theatre.
 * @throws UserError for an unknown theatre, or a file that is no ledger.
 */
export function openSession(settings: SessionSettings = {}): Session {
  const theatre = settings.theatre ?? loadDefaultTheatre().theatre;
  const file = settings.ledger ?? join('.demarche', `${nameOf(theatre)}.ledger`);
  const ledger = openLedger(file, { mustExist: settings.mustExist ?? false });
  const ownPlaybook = once(() => loadPlaybook(theatre));
  const playbook = withImported(ownPlaybook, ledger);
  const actors = once(() => loadActors());
  const live = toLiveState(ledger, () => ({
    classes: playbook().classes,
    record: playbook(),
    actors: actors(),
  }));
  let opened: Reader | undefined;
  return {
    theatre,
    ledger,
    playbook,
    ownPlaybook,
    actors,
    reader: () => (opened ??= toReader({ theatre, playbook: ownPlaybook(), actors: actors() })),
    state: (asOf, progress) => live.get(asOf, progress),
    close: async () => {
      await opened?.close();
      ledger.close();
    },
  };
}
