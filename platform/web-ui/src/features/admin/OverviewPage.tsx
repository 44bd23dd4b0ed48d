import {
  IconActivity,
  IconAlertTriangle,
  IconCheck,
  IconCircleCheck,
  IconDatabase,
  IconPlayerPlay,
  IconUsers,
  type Icon as TablerIcon,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { healthQuery, pluginsQuery, type Schemas, useMay } from "@/api";
import { buttonClass, Failed, formatBytes, formatMoment, formatNumber, Icon, RowSkeletons, useLang, useTitle } from "@/shared";
import { instanceTone } from "./plugins";

type Health = Schemas["Health"];

/** What works, what does not, and what to do about it. Numbers without content. */
export function OverviewPage() {
  const { t } = useTranslation("admin");
  useTitle(t("tab.overview"));
  const health = useQuery(healthQuery);
  if (health.isError && !health.data) {
    return (
      <div className="card">
        <Failed error={health.error} retry={() => void health.refetch()} />
      </div>
    );
  }
  if (!health.data) return <RowSkeletons rows={6} />;
  return (
    <>
      <Wrong health={health.data} />
      <Numbers health={health.data} />
      <Checks health={health.data} />
      <PluginHealth />
    </>
  );
}

function Wrong({ health }: { health: Health }) {
  const { t } = useTranslation("admin");
  const wrong = health.checks.filter((check) => check.status !== "ok");
  if (wrong.length === 0) {
    return (
      <div className="note note-ok a-note">
        <Icon of={IconCircleCheck} />
        <p className="grow">
          <b>{t("health.fine")}</b> {t("health.fineText", { version: health.version })}
        </p>
      </div>
    );
  }
  return (
    <div className="stack stack-3 mb-4">
      {wrong.map((check) => (
        <div key={check.id} className={check.status === "down" ? "note note-bad a-note" : "note note-warn a-note"} role="alert">
          <Icon of={IconAlertTriangle} />
          <p className="grow">
            <b>{check.title}.</b> {check.detail} {check.remedy}
          </p>
        </div>
      ))}
    </div>
  );
}

function Numbers({ health }: { health: Health }) {
  const { t } = useTranslation("admin");
  const lang = useLang();
  const n = (value: number) => formatNumber(value, lang);
  const { jobs, storage, memory, people } = health;
  if (!jobs && storage?.usedBytes === undefined && people === undefined) return null;
  return (
    <ul className="stats stats-4">
      {jobs && (
        <Stat icon={IconPlayerPlay} q={t("stat.jobs")} value={n(jobs.running)}>
          {t("stat.queued", { n: n(jobs.queued) })}
        </Stat>
      )}
      {jobs?.succeededLastDay !== undefined && (
        <Stat icon={IconActivity} q={t("stat.day")} value={n(jobs.succeededLastDay)}>
          {t("stat.failed", { n: n(jobs.failedLastDay ?? 0) })}
        </Stat>
      )}
      {storage?.usedBytes !== undefined && (
        <Stat icon={IconDatabase} q={t("stat.storage")} value={formatBytes(storage.usedBytes, lang)}>
          {storage.freeBytes !== undefined && t("stat.free", { size: formatBytes(storage.freeBytes, lang) })}
        </Stat>
      )}
      {people !== undefined && (
        <Stat icon={IconUsers} q={t("stat.people")} value={n(people)}>
          {memory?.usedBytes !== undefined && t("stat.memory", { size: formatBytes(memory.usedBytes, lang) })}
        </Stat>
      )}
    </ul>
  );
}

function Stat({ icon, q, value, children }: { icon: TablerIcon; q: string; value: string; children?: ReactNode }) {
  return (
    <li className="stat card">
      <span className="q">
        <Icon of={icon} size="s" />
        {q}
      </span>
      <span className="sv num">
        {value} <small>{children}</small>
      </span>
    </li>
  );
}

const TONE = { ok: "badge-ok", degraded: "badge-warn", down: "badge-bad" } as const;

function Checks({ health }: { health: Health }) {
  const { t } = useTranslation("admin");
  const lang = useLang();
  return (
    <section className="section" aria-labelledby="checks-h">
      <div className="section-head">
        <h2 id="checks-h">{t("health.checks")}</h2>
        <p className="small faint num">{t("health.since", { moment: formatMoment(health.startedAt, lang) })}</p>
      </div>
      <ul className="card rows">
        {health.checks.map((check) => (
          <li key={check.id}>
            <Icon of={check.status === "ok" ? IconCheck : IconAlertTriangle} />
            <div className="grow">
              <b>{check.title}</b>
              {(check.detail || check.remedy) && (
                <p className="small faint">
                  {check.detail} {check.remedy}
                </p>
              )}
            </div>
            <span className={`badge ${TONE[check.status]}`}>{t(`status.${check.status}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PluginHealth() {
  const { t } = useTranslation("admin");
  const may = useMay("admin:plugins");
  const plugins = useQuery({ ...pluginsQuery, enabled: may });
  if (!may || !plugins.data || plugins.data.items.length === 0) return null;
  return (
    <section className="section" aria-labelledby="ph-h">
      <div className="section-head">
        <h2 id="ph-h">{t("health.plugins")}</h2>
        <Link className={buttonClass({ size: "sm" })} to="/admin/plugins">
          {t("health.allPlugins")}
        </Link>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that may scroll sideways must be reachable by keyboard */}
      <section className="table-wrap table-cards" tabIndex={0} aria-label={t("health.pluginsTable")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("plugin.instance")}</th>
              <th scope="col">{t("plugin.kind")}</th>
              <th scope="col">{t("plugin.calls")}</th>
              <th scope="col" className="num">
                {t("plugin.running")}
              </th>
              <th scope="col">{t("plugin.says")}</th>
            </tr>
          </thead>
          <tbody>
            {plugins.data.items.flatMap((plugin) =>
              plugin.instances.map((instance) => (
                <tr key={instance.id}>
                  <td>
                    <span className="row">
                      <span className={`dot dot-${instanceTone(instance.state)}`} />
                      <b>{plugin.instances.length > 1 ? instance.id : plugin.name}</b>
                    </span>
                  </td>
                  <td data-l={t("plugin.kind")} className="mute">
                    {plugin.kinds.map((kind) => t(`kind.${kind}`)).join(", ")}
                  </td>
                  <td data-l={t("plugin.calls")} className="mute">
                    {instance.local || plugin.hosts.length === 0 ? t("plugin.staysHere") : <code>{plugin.hosts.join(", ")}</code>}
                  </td>
                  <td data-l={t("plugin.running")} className="num">
                    {instance.running ?? 0}
                    {instance.concurrency !== undefined && ` / ${instance.concurrency}`}
                  </td>
                  <td data-l={t("plugin.says")}>{instance.failure?.what ?? t(`instance.${instance.state}`)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </section>
  );
}
