import { spawn } from 'node:child_process';

const OPENERS: Readonly<
  Partial<Record<NodeJS.Platform, readonly [command: string, ...args: readonly string[]]>>
> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Shows a page in the user's browser; where there is none, nothing happens: the address was printed. */
export function openInBrowser(url: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
