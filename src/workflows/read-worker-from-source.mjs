/** Development and tests only: workers do not inherit the TypeScript loader, so it is registered here first. */
import { register } from 'tsx/esm/api';

register();

export const { readAll } = await import('./read-worker.ts');
