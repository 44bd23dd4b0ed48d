import { IconBan, IconCloudOff, IconHandStop, IconHelpCircle, IconRefresh, type Icon as TablerIcon } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { api, body, done, GENERATIONS, media, putGeneration, type Schemas } from "@/api";
import { useFacts } from "@/features/asset";
import { Button, FactsLine, formatOrdinal, formatSpan, Icon, toast, useLang, useNow, useProblemLine } from "@/shared";

export type Generation = Schemas["Generation"];

export const ACTIVE: ReadonlySet<Generation["state"]> = new Set(["queued", "running", "storing", "canceling", "unknown"]);

/** What runs and what failed lately: queue position, progress, preview, and always what it costs. */
export function Running({ generations, onRetry }: { generations: readonly Generation[]; onRetry: (generation: Generation) => void }) {
  const { t } = useTranslation("studio");
  if (generations.length === 0) return null;
  return (
    <section className="section now" aria-labelledby="now-h">
      <div className="section-head">
        <h2 id="now-h">{t("now.title")}</h2>
        <p className="small faint">{t("now.leave")}</p>
      </div>
      <div className="cols-3">
        {generations.map((generation) => (
          <JobCard key={generation.id} generation={generation} onRetry={onRetry} />
        ))}
      </div>
    </section>
  );
}

function JobCard({ generation, onRetry }: { generation: Generation; onRetry: (generation: Generation) => void }) {
  const { t } = useTranslation("studio");
  const facts = useFacts();
  const active = ACTIVE.has(generation.state);
  const percent = Math.round((generation.fraction ?? 0) * 100);
  const moving = generation.state === "running" || generation.state === "storing" || generation.state === "canceling";
  return (
    <article className={active ? "job card" : "job card is-failed"} aria-label={generation.prompt}>
      <JobPicture generation={generation} />
      <div className="job-bar">
        {moving && (
          <div
            className="progress"
            style={{ "--p": `${percent}%` } as CSSProperties}
            role="progressbar"
            aria-label={t("job.making")}
            aria-valuenow={percent}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <i />
          </div>
        )}
      </div>
      <div className="job-body">
        <h3 className="cut">{generation.prompt}</h3>
        {active ? <ActiveBody generation={generation} percent={percent} /> : <EndedBody generation={generation} onRetry={onRetry} />}
        {active && (
          <FactsLine
            tight
            facts={(() => {
              const all = facts({
                seen: generation.visibility ?? "private",
                local: generation.local,
                recipients: generation.recipients,
                keptUntil: generation.keptUntil,
              });
              return { ...all, wentText: all.local ? all.wentShort : all.wentShort, keptText: all.keptShort, wentShort: undefined, keptShort: undefined };
            })()}
          />
        )}
      </div>
    </article>
  );
}

const ENDED_ICON: Partial<Record<Generation["state"], TablerIcon>> = { failed: IconCloudOff, canceled: IconBan, unknown: IconHelpCircle };

function JobPicture({ generation }: { generation: Generation }) {
  const { t } = useTranslation("studio");
  const lang = useLang();
  if (generation.previewSeq !== undefined && ACTIVE.has(generation.state) && generation.state !== "queued") {
    return (
      <div className="pic job-pic">
        <img className="preview" src={media.preview(generation.id, generation.previewSeq)} alt={t("job.previewAlt")} />
        <span className="plate on-tl">{t("job.preview")}</span>
      </div>
    );
  }
  const icon = generation.failure?.code.startsWith("policy") ? IconHandStop : ENDED_ICON[generation.state];
  return (
    <div className="pic job-pic is-wait">
      {icon ? (
        <Icon of={icon} size="xl" />
      ) : generation.state === "queued" && generation.queuePosition !== undefined ? (
        <div className="stack stack-1">
          <strong className="q-num num">{formatOrdinal(generation.queuePosition, lang)}</strong>
          <span className="mute">{t("job.inQueue")}</span>
        </div>
      ) : (
        <span className="spin lg" aria-hidden="true" />
      )}
    </div>
  );
}

function ActiveBody({ generation, percent }: { generation: Generation; percent: number }) {
  const { t } = useTranslation("studio");
  const client = useQueryClient();
  const line = useProblemLine();
  const cancel = useMutation({
    mutationFn: () => body(api.POST("/generations/{generationId}/cancel", { params: { path: { generationId: generation.id } } })),
    onSuccess: (now) => putGeneration(client, now),
    onError: (error) => toast({ tone: "bad", message: line(error) }),
  });
  const cancelable = generation.cancelable ?? generation.state === "queued";
  return (
    <div className="row between">
      <p className="small mute num" aria-live="polite">
        <StateWords generation={generation} percent={percent} />
      </p>
      {cancelable && generation.state !== "canceling" && (
        <Button size="sm" busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {t("job.cancel")}
        </Button>
      )}
    </div>
  );
}

function StateWords({ generation, percent }: { generation: Generation; percent: number }) {
  const { t } = useTranslation("studio");
  const lang = useLang();
  const now = useNow(1000);
  const held = generation.credits > 0 ? ` ${t("job.held", { count: generation.credits })}` : "";
  switch (generation.state) {
    case "queued":
      return (
        <>
          {generation.estimatedStartSeconds !== undefined
            ? t("job.starts", { span: formatSpan(Math.max(1, generation.estimatedStartSeconds), lang) }) + held
            : t("job.waiting") + held}
        </>
      );
    case "storing":
      return <>{t("job.storing")}</>;
    case "canceling":
      return <>{t("job.canceling")}</>;
    case "unknown":
      return <>{t("job.unknown", { count: generation.credits })}</>;
    default: {
      const left = secondsLeft(generation, now);
      return <>{left === undefined ? t("job.percent", { percent }) : t("job.percentLeft", { percent, span: formatSpan(left, lang) })}</>;
    }
  }
}

/** From what is done and how long it took; undefined until there is something to go by. */
export function secondsLeft(generation: Pick<Generation, "fraction" | "startedAt">, now: Date): number | undefined {
  const { fraction, startedAt } = generation;
  if (!fraction || fraction < 0.05 || !startedAt) return undefined;
  const elapsed = (now.getTime() - new Date(startedAt).getTime()) / 1000;
  return elapsed > 0 ? Math.max(1, Math.round((elapsed * (1 - fraction)) / fraction)) : undefined;
}

function EndedBody({ generation, onRetry }: { generation: Generation; onRetry: (generation: Generation) => void }) {
  const { t } = useTranslation("studio");
  const client = useQueryClient();
  const line = useProblemLine();
  const remove = useMutation({
    mutationFn: () => done(api.DELETE("/generations/{generationId}", { params: { path: { generationId: generation.id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: GENERATIONS }),
    onError: (error) => toast({ tone: "bad", message: line(error) }),
  });
  const { failure } = generation;
  const charged = failure?.charged ?? generation.charged ?? false;
  return (
    <>
      <p className="small mute">
        {generation.state === "canceled" ? t("job.canceled") : withoutCost(failure?.message ?? t("job.failed"))}{" "}
        <b className="strong">{charged ? t("job.charged", { count: generation.credits }) : t("job.notCharged")}</b>
      </p>
      <div className="row wrap">
        <Button size="sm" icon={IconRefresh} onClick={() => onRetry(generation)}>
          {t("job.again")}
        </Button>
        <Button look="quiet" size="sm" busy={remove.isPending} onClick={() => remove.mutate()}>
          {t("job.remove")}
        </Button>
      </div>
    </>
  );
}

/** The service's sentence may end with the cost; the card says it in bold itself, so it is not said twice. */
export function withoutCost(message: string): string {
  return message.replace(/\s*(Nothing was charged|Es wurde nichts berechnet|Nichts wurde berechnet)\.\s*$/u, "");
}
