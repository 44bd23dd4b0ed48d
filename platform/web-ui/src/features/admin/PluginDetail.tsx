import {
  IconAlertTriangle,
  IconBuilding,
  IconCheck,
  IconEraser,
  IconFileText,
  IconPlayerPlay,
  IconShieldCheck,
  IconWorldShare,
  IconX,
  type Icon as TablerIcon,
} from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "@/api";
import { Button, FieldError, formatCountry, formatMoment, Icon, kindIcon, useLang, useProblemLine } from "@/shared";
import { InstanceForm, NewInstance } from "./InstanceForm";
import { type Instance, instanceTone, type Plugin, pluginTone } from "./plugins";

export function PluginDetail({ plugin }: { plugin: Plugin }) {
  const { t } = useTranslation("admin");
  const tone = pluginTone(plugin);
  return (
    <div className="stack stack-5">
      <section className="card" aria-labelledby="pn">
        <div className="card-pad p-top">
          <span className="p-ico">
            <Icon of={kindIcon(plugin.kinds)} size="l" />
          </span>
          <div className="grow">
            <h2 id="pn">{plugin.name}</h2>
            <p className="mute num">
              {[
                `${plugin.id} ${plugin.version}`,
                plugin.spiVersion && t("plugin.spi", { version: plugin.spiVersion }),
                plugin.licence,
                plugin.bundled && t("plugin.bundled"),
              ]
                .filter(Boolean)
                .join(", ")}
            </p>
            {plugin.description && <p className="mt-2">{plugin.description}</p>}
            <p className="row wrap p-badges">
              <span className={tone === "off" ? "badge" : `badge badge-${tone}`}>
                <span className={`dot dot-${tone}`} />
                {t(`pluginState.${plugin.state}`)}
              </span>
              {plugin.kinds.map((kind) => (
                <span className="badge" key={kind}>
                  {t(`kind.${kind}`)}
                </span>
              ))}
              {plugin.instances.some((instance) => instance.models !== undefined) && (
                <span className="badge num">{t("plugin.models", { count: plugin.instances.reduce((sum, instance) => sum + (instance.models ?? 0), 0) })}</span>
              )}
            </p>
          </div>
        </div>
        {plugin.failure && (
          <div className="note note-bad p-fail" role="alert">
            <Icon of={IconAlertTriangle} />
            <p>
              <b>{plugin.failure.what}</b> {plugin.failure.remedy}
            </p>
          </div>
        )}
        <Access plugin={plugin} />
      </section>
      {plugin.instances.map((instance) => (
        <InstanceCard key={instance.id} instance={instance} />
      ))}
      {plugin.instances.length === 0 && plugin.state === "started" && <p className="note">{t("plugin.noInstance")}</p>}
      {plugin.state === "started" && <NewInstance plugin={plugin} />}
    </div>
  );
}

/** What it may reach and what it is given. */
function Access({ plugin }: { plugin: Plugin }) {
  const { t } = useTranslation("admin");
  const lang = useLang();
  const away = plugin.hosts.length > 0;
  return (
    <ul className="answers in-card">
      <Answer icon={IconBuilding} q={t("access.recipient")} out={away}>
        <span className="a">
          {plugin.recipients.length === 0
            ? t("access.nobody")
            : plugin.recipients.map((one) => (one.country ? `${one.legalName}, ${formatCountry(one.country, lang)}` : one.legalName)).join("; ")}
        </span>
        {plugin.recipients.map((one) => (
          <span className="more" key={one.legalName}>
            {one.retention && `${t("access.keeps", { text: one.retention })} `}
            {one.trainsOnInput && t(`access.trains.${one.trainsOnInput}`)}
          </span>
        ))}
      </Answer>
      <Answer icon={IconWorldShare} q={t("access.hosts")} out={away}>
        <span className="a cats">
          {away
            ? plugin.hosts.map((host) => (
                <code className="badge" key={host}>
                  {host}
                </code>
              ))
            : t("access.noHosts")}
        </span>
        <span className="more">{t("access.refused")}</span>
      </Answer>
      <Answer icon={IconFileText} q={t("access.data")}>
        <span className="a cats">
          {plugin.dataCategories.length > 0
            ? plugin.dataCategories.map((category) => (
                <span className="badge" key={category}>
                  {category}
                </span>
              ))
            : t("access.noData")}
        </span>
        <span className="more">{t("access.neverWho")}</span>
      </Answer>
      <Answer
        icon={plugin.needs && plugin.needs.length > 0 ? IconShieldCheck : IconEraser}
        q={plugin.needs && plugin.needs.length > 0 ? t("access.needs") : t("access.erase")}
      >
        <span className="a cats">
          {plugin.needs && plugin.needs.length > 0
            ? plugin.needs.map((need) => (
                <code className="badge" key={need}>
                  {need}
                </code>
              ))
            : plugin.remoteErasure
              ? t("access.canErase")
              : away
                ? t("access.cannotErase")
                : t("access.eraseHere")}
        </span>
      </Answer>
    </ul>
  );
}

function Answer({ icon, q, out, children }: { icon: TablerIcon; q: string; out?: boolean; children: ReactNode }) {
  return (
    <li className={out ? "out" : undefined}>
      <Icon of={icon} />
      <span className="q">{q}</span>
      {children}
    </li>
  );
}

function InstanceCard({ instance }: { instance: Instance }) {
  const { t } = useTranslation("admin");
  const lang = useLang();
  const line = useProblemLine();
  const trial = useMutation({ mutationFn: () => body(api.POST("/admin/instances/{instanceId}/try", { params: { path: { instanceId: instance.id } } })) });
  const tone = instanceTone(instance.state);
  return (
    <section className="card" aria-labelledby={`i-${instance.id}`}>
      <div className="card-head">
        <h2 id={`i-${instance.id}`} className="row">
          <span className={`dot dot-${tone}`} />
          {t("plugin.instanceNamed", { id: instance.id })}
        </h2>
        <span className={tone === "off" ? "badge" : `badge badge-${tone}`}>{t(`instance.${instance.state}`)}</span>
      </div>
      <div className="card-pad stack stack-4">
        {instance.failure && (
          <div className="note note-bad" role="alert">
            <Icon of={IconAlertTriangle} />
            <p>
              <b>{instance.failure.what}</b> {instance.failure.remedy}{" "}
              {instance.lastFailureAt && <span className="num">{t("plugin.lastFailure", { moment: formatMoment(instance.lastFailureAt, lang) })}</span>}
            </p>
          </div>
        )}
        <div className="cols-2">
          <InstanceForm instance={instance} />
          <div className="stack stack-3">
            <h3>{t("try.title")}</h3>
            <p className="small mute">{t("try.text")}</p>
            <Button icon={IconPlayerPlay} className="start" busy={trial.isPending} onClick={() => trial.mutate()}>
              {trial.isPending ? t("try.busy") : t("try.button")}
            </Button>
            {trial.isError && <FieldError>{line(trial.error)}</FieldError>}
            {trial.data && (
              <div role="status">
                <ol className="steps num small">
                  {trial.data.steps.map((step) => (
                    <li key={step.title} className={step.ok ? undefined : "bad-t"}>
                      <Icon of={step.ok ? IconCheck : IconX} size="s" />
                      <span>
                        {step.title}
                        <small className={step.ok ? "faint" : undefined}>
                          {[step.detail, step.millis !== undefined && `${step.millis} ms`].filter(Boolean).join(", ")}
                        </small>
                      </span>
                    </li>
                  ))}
                  <li>
                    <Icon of={IconWorldShare} size="s" />
                    <span>{trial.data.sends && trial.data.sends.length > 0 ? t("try.sent", { what: trial.data.sends.join(", ") }) : t("try.sentNothing")}</span>
                  </li>
                </ol>
              </div>
            )}
          </div>
        </div>
      </div>
    </section>
  );
}
