// A tablet: Chromium on a profile on disk, so that its storage outlives the browser, and can be killed like one.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../chromium.ts';

/** As in playwright.config.ts, which a context of its own does not read. */
const actionTimeoutMs = 30_000;

export interface Viewport {
  readonly width: number;
  readonly height: number;
}
export const TABLET: Viewport = { width: 1180, height: 820 };
export const SMALL_TABLET: Viewport = { width: 960, height: 600 };
export const PHONE: Viewport = { width: 390, height: 844 };
export const DESKTOP: Viewport = { width: 1440, height: 900 };

export interface Tablet {
  /** The browser's folder, to be touched only while it is off. */
  readonly profile: string;
  page(): Page;
  /** Opens the browser and the till; the first time too. @param prepare what is done to the page before it goes there. */
  switchOn(prepare?: (page: Page) => Promise<void>): Promise<Page>;
  /** Closes the browser as a person does. */
  switchOff(): Promise<void>;
  /** kill -9 of every process of the browser. */
  pullThePlug(): Promise<void>;
  /** Finds those processes now, so that the returned pull is as sudden as a power cut. */
  holdThePlug(): () => Promise<void>;
  dispose(): Promise<void>;
}

export interface TabletOptions {
  readonly viewport?: Viewport;
  readonly colorScheme?: 'light' | 'dark';
  /** A film (y4m) that the tablet's camera sees. */
  readonly cameraSees?: string;
}

export async function prepareTablet(origin: string, options: TabletOptions = {}): Promise<Tablet> {
  const profile = await mkdtemp(join(tmpdir(), 'evertill-tablet-'));
  let context: BrowserContext | null = null;
  let current: Page | null = null;

  async function switchOn(prepare?: (page: Page) => Promise<void>) {
    const launch = chromiumLaunchOptions();
    context = await chromium.launchPersistentContext(profile, {
      ...launch,
      args: [...launch.args, ...cameraFlags(options.cameraSees)],
      viewport: options.viewport ?? TABLET,
      colorScheme: options.colorScheme ?? 'light',
      hasTouch: true,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    });
    context.setDefaultTimeout(actionTimeoutMs);
    const page = context.pages()[0] ?? (await context.newPage());
    current = page;
    await prepare?.(page);
    await page.goto(origin);
    return page;
  }

  function holdThePlug() {
    const pids = processesNaming(profile);
    return async () => {
      pids.forEach(killHard);
      await context?.close().catch(ignoreDeadBrowser);
      context = null;
      current = null;
    };
  }

  return {
    profile,
    page: () => {
      if (current === null) throw new Error('the tablet is off');
      return current;
    },
    switchOn,
    switchOff: async () => {
      await context?.close();
      context = null;
      current = null;
    },
    pullThePlug: () => holdThePlug()(),
    holdThePlug,
    dispose: async () => {
      await context?.close().catch(ignoreDeadBrowser);
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Closing what was just killed can only fail, and the failure says nothing new. */
function ignoreDeadBrowser(): undefined {
  return undefined;
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in between, which is what was wanted.
  }
}

/** The browser's main process is the one that was given this profile; its children end with it. */
function processesNaming(profile: string): number[] {
  const listing = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 10_000_000 });
  return listing
    .split('\n')
    .filter((line) => line.includes(`--user-data-dir=${profile}`))
    .map((line) => Number(line.trim().split(/\s+/)[0]));
}

function cameraFlags(film: string | undefined): string[] {
  if (film === undefined) return [];
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
}
