/** Development and tests only: workers do not inherit the TypeScript loader, so it is registered here first. */
import { register } from 'tsx/esm/api';

register();

export const { collectShare } = await import('./learn-worker.ts');
