import type { Icon as TablerIcon } from "@tabler/icons-react";

/** An icon is decoration: the word beside it, or the label of its button, says what it means. */
export function Icon({ of: Shape, size, className }: { of: TablerIcon; size?: "s" | "l" | "xl" | undefined; className?: string | undefined }) {
  const names = ["i", size && `i-${size}`, className].filter(Boolean).join(" ");
  return <Shape className={names} aria-hidden="true" />;
}
