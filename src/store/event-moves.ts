import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** Who did what to whom on which day, as an imported row says. */
export type EventMove = readonly [actorId: string, type: string, targetId: string, happenedOn: string];

/**
 * The imported events of a folder of segments, chunk by chunk, so that memory does not grow with their number.
 * Rows without a known actor or target are left out.
 */
export async function* streamEventMoves(
  folder: string,
  settings: { readonly until?: string } = {},
): AsyncGenerator<EventMove> {
  const found = existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.parquet'));
  if (!found) return;
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '2' });
  const connection = await instance.connect();
  try {
    const result = await connection.stream(
      `SELECT actor_id, type, target_id, happened_on FROM read_parquet($files)
       WHERE actor_id <> '' AND target_id <> '' AND happened_on <= $until`,
      { files: join(folder, '*.parquet'), until: settings.until ?? '9999-12-31' },
    );
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      for (const [actor, type, target, on] of chunk.getRows())
        yield [String(actor), String(type), String(target), String(on)];
    }
  } finally {
    connection.closeSync();
  }
}
