import { IconHourglass, IconLink, IconLock, IconMapPinUp, IconServer2, IconWorld, type Icon as TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./Icon";

/** The three questions, always in this order and with these icons: who can see it, where it went, how long it is kept. */
export type Seen = "private" | "link" | "public";

export const SEEN_ICON: Record<Seen, TablerIcon> = { private: IconLock, link: IconLink, public: IconWorld };

export interface ThreeFacts {
  seen: Seen;
  seenText: ReactNode;
  seenShort?: ReactNode;
  /** True where nothing left the server. */
  local: boolean;
  wentText: ReactNode;
  wentShort?: ReactNode;
  keptText: ReactNode;
  keptShort?: ReactNode;
}

/** One line: before pressing, on every running card and batch. Shortens at 360 px. As a column where the place is narrow. */
export function FactsLine({ facts, tight, column }: { facts: ThreeFacts; tight?: boolean; column?: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className={["facts", tight && "facts-tight", column && "col"].filter(Boolean).join(" ")} aria-label={t("facts.label")}>
      <Fact
        icon={SEEN_ICON[facts.seen]}
        question={t("facts.who")}
        text={facts.seenText}
        short={facts.seenShort}
        className={facts.seen === "private" ? undefined : "open"}
      />
      <Fact
        icon={facts.local ? IconServer2 : IconMapPinUp}
        question={t("facts.where")}
        text={facts.wentText}
        short={facts.wentShort}
        className={facts.local ? undefined : "out"}
      />
      <Fact icon={IconHourglass} question={t("facts.howLong")} text={facts.keptText} short={facts.keptShort} />
    </ul>
  );
}

function Fact({
  icon,
  question,
  text,
  short,
  className,
}: {
  icon: TablerIcon;
  question: string;
  text: ReactNode;
  short?: ReactNode;
  className?: string | undefined;
}) {
  return (
    <li className={className}>
      <Icon of={icon} size="s" />
      <span>
        <span className="vh">{question}: </span>
        {short ? (
          <>
            <span className="fl">{text}</span>
            <span className="fs">{short}</span>
          </>
        ) : (
          text
        )}
      </span>
    </li>
  );
}

/** On a picture: the visibility always, as an icon on a dark plate. */
export function SeenMark({ seen }: { seen: Seen }) {
  const { t } = useTranslation();
  return (
    <span
      className={["vis vis-icon on-pic", seen === "link" && "vis-link", seen === "public" && "vis-public"].filter(Boolean).join(" ")}
      title={t(`seen.${seen}`)}
    >
      <Icon of={SEEN_ICON[seen]} />
      <span className="vh">{t(`seen.${seen}`)}</span>
    </span>
  );
}
