/** Development and tests only: workers do not inherit the TypeScript loader, so it is registered here first. */
import { register } from 'tsx/esm/api';

register();

export const { fitShare, prepareShare, playShare, resultShare } = await import('./scenario-worker.ts');
