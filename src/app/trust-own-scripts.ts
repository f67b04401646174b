/** The one Trusted Types policy: only our own worker files may become code, whoever in the page asks. */
export function trustOwnScripts(): void {
  window.trustedTypes?.createPolicy('default', { createScriptURL: ownScript });
}

export function ownScript(url: string): string {
  const { origin, pathname } = new URL(url, location.href);
  const isOurs = origin === location.origin && (pathname === '/sw.js' || pathname.startsWith('/assets/'));
  if (!isOurs) throw new TypeError(`not a script of ours: ${url}`);
  return url;
}
