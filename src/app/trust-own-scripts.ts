/** The one Trusted Types policy: only our own worker files may become code, whoever in the page asks. */
export function trustOwnScripts(): void {
  window.trustedTypes?.createPolicy('default', { createScriptURL: (url) => ownScript(url, location.origin) });
}

/** @throws TypeError for an address that is not ours: the browser then refuses the script. */
export function ownScript(url: string, ourOrigin: string): string {
  const { origin, pathname } = new URL(url, ourOrigin);
  const isOurs = origin === ourOrigin && (pathname === '/sw.js' || pathname.startsWith('/assets/'));
  if (!isOurs) throw new TypeError(`not a script of ours: ${url}`);
  return url;
}
