/** Which way to install fits this browser: its own words for the same act differ. Pure. */
export type InstallPlatform = 'ipad' | 'android' | 'desktop' | 'firefoxDesktop';

export interface Browser {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
}

export function installPlatform({ userAgent, maxTouchPoints }: Browser): InstallPlatform {
  if (/iPad|iPhone|iPod/.test(userAgent)) return 'ipad';
  // An iPad calls itself a Macintosh, and no Macintosh has a touch screen.
  if (userAgent.includes('Macintosh') && maxTouchPoints > 1) return 'ipad';
  if (userAgent.includes('Android')) return 'android';
  // On a computer it installs no apps.
  return userAgent.includes('Firefox/') ? 'firefoxDesktop' : 'desktop';
}
