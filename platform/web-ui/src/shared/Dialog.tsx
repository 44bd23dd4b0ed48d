import { Modal } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "./Button";

// Mantine would lock scrolling by a style element of its own, without our nonce; `parts.css` does it by a rule instead.
/** A dialog is only for what cannot be undone, or for a small form of its own. Focus stays inside and goes back afterwards. */
export function Dialog({
  opened,
  close,
  title,
  children,
  foot,
  size = 480,
}: {
  opened: boolean;
  close: () => void;
  title: string;
  children: ReactNode;
  foot: ReactNode;
  size?: number;
}) {
  const { t } = useTranslation();
  return (
    <Modal.Root opened={opened} onClose={close} size={size} centered lockScroll={false} padding={0} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content className="hg-dialog">
        <div className="dialog-head">
          <Modal.Title className="dh">{title}</Modal.Title>
          <IconButton icon={IconX} label={t("action.close")} size="sm" onClick={close} />
        </div>
        <div className="dialog-body stack stack-4">{children}</div>
        <div className="dialog-foot">{foot}</div>
      </Modal.Content>
    </Modal.Root>
  );
}
