/**
 * One stream of events for all tabs of a browser. The tab that holds the Web Lock opens the stream and tells the others over
 * a BroadcastChannel; when it closes, the next tab takes the lock and goes on from the last number any tab has seen, so nothing
 * is missed. Where streams do not pass (a proxy that buffers), three failures in a row turn to long polling.
 */
import { api, BASE, body, type Schemas } from "./client";

export type EventMessage = Schemas["Event"];
/** `live`: events flow. `waiting`: the service does not answer; we try again by ourselves. */
export type EventState = "live" | "waiting";

type Shared = { kind: "event"; event: EventMessage } | { kind: "state"; state: EventState } | { kind: "hello" };

const NAME = "heliograph-events";
const TYPES: readonly EventMessage["type"][] = ["generation", "asset", "balance", "account", "resync"];
const FAILURES_BEFORE_POLLING = 3;
const RETRY_MILLIS = 3000;

/** Starts following; the returned function stops. `onEvent` is called once for each event, in order. */
export function followEvents(onEvent: (event: EventMessage) => void, onState: (state: EventState) => void): () => void {
  const channel = new BroadcastChannel(NAME);
  const stop = new AbortController();
  let last: number | undefined;
  let state: EventState = "live";

  const take = (event: EventMessage) => {
    if (last !== undefined && event.seq <= last && event.type !== "resync") return;
    last = event.seq;
    onEvent(event);
  };
  const tell = (event: EventMessage) => {
    take(event);
    channel.postMessage({ kind: "event", event } satisfies Shared);
  };
  const become = (next: EventState) => {
    if (state === next) return;
    state = next;
    onState(next);
    channel.postMessage({ kind: "state", state: next } satisfies Shared);
  };

  channel.onmessage = ({ data }: MessageEvent<Shared>) => {
    if (data.kind === "event") take(data.event);
    else if (data.kind === "state" && data.state !== state) {
      state = data.state;
      onState(state);
    }
  };

  const lead = () => leadStream({ after: () => last, tell, become, signal: stop.signal });
  if (navigator.locks) {
    navigator.locks.request(NAME, { signal: stop.signal }, lead).catch(ignoreAbort);
  } else {
    // Web Locks need a secure context; over plain http in a home network each tab has its own stream.
    void lead();
  }
  return () => {
    stop.abort();
    channel.close();
  };
}

function ignoreAbort(failure: unknown): void {
  if (!(failure instanceof DOMException && failure.name === "AbortError")) throw failure;
}

interface Leader {
  after: () => number | undefined;
  tell: (event: EventMessage) => void;
  become: (state: EventState) => void;
  signal: AbortSignal;
}

async function leadStream(leader: Leader): Promise<void> {
  let failures = 0;
  while (!leader.signal.aborted) {
    if (failures < FAILURES_BEFORE_POLLING) {
      const opened = await stream(leader);
      failures = opened ? 0 : failures + 1;
    } else {
      await poll(leader);
    }
    if (leader.signal.aborted) return;
    leader.become("waiting");
    await pause(RETRY_MILLIS, leader.signal);
  }
}

/** Runs one stream to its end; true if it had been open. The browser itself sends Last-Event-ID while this stream lives. */
function stream({ after, tell, become, signal }: Leader): Promise<boolean> {
  return new Promise((resolve) => {
    const place = after();
    const source = new EventSource(`${BASE}/events${place === undefined ? "" : `?after=${place}`}`);
    let opened = false;
    const end = () => {
      source.close();
      signal.removeEventListener("abort", end);
      resolve(opened);
    };
    signal.addEventListener("abort", end);
    source.onopen = () => {
      opened = true;
      become("live");
    };
    source.onerror = () => {
      // CONNECTING: the browser tries again by itself. CLOSED: it has given up (an answer that is no stream).
      if (source.readyState === EventSource.CLOSED || !opened) end();
      else become("waiting");
    };
    for (const type of TYPES) {
      source.addEventListener(type, (message) => {
        const event = parse((message as MessageEvent<string>).data);
        if (event) tell(event);
      });
    }
  });
}

/** Long polling until it fails once. */
async function poll({ after, tell, become, signal }: Leader): Promise<void> {
  let place = after();
  while (!signal.aborted) {
    try {
      const query = place === undefined ? {} : { after: place, waitSeconds: 25 };
      const batch = await body(api.GET("/events/poll", { params: { query }, signal }));
      become("live");
      for (const event of batch.items) tell(event);
      place = batch.last;
    } catch {
      return;
    }
  }
}

function parse(data: string): EventMessage | undefined {
  try {
    return JSON.parse(data) as EventMessage;
  } catch {
    return undefined;
  }
}

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
