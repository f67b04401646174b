// Draws what Apple devices show while the app starts, and puts the two pictures of the till beside the manifest.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { chromiumLaunchOptions } from '../../e2e/chromium.ts';

const repository = join(import.meta.dirname, '../..');
const PUBLIC = join(repository, 'public');

/** Width and height in points, held upright, and pixels per point: the tablets and phones that shops have. */
const DEVICES = [
  { width: 768, height: 1024, ratio: 2 },
  { width: 810, height: 1080, ratio: 2 },
  { width: 820, height: 1180, ratio: 2 },
  { width: 834, height: 1194, ratio: 2 },
  { width: 1024, height: 1366, ratio: 2 },
  { width: 390, height: 844, ratio: 3 },
  { width: 393, height: 852, ratio: 3 },
] as const;
type Device = (typeof DEVICES)[number];

const AROUND =
  '<style>body{margin:0;height:100vh;display:grid;place-items:center;background:#f6f4ef}svg{width:128px}</style>';

async function draw(browser: Browser, mark: string, { width, height, ratio }: Device): Promise<void> {
  const upright = { wide: width, high: height };
  for (const { wide, high } of [upright, { wide: height, high: width }]) {
    const page = await browser.newPage({ viewport: { width: wide, height: high }, deviceScaleFactor: ratio });
    await page.setContent(AROUND + mark);
    const name = `${String(wide * ratio)}x${String(high * ratio)}.png`;
    await writeFile(join(PUBLIC, 'splash', name), await page.screenshot());
    await page.close();
  }
}

function linkOf({ width, height, ratio }: Device): string[] {
  return (['portrait', 'landscape'] as const).map((held) => {
    const [wide, high] = held === 'portrait' ? [width, height] : [height, width];
    const media = `(device-width: ${String(width)}px) and (device-height: ${String(height)}px) and (-webkit-device-pixel-ratio: ${String(ratio)}) and (orientation: ${held})`;
    return `<link rel="apple-touch-startup-image" media="${media}" href="/splash/${String(wide * ratio)}x${String(high * ratio)}.png" />`;
  });
}

await mkdir(join(PUBLIC, 'splash'), { recursive: true });
await mkdir(join(PUBLIC, 'screenshots'), { recursive: true });
const browser = await chromium.launch(chromiumLaunchOptions());
const mark = await readFile(join(PUBLIC, 'favicon.svg'), 'utf8');
for (const device of DEVICES) await draw(browser, mark, device);
await browser.close();
await copyFile(
  join(repository, 'docs/screens/sell-tablet-light.png'),
  join(PUBLIC, 'screenshots/sell-wide.png'),
);
await copyFile(
  join(repository, 'docs/screens/sell-phone-light.png'),
  join(PUBLIC, 'screenshots/sell-narrow.png'),
);
process.stdout.write(`${DEVICES.flatMap(linkOf).join('\n')}\n`);
