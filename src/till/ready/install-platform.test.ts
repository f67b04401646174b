import { expect, test } from 'vitest';
import { installPlatform } from './install-platform.ts';

const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/136.0.0.0 Safari/537.36';

test.each([
  ['an iPhone', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) ${SAFARI}`, 5, 'ipad'],
  ['an iPad as it calls itself', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI}`, 5, 'ipad'],
  ['a Macintosh', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI}`, 0, 'desktop'],
  ['an Android tablet', `Mozilla/5.0 (Linux; Android 14; SM-X200) ${CHROME}`, 10, 'android'],
  ['a Chromebook', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${CHROME}`, 10, 'desktop'],
  ['Windows with a touch screen', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME}`, 10, 'desktop'],
  ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 0, 'firefoxDesktop'],
  [
    'Firefox on Android',
    'Mozilla/5.0 (Android 14; Tablet; rv:140.0) Gecko/140.0 Firefox/140.0',
    5,
    'android',
  ],
])('INSTALL-1 %s is told how it installs', (_, userAgent, maxTouchPoints, platform) => {
  expect(installPlatform({ userAgent, maxTouchPoints })).toBe(platform);
});
