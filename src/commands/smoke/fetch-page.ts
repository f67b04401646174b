/** The signs of life and the app itself, as a browser would fetch them. */
import { SmokeFailure, wordsOf } from './smoke-failure.ts';

const ANSWER_MS_MAX = 10_000;
const SIGNS_OF_LIFE = ['/healthz', '/readyz', '/deployz'] as const;

export async function fetchSignsOfLife(origin: string): Promise<void> {
  for (const path of SIGNS_OF_LIFE) await fetchText(origin, path, '*/*');
}

/** The page, and the script that it begins with: a page whose scripts are gone is a white screen. */
export async function fetchApp(origin: string): Promise<void> {
  const page = await fetchText(origin, '/', 'text/html');
  const script = /<script[^>]* src="(\/[^"]+)"/.exec(page)?.[1];
  if (script === undefined) throw new SmokeFailure('/ is not the app: it loads no script');
  await fetchText(origin, script, '*/*');
}

async function fetchText(origin: string, path: string, accept: string): Promise<string> {
  const response = await fetch(origin + path, {
    headers: { accept },
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_MS_MAX),
  }).catch((error: unknown) => {
    throw new SmokeFailure(`${path} was not answered: ${wordsOf(error)}`);
  });
  const text = await response.text();
  if (response.status !== 200)
    throw new SmokeFailure(`${path} answered ${String(response.status)}: ${text.slice(0, 200)}`);
  return text;
}
