/** Moves the focus to the heading of a screen that has just appeared, so that it is read out and Enter presses nothing by accident. */
import { useEffect, useRef, type RefObject } from 'react';

export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  // The focus belongs to the browser; it is moved once, when the screen has appeared.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
