import { IconAlertCircle, IconCircleCheck, IconX, type Icon as TablerIcon } from "@tabler/icons-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./Icon";

/**
 * Toasts: said once, at the foot of the page, for 8 seconds, longer while the pointer or the focus is on one.
 * Undo lives here, so that nothing has to be asked first.
 */
export interface Toast {
  message: string;
  detail?: string;
  icon?: TablerIcon;
  tone?: "good" | "bad";
  action?: { label: string; run: () => void };
}

interface Shown extends Toast {
  id: number;
}

const SHOWN_MILLIS = 8000;
const MOST = 3;

let shown: readonly Shown[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

export function toast(next: Toast): void {
  set([...shown.slice(1 - MOST), { ...next, id: nextId++ }]);
}

export function dismissToasts(): void {
  set([]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const { t } = useTranslation();
  const all = useSyncExternalStore(subscribe, () => shown);
  return (
    <section className="toasts-root" aria-label={t("toast.region")}>
      {all.map((one) => (
        <OneToast key={one.id} toast={one} close={() => set(shown.filter((other) => other.id !== one.id))} />
      ))}
    </section>
  );
}

function OneToast({ toast: one, close }: { toast: Shown; close: () => void }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  const closing = useRef(close);
  closing.current = close;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => closing.current(), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [held]);
  const icon = one.icon ?? (one.tone === "bad" ? IconAlertCircle : IconCircleCheck);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only hold it back from going, its buttons do the acts
    <div
      className="toast"
      role={one.tone === "bad" ? "alert" : "status"}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon of={icon} className={one.tone} />
      <span className="msg">
        {one.message}
        {one.detail && <small>{one.detail}</small>}
      </span>
      {one.action && (
        <button
          type="button"
          onClick={() => {
            close();
            one.action?.run();
          }}
        >
          {one.action.label}
        </button>
      )}
      <button type="button" aria-label={t("action.dismiss")} onClick={close}>
        <Icon of={IconX} size="s" />
      </button>
    </div>
  );
}
