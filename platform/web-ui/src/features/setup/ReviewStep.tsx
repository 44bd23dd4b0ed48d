import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { healthQuery } from "@/api";
import { buttonClass, Icon } from "@/shared";
import type { Foot } from "./SettingsSteps";
import { SoFarList } from "./SoFar";

export function ReviewStep({ foot }: { foot: Foot }) {
  const { t } = useTranslation("setup");
  const health = useQuery(healthQuery).data;
  const wrong = health?.checks.filter((check) => check.status !== "ok") ?? [];
  return (
    <>
      <div className="card-pad step-body stack stack-5">
        {health && (
          <div className={wrong.length ? "note note-warn" : "note note-ok"}>
            <Icon of={wrong.length ? IconAlertTriangle : IconCheck} />
            <p>{wrong.length ? t("review.problems", { what: wrong.map((check) => check.title).join(", ") }) : t("review.ready")}</p>
          </div>
        )}
        <SoFarList />
        <a className={buttonClass({}, false, "start")} href="/privacy" target="_blank" rel="noreferrer">
          {t("review.open")}
        </a>
      </div>
      {foot()}
    </>
  );
}
