import type { Icon as TablerIcon } from "@tabler/icons-react";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { Icon } from "./Icon";

type Look = "primary" | "quiet" | "danger" | "danger-fill";
type Size = "sm" | "lg";

interface Shape {
  look?: Look | null | undefined;
  size?: Size | undefined;
  block?: boolean | undefined;
  icon?: TablerIcon;
  busy?: boolean;
}

export function buttonClass({ look, size, block }: Shape, iconOnly = false, extra?: string): string {
  return ["btn", look && `btn-${look}`, size && `btn-${size}`, block && "btn-block", iconOnly && "btn-icon", extra].filter(Boolean).join(" ");
}

/** A button names its act. While `busy` it keeps its place and its word, shows a ring and takes no second press. */
export function Button({ look, size, block, icon, busy, className, children, disabled, ...rest }: Shape & ComponentPropsWithoutRef<"button">) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ look, size, block }, false, [busy && "is-busy", className].filter(Boolean).join(" "))}
      aria-busy={busy || undefined}
      disabled={disabled || busy}
    >
      {busy ? <span className="spin" aria-hidden="true" /> : icon && <Icon of={icon} size={size === "lg" ? undefined : "s"} />}
      {children}
    </button>
  );
}

/** Only a picture, so it must have a name; the name is its tooltip too. */
export function IconButton({
  icon,
  label,
  look = "quiet",
  size,
  className,
  children,
  flip,
  ...rest
}: Omit<Shape, "icon" | "busy" | "block"> & { icon: TablerIcon; label: string; flip?: boolean; children?: ReactNode } & Omit<
    ComponentPropsWithoutRef<"button">,
    "aria-label"
  >) {
  return (
    <button type="button" title={label} {...rest} aria-label={label} className={buttonClass({ look, size }, true, className)}>
      <Icon of={icon} size={size === "sm" ? "s" : undefined} className={flip ? "i-flip" : undefined} />
      {children}
    </button>
  );
}
