import type { api } from '../client.ts';

export type Correction = Parameters<typeof api.api.corrections.$post>[0]['json'];
export type Changes = Extract<Correction, { act: 'correct' }>['changes'];
