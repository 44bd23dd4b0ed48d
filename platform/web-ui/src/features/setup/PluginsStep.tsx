import { IconAlertCircle, IconCheck } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, pluginsQuery, type Schemas } from "@/api";
import { Button, Failed, formatSpan, Icon, kindIcon, RowSkeletons, useLang, useProblemLine } from "@/shared";
import type { Foot } from "./SettingsSteps";

type Plugin = Schemas["Plugin"];

export function PluginsStep({ foot }: { foot: Foot }) {
  const { t } = useTranslation("setup");
  const plugins = useQuery(pluginsQuery);
  return (
    <>
      <div className="card-pad step-body">
        {plugins.isError ? (
          <Failed error={plugins.error} retry={() => void plugins.refetch()} />
        ) : !plugins.data ? (
          <RowSkeletons />
        ) : plugins.data.items.length === 0 ? (
          <p className="note">{t("test.none")}</p>
        ) : (
          <ul className="tests">
            {plugins.data.items.flatMap((plugin) =>
              plugin.instances.length > 0
                ? plugin.instances.map((instance) => <Test key={instance.id} plugin={plugin} instance={instance} />)
                : [<NotLoaded key={plugin.id} plugin={plugin} />],
            )}
          </ul>
        )}
      </div>
      {foot()}
    </>
  );
}

function Test({ plugin, instance }: { plugin: Plugin; instance: Schemas["PluginInstance"] }) {
  const { t } = useTranslation("setup");
  const lang = useLang();
  const line = useProblemLine();
  const trial = useMutation({ mutationFn: () => body(api.POST("/admin/instances/{instanceId}/try", { params: { path: { instanceId: instance.id } } })) });
  const millis = trial.data?.steps.reduce((sum, step) => sum + (step.millis ?? 0), 0) ?? 0;
  return (
    <li>
      <div className="t-head">
        <span className="p-ico sm">
          <Icon of={kindIcon(plugin.kinds)} />
        </span>
        <div className="grow">
          <b>{plugin.instances.length > 1 ? `${plugin.name}: ${instance.id}` : plugin.name}</b>
          <small className="faint">{plugin.description ?? instance.id}</small>
        </div>
        {trial.data && (
          <span className={trial.data.ok ? "badge badge-ok" : "badge badge-bad"} role="status">
            <Icon of={trial.data.ok ? IconCheck : IconAlertCircle} />
            {trial.data.ok ? (millis > 0 ? t("test.worksIn", { span: formatSpan(millis / 1000, lang) }) : t("test.works")) : t("test.fails")}
          </span>
        )}
        <Button size="sm" busy={trial.isPending} onClick={() => trial.mutate()}>
          {trial.isPending ? t("test.busy") : trial.data ? t("test.again") : t("test.run")}
        </Button>
      </div>
      {(trial.data || trial.isError) && (
        <div className="t-body one">
          {trial.isError && <p className="bad-t small">{line(trial.error)}</p>}
          {trial.data && (
            <dl className="dl small">
              {trial.data.steps.map((step) => (
                <div className="contents" key={step.title}>
                  <dt>{step.title}</dt>
                  <dd className={step.ok ? undefined : "bad-t"}>
                    {step.detail ?? (step.ok ? "✓" : "–")} {step.millis !== undefined && <span className="faint num">{step.millis} ms</span>}
                  </dd>
                </div>
              ))}
              <dt>{t("test.sends")}</dt>
              <dd>{instance.local || !trial.data.sends?.length ? t("test.sendsNothing") : trial.data.sends.join(", ")}</dd>
              {plugin.dataCategories.length > 0 && (
                <>
                  <dt>{t("test.receives")}</dt>
                  <dd>{plugin.dataCategories.join(", ")}</dd>
                </>
              )}
              {plugin.hosts.length > 0 && (
                <>
                  <dt>{t("test.hosts")}</dt>
                  <dd>{plugin.hosts.join(", ")}</dd>
                </>
              )}
            </dl>
          )}
        </div>
      )}
    </li>
  );
}

function NotLoaded({ plugin }: { plugin: Plugin }) {
  const { t } = useTranslation("setup");
  const bad = plugin.state === "failed" || plugin.state === "rejected";
  return (
    <li>
      <div className="t-head">
        <span className="p-ico sm">
          <Icon of={kindIcon(plugin.kinds)} />
        </span>
        <div className="grow">
          <b>{plugin.name}</b>
          <small className={bad ? "bad-t" : "faint"}>{plugin.failure?.what ?? plugin.description}</small>
          {plugin.failure?.remedy && <small className="faint">{plugin.failure.remedy}</small>}
        </div>
        <span className={bad ? "badge badge-bad" : "badge"}>{bad ? t("test.failed") : t("test.off")}</span>
      </div>
    </li>
  );
}
