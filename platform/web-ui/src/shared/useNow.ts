import { useEffect, useState } from "react";

/** The present moment, refreshed each `everyMillis`: for "3 min ago" and for what runs. */
export function useNow(everyMillis = 30_000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMillis);
    return () => clearInterval(timer);
  }, [everyMillis]);
  return now;
}
