import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { applyEvent, type EventState, followEvents, GENERATIONS, useMay } from "@/api";

/** Follows the events of the signed-in person for as long as the frame is shown, and keeps what is cached true. */
export function useEventFeed(): EventState {
  const client = useQueryClient();
  const may = useMay("events:read");
  const [state, setState] = useState<EventState>("live");
  useEffect(() => {
    if (!may) return;
    return followEvents(
      (event) => applyEvent(client, event),
      (next) => {
        setState(next);
        // What happened while nobody told us: ask once.
        if (next === "live") void client.invalidateQueries({ queryKey: GENERATIONS });
      },
    );
  }, [client, may]);
  return state;
}
