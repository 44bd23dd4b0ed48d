import { Menu as MantineMenu } from "@mantine/core";
import type { Icon as TablerIcon } from "@tabler/icons-react";
import type { ReactElement, ReactNode } from "react";
import { Icon } from "./Icon";

export interface MenuEntry {
  label: ReactNode;
  icon?: TablerIcon;
  danger?: boolean;
  checked?: boolean;
  href?: string;
  download?: boolean;
  run?: () => void;
}

/** A menu on a button: arrows move, letters find, escape closes and gives the focus back. */
export function Menu({ target, entries, label }: { target: ReactElement; entries: readonly (MenuEntry | false | undefined)[]; label?: string }) {
  return (
    <MantineMenu position="bottom-end" offset={6} transitionProps={{ duration: 0 }} withinPortal returnFocus>
      <MantineMenu.Target>{target}</MantineMenu.Target>
      <MantineMenu.Dropdown className="hg-menu" aria-label={label}>
        {entries.map((entry, place) =>
          entry ? (
            <MantineMenu.Item
              // biome-ignore lint/suspicious/noArrayIndexKey: entries of one menu keep their places
              key={place}
              className="hg-menu-item"
              data-danger={entry.danger || undefined}
              leftSection={entry.icon && <Icon of={entry.icon} size="s" />}
              rightSection={entry.checked ? <span className="dot dot-warn" /> : undefined}
              {...(entry.href ? { component: "a" as const, href: entry.href, ...(entry.download && { download: "" }) } : {})}
              onClick={entry.run}
            >
              {entry.label}
              {entry.checked && <span className="vh"> ✓</span>}
            </MantineMenu.Item>
          ) : null,
        )}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
