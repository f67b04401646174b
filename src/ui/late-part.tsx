/** A part of the screen that is fetched after the first paint, drawn without a gap once it is there, and said so while it cannot be had. */
import { useEffect, useState, type ComponentType } from 'react';
import { MissingPart } from './missing-part.tsx';
import { fetchMissingStyles, watchStyles } from './missing-styles.ts';

type Load<Props> = () => Promise<ComponentType<Props>>;
type Leave = (() => void) | null;

/** How a part stands that is drawn somewhere: once it is there it stays the same under whoever's finger. */
type Standing<Props> =
  | { readonly is: 'coming' }
  | { readonly is: 'missing' }
  | { readonly is: 'here'; readonly Part: ComponentType<Props> };

/** All that may be fetched while nothing else is to do. */
const parts: (() => Promise<unknown>)[] = [];

const AGAIN_MS = 5_000;

/**
 * @param load imports the part; asked once, and again only after it failed.
 * @param leaveOf the way back from a part that covers the screen, null while it is closed; a part within a screen has none.
 */
export function latePart<Props extends object>(
  load: Load<Props>,
  leaveOf?: (props: Props) => Leave,
): ComponentType<Props> {
  let here: ComponentType<Props> | null = null;
  const fetch = async () => {
    if (here !== null) return here;
    watchStyles();
    await fetchMissingStyles();
    return (here = await load());
  };
  parts.push(fetch);

  return function LatePart(props: Props) {
    const { standing, tryAgain } = useStanding(fetch, () => here);
    if (standing.is === 'here') return <standing.Part {...props} />;
    if (standing.is === 'coming') return null;
    const leave = leaveOf?.(props);
    if (leave === null) return null;
    if (leave === undefined) return <MissingPart onTryAgain={tryAgain} />;
    const leaveAndFetch = () => {
      leave();
      void tryAgain();
    };
    return <MissingPart onTryAgain={tryAgain} onLeave={leaveAndFetch} />;
  };
}

function useStanding<Props>(fetch: Load<Props>, nowHere: () => ComponentType<Props> | null) {
  const [standing, setStanding] = useState<Standing<Props>>(() => standingOf(nowHere()));
  const tryAgain = async (): Promise<void> => {
    setStanding(await fetch().then(standingOf<Props>, () => ({ is: 'missing' }) as const));
  };
  // Fetching a part of the app is the browser's business.
  useEffect(() => {
    let isDrawn = true;
    const show = (next: Standing<Props>) => {
      if (isDrawn) setStanding((now) => (now.is === 'coming' ? next : now));
    };
    fetch().then(
      (Part) => show(standingOf(Part)),
      () => show({ is: 'missing' }),
    );
    return () => {
      isDrawn = false;
    };
  }, [fetch]);
  return { standing, tryAgain };
}

function standingOf<Props>(Part: ComponentType<Props> | null): Standing<Props> {
  return Part === null ? { is: 'coming' } : { is: 'here', Part };
}

/** One after the other, so that a sale that begins meanwhile is not kept waiting. What cannot be had is asked for until it is there. */
export async function fetchLateParts(signal: AbortSignal): Promise<void> {
  let missing = 0;
  for (const fetch of parts) {
    await untilIdle();
    if (signal.aborted) return;
    missing += await fetch().then(
      () => 0,
      () => 1,
    );
  }
  if (missing > 0) setTimeout(() => void fetchLateParts(signal), AGAIN_MS);
}

/** Not every engine says when it is idle. */
function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 2_000 });
    else setTimeout(resolve, 200);
  });
}
