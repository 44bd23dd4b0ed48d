import { Menu as MantineMenu } from "@mantine/core";
import { cloneElement, useEffect, useRef, useState } from "react";
import { Icon } from "./Icon";
import type { MenuProps } from "./Menu";

/**
 * What {@link Menu} becomes when it is opened for the first time. Opens by itself, from its button, which gets the focus back. The first entry
 * gets the focus, as the ARIA pattern of a menu button has it; the menu stands inside the page's landmark.
 */
export default function OpenMenu({ target, entries, label }: MenuProps) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
    setOpened(true);
  }, []);
  const first = entries.findIndex(Boolean);
  return (
    <MantineMenu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      offset={6}
      transitionProps={{ duration: 0 }}
      withinPortal
      portalProps={{ target: "#main" }}
      withInitialFocusPlaceholder={false}
      returnFocus
    >
      <MantineMenu.Target>{cloneElement(target, { ref: button })}</MantineMenu.Target>
      <MantineMenu.Dropdown className="hg-menu" aria-label={label}>
        {entries.map((entry, place) =>
          entry ? (
            <MantineMenu.Item
              // biome-ignore lint/suspicious/noArrayIndexKey: entries of one menu keep their places
              key={place}
              data-autofocus={place === first || undefined}
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
