// Where the other engines are on this machine.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const MINI_BROWSERS = ['x86_64', 'aarch64'].map(
  (machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
);

export function findFirefox(): string | null {
  return process.env['FIREFOX_PATH'] ?? onPath('firefox-esr') ?? onPath('firefox');
}

/** Its smallest browser, when the driver and the screen in memory that it needs are here too. */
export function findWebKitGtk(): string | null {
  if (onPath('WebKitWebDriver') === null || onPath('xvfb-run') === null) return null;
  return MINI_BROWSERS.find(existsSync) ?? null;
}

function onPath(program: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find(existsSync) ?? null;
}
