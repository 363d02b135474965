import { useEffect, useState } from 'preact/hooks';

/** Whole seconds until a moment (epoch milliseconds), counted down; 0 once it is over. */
export function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(Date.now);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (until <= Date.now()) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [until, left > 0]);
  return left;
}
