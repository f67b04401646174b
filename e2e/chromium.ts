// Which Chromium the browser tests and the drill drive, and the flags it needs to be quiet and to run in a container.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** The browser of the system if there is one, else the one Playwright downloaded; `undefined` when there is none yet. */
export function findChromium(): string | undefined {
  return process.env['CHROMIUM_PATH'] ?? onPath() ?? fromPlaywright();
}

/** What every `launch` and `launchPersistentContext` is given. */
export function chromiumLaunchOptions(): { executablePath?: string; args: string[] } {
  const executablePath = findChromium();
  return { ...(executablePath === undefined ? {} : { executablePath }), args: [...chromiumFlags] };
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
}

function fromPlaywright(): string | undefined {
  const file = chromium.executablePath();
  return file !== '' && existsSync(file) ? file : undefined;
}
