import { IconPlugConnected, IconShieldX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { pluginsQuery } from "@/api";
import { Empty, Failed, Icon, RowSkeletons, useTitle } from "@/shared";
import { PluginDetail } from "./PluginDetail";
import { type Plugin, pluginTone } from "./plugins";

const KINDS: readonly Plugin["kinds"][number][] = ["provider", "storage", "auth", "mail", "payment", "policy"];

/** What is installed, what it may reach, and whether it works: the list left, one plugin right. */
export function PluginsPage() {
  const { t } = useTranslation("admin");
  useTitle(t("tab.plugins"));
  const { pluginId } = useParams({ strict: false });
  const plugins = useQuery(pluginsQuery);
  if (plugins.isError && !plugins.data) {
    return (
      <div className="card">
        <Failed error={plugins.error} retry={() => void plugins.refetch()} />
      </div>
    );
  }
  if (!plugins.data) return <RowSkeletons rows={5} />;
  const items = plugins.data.items;
  if (items.length === 0) {
    return (
      <div className="card">
        <Empty icon={IconPlugConnected} title={t("plugin.none")}>
          {t("plugin.noneText")}
        </Empty>
      </div>
    );
  }
  const shown = items.find((plugin) => plugin.id === pluginId) ?? items[0];
  const refused = items.filter((plugin) => plugin.state === "rejected");
  return (
    <div className="plug">
      <nav className="card plist" aria-label={t("plugin.list")}>
        {KINDS.map((kind) => {
          const ofKind = items.filter((plugin) => (plugin.kinds[0] ?? "provider") === kind);
          if (ofKind.length === 0) return null;
          return (
            <div key={kind}>
              <h2>{t(`kinds.${kind}`)}</h2>
              <ul>
                {ofKind.map((plugin) => (
                  <li key={plugin.id}>
                    <Link to="/admin/plugins/$pluginId" params={{ pluginId: plugin.id }} aria-current={plugin === shown ? "true" : undefined}>
                      <span className={`dot dot-${pluginTone(plugin)}`} />
                      <span className="grow">
                        <b>{plugin.name}</b>
                        <small className="faint num">{plugin.version}</small>
                      </span>
                      <ListBadge plugin={plugin} />
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
        {refused.map((plugin) => (
          <div className="refused" key={plugin.id}>
            <Icon of={IconShieldX} size="s" />
            <p className="small">
              <b>{t("plugin.refused", { name: plugin.name })}</b> {plugin.failure?.what}
            </p>
          </div>
        ))}
      </nav>
      {shown && <PluginDetail key={shown.id} plugin={shown} />}
    </div>
  );
}

function ListBadge({ plugin }: { plugin: Plugin }) {
  const { t } = useTranslation("admin");
  const tone = pluginTone(plugin);
  if (tone === "ok") return null;
  if (tone === "off") return <span className="badge">{t("pluginState.disabled")}</span>;
  const state = plugin.state === "started" ? plugin.instances.find((instance) => instance.state !== "ready")?.state : undefined;
  return <span className={`badge badge-${tone}`}>{state ? t(`instance.${state}`) : t(`pluginState.${plugin.state}`)}</span>;
}
