import { useCallback, useEffect, useRef } from "react";

/** Calls back when the element comes near the view: the next page is asked for before its place is seen. */
export function useReach(reached: () => void): (node: HTMLElement | null) => void {
  const call = useRef(reached);
  call.current = reached;
  const observer = useRef<IntersectionObserver>(undefined);
  useEffect(() => () => observer.current?.disconnect(), []);
  return useCallback((node) => {
    observer.current?.disconnect();
    if (!node) return;
    observer.current = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && call.current(), { rootMargin: "800px" });
    observer.current.observe(node);
  }, []);
}
