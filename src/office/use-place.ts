/** Where in the office one is, kept in the address: the shop and the day, whatever the screen. */
import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'wouter';

export interface OfficePlace {
  /** Null: the first shop. */
  readonly shop: string | null;
  /** Null: today. */
  readonly day: string | null;
  /** An address of another screen that keeps shop and day, unless told otherwise. */
  readonly to: (path: string, changes?: PlaceChanges) => string;
  readonly go: (path: string, changes?: PlaceChanges) => void;
}

export interface PlaceChanges {
  readonly shop?: string | null;
  readonly day?: string | null;
}

export function usePlace(): OfficePlace {
  const [params] = useSearchParams();
  const [, navigate] = useLocation();
  const shop = params.get('shop');
  const day = params.get('day');
  const to = useCallback(
    (path: string, changes: PlaceChanges = {}) => addressOf(path, { shop, day, ...changes }),
    [shop, day],
  );
  const go = useCallback(
    (path: string, changes: PlaceChanges = {}) => navigate(to(path, changes)),
    [navigate, to],
  );
  return { shop, day, to, go };
}

function addressOf(path: string, place: Required<PlaceChanges>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(place)) if (value !== null) params.set(name, value);
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}
