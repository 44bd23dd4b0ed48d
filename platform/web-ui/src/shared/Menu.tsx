import type { Icon as TablerIcon } from "@tabler/icons-react";
import { type ComponentPropsWithRef, cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useState } from "react";

export interface MenuEntry {
  label: ReactNode;
  icon?: TablerIcon;
  danger?: boolean;
  checked?: boolean;
  href?: string;
  download?: boolean;
  run?: () => void;
}

export interface MenuProps {
  target: ReactElement<ComponentPropsWithRef<"button">>;
  entries: readonly (MenuEntry | false | undefined)[];
  label?: string;
}

const load = () => import("./OpenMenu");
const OpenMenu = lazy(load);

/**
 * A menu on a button: arrows move, letters find, escape closes and gives the focus back. What draws it is fetched when a pointer
 * or the focus comes near, so that no page waits for menus that nobody opens.
 */
export function Menu(props: MenuProps) {
  const { target } = props;
  const [wanted, setWanted] = useState(false);
  const closed = cloneElement(target, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onClick: () => setWanted(true),
    onFocus: () => void load(),
    onPointerEnter: () => void load(),
  });
  return wanted ? (
    <Suspense fallback={closed}>
      <OpenMenu {...props} />
    </Suspense>
  ) : (
    closed
  );
}
