import { IconCircleCheck, IconDownload, IconHourglass, IconHourglassOff, IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, isProblem, type Schemas } from "@/api";
import { Button, buttonClass, Empty, Failed, formatMoment, formatNumber, Icon, RowSkeletons, useLang, useTitle } from "@/shared";
import { GateFrame } from "./Frame";
import { useHashToken } from "./useHashToken";

type Receipt = Schemas["ErasureReceipt"];

const AGAIN_MILLIS = 3_000;

/** `/erased#code`: what became of a deleted account. Needs no session, since there is none any more. */
export function ErasedPage() {
  const { t } = useTranslation("gate");
  useTitle(t("erased.title"));
  const token = useHashToken();
  const receipt = useQuery({
    queryKey: ["erasure-receipt", token],
    queryFn: () => body(api.POST("/erasure-receipts/inspect", { body: { token } })),
    enabled: token !== "",
    refetchInterval: ({ state }) => (state.data?.state === "running" ? AGAIN_MILLIS : false),
  });
  return (
    <GateFrame>
      {token === "" || isProblem(receipt.error, "not-found") ? (
        <Empty level={1} icon={IconHourglassOff} title={t("erased.missing")}>
          {t("erased.missingText")}
        </Empty>
      ) : receipt.isError ? (
        <Failed level={1} error={receipt.error} retry={() => void receipt.refetch()} />
      ) : receipt.isPending ? (
        <div aria-busy="true">
          <h1 className="vh">{t("erased.title")}</h1>
          <RowSkeletons />
        </div>
      ) : (
        <Shown receipt={receipt.data} again={() => void receipt.refetch()} />
      )}
    </GateFrame>
  );
}

function Shown({ receipt, again }: { receipt: Receipt; again: () => void }) {
  const { t } = useTranslation(["gate", "common"]);
  const lang = useLang();
  const over = receipt.state === "done";
  return (
    <div className="stack stack-4">
      <div className="stack">
        <h1>{t(`gate:erased.${receipt.state}`)}</h1>
        <p className="row mute">
          <Icon of={over ? IconCircleCheck : IconHourglass} />
          {over && receipt.finishedAt
            ? t("gate:erased.doneText", { date: formatMoment(receipt.finishedAt, lang) })
            : receipt.dueAt
              ? t("gate:erased.scheduledText", { date: formatMoment(receipt.dueAt, lang) })
              : t("gate:erased.runningText")}
        </p>
      </div>
      {receipt.lines.length > 0 && (
        <ul className="card rows" aria-label={t("gate:erased.lines")}>
          {receipt.lines.map((line) => (
            <li key={`${line.category} ${line.what} ${line.outcome} ${line.detail ?? ""}`}>
              <div className="grow">
                <b>{t(`common:category.${line.category}`, { defaultValue: line.category })}</b>
                <p className="small faint">
                  {line.what}
                  {line.detail && `: ${t(`gate:erased.why.${line.detail}`, { defaultValue: line.detail })}`}
                </p>
              </div>
              <span className={line.outcome === "erased" ? "badge badge-ok num" : "badge badge-warn num"}>
                {t(`gate:erased.outcome.${line.outcome}`, { n: formatNumber(line.count, lang) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {receipt.signed ? (
        <div className="stack">
          <p className="mute">{t("gate:erased.signed")}</p>
          <p>
            <a
              className={buttonClass({ look: "primary" })}
              href={`data:application/jose,${receipt.signed}`}
              download={`heliograph-receipt-${receipt.orderId.slice(-8)}.jws`}
            >
              <Icon of={IconDownload} size="s" />
              {t("gate:erased.download")}
            </a>
          </p>
        </div>
      ) : (
        <p>
          <Button icon={IconRefresh} onClick={again}>
            {t("gate:erased.again")}
          </Button>
        </p>
      )}
    </div>
  );
}
