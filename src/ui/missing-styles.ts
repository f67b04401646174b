/** Style sheets that a late part brought and that could not be fetched. The bundler's loader asks for each only once, so they are asked for here. */

const missing = new Set<string>();
let isWatching = false;

/** From now on a sheet that fails is known, and taken out of the page. */
export function watchStyles(): void {
  if (isWatching) return;
  isWatching = true;
  // What fails to load says so to itself only; on its way there the document hears of it.
  document.addEventListener('error', forget, { capture: true });
}

/** @throws while one of them cannot be had: a part without its looks is no part to work with. */
export async function fetchMissingStyles(): Promise<void> {
  await Promise.all([...missing].map(fetchStyle));
}

function forget({ target }: Event): void {
  if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
  missing.add(target.href);
  target.remove();
}

function fetchStyle(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.crossOrigin = '';
    link.href = href;
    link.addEventListener('load', () => {
      missing.delete(href);
      resolve();
    });
    link.addEventListener('error', () => reject(new Error(`no looks from ${href}`)));
    document.head.append(link);
  });
}
