/** A part of the screen that is fetched after the first paint, and drawn without a gap once it is there. */
import { lazy, Suspense, useState, type ComponentType } from 'react';

type Load<Props> = () => Promise<ComponentType<Props>>;

/** All that may be fetched while nothing else is to do. */
const parts: (() => Promise<unknown>)[] = [];

/** @param load imports the part; asked once, and again only after it failed. */
export function latePart<Props extends object>(load: Load<Props>): ComponentType<Props> {
  let here: ComponentType<Props> | null = null;
  const fetch = async () => (here ??= await load());
  parts.push(fetch);

  function LatePart(props: Props) {
    // Decided once per mounting: a part that arrives meanwhile must not mount anew under somebody's finger.
    const [Part] = useState<ComponentType<Props>>(
      () => here ?? lazy(async () => ({ default: await fetch() })),
    );
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    );
  }
  return LatePart;
}

/** One after the other, so that a sale that begins meanwhile is not kept waiting. What cannot be had is asked for again when it is needed. */
export function fetchLateParts(signal: AbortSignal): void {
  const fetchNext = async (place: number): Promise<void> => {
    const fetch = parts[place];
    if (fetch === undefined || signal.aborted) return;
    await fetch().catch(() => undefined);
    whenIdle(() => void fetchNext(place + 1));
  };
  whenIdle(() => void fetchNext(0));
}

/** Not every engine says when it is idle. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 2_000 });
  else setTimeout(act, 200);
}
