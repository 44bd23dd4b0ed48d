import { IconClockPause, IconCloudOff, IconRefresh, type Icon as TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Icon } from "./Icon";
import { useProblemWords } from "./problemWords";

/** Nothing here, and the next step. */
export function Empty({
  icon,
  title,
  children,
  action,
  level = 2,
}: {
  icon: TablerIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  level?: 1 | 2 | 3;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      <Icon of={icon} />
      <Heading className="empty-h">{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** It did not load: what happened, a retry, and the number that the operator can look up. */
export function Failed({ error, retry, title, level = 2 }: { error: unknown; retry?: () => void; title?: string; level?: 1 | 2 | 3 }) {
  const { t } = useTranslation();
  const words = useProblemWords(error);
  const Heading = `h${level}` as const;
  return (
    <div className="empty" role="alert">
      <Icon of={words.status === 429 ? IconClockPause : IconCloudOff} />
      <Heading className="empty-h">{title ?? words.title}</Heading>
      <p>{title && words.title !== title && !words.detail ? words.title : words.detail}</p>
      {retry && (
        <Button icon={IconRefresh} onClick={retry}>
          {t("action.retry")}
        </Button>
      )}
      {words.requestId && <p className="small faint">{t("problem.reference", { id: words.requestId })}</p>}
    </div>
  );
}

/** Rows of the true height while a list loads, so that nothing jumps. */
export function RowSkeletons({ rows = 4, picture = false }: { rows?: number; picture?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="stack stack-4" aria-busy="true" role="status" aria-label={t("state.loading")}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div className="row row-3" key={row}>
          {picture && <span className="skel skel-pic" />}
          <span className="grow stack stack-1">
            <span className="skel skel-b" style={{ "--w": 72 - ((row * 13) % 30) } as React.CSSProperties} />
            <span className="skel skel-s" style={{ "--w": 48 - ((row * 7) % 20) } as React.CSSProperties} />
          </span>
        </div>
      ))}
    </div>
  );
}

export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="page" aria-busy="true">
      <h1 className="vh">{t("state.loading")}</h1>
      <RowSkeletons />
    </div>
  );
}
