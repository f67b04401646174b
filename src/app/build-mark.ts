/** The service worker marks the start page with the build it is of, and whether that is the one before because the newest did not start. */
export function buildMark(): string | null {
  return mark()?.content ?? null;
}

export function wentBack(): boolean {
  return mark()?.dataset['wentBack'] !== undefined;
}

function mark(): HTMLMetaElement | null {
  return document.querySelector<HTMLMetaElement>('meta[name="evertill-build"]');
}
