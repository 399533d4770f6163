import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const names = z.array(z.string()).optional();

const row = z.object({
  crisno: z.number(),
  text: z.string(),
  events: z.array(
    z.object({
      type: z.array(z.string()).optional(),
      say: z.object({ actor: names, target: names }).optional(),
      do: z.object({ actor_a: names, actor_b: names }).optional(),
      condition: z.unknown().optional(),
    }),
  ),
});

export const KINDS = ['speech', 'action', 'thought'] as const;

/** One sentence of a past crisis with what was coded for it. */
export interface CrisisSentence {
  readonly crisis: number;
  readonly text: string;
  readonly kinds: ReadonlySet<string>;
  /** Who to whom, as named by the coders. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly conditional: boolean;
}

function toSentence(line: string): CrisisSentence {
  const { crisno, text, events } = row.parse(JSON.parse(line));
  const pairs = events.flatMap(({ say, do: deed }) => {
    const from = [
      ...(say?.actor ?? []).map((a) => [a, say?.target ?? []] as const),
      ...(deed?.actor_a ?? []).map((a) => [a, deed?.actor_b ?? []] as const),
    ];
    return from.flatMap(([actor, targets]) => targets.map((target) => [actor, target] as const));
  });
  return {
    crisis: crisno,
    text,
    kinds: new Set(events.flatMap((event) => event.type ?? [])),
    pairs,
    conditional: events.some((event) => event.condition !== undefined),
  };
}

export const readIcbe = (folder: string): CrisisSentence[] =>
  gunzipSync(readFileSync(join(folder, 'icbe', 'icbe.dev.jsonl.gz')))
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(toSentence);
