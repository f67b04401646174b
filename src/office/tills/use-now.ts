/** The device's time, told anew every second. */
import { useEffect, useState } from 'react';

const SECOND_MS = 1_000;

export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  // A clock is a device.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
