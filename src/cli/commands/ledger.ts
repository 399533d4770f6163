import type { Command } from 'commander';
import type { Door } from '../door.ts';

/** `demarche ledger info` */
export function registerLedger(program: Command, door: Door): void {
  const ledger = program.command('ledger').description('the record itself');
  ledger
    .command('info')
    .description('file, format, number of entries by kind, first and last time of recording')
    .action(() =>
      door.within({ mustExist: true }, (session) => {
        const info = session.ledger.info();
        if (door.isJson()) {
          door.json(info);
          return;
        }
        const { terminal } = door;
        terminal.line(`${info.file}  (format ${info.version})`);
        terminal.line(`${info.entries} entries`);
        for (const [kind, count] of Object.entries(info.byKind)) terminal.line(`  ${kind}: ${count}`);
        if (info.firstRecordedAt)
          terminal.line(`recorded ${info.firstRecordedAt} to ${info.lastRecordedAt ?? ''} (UTC)`);
      }),
    );
}
