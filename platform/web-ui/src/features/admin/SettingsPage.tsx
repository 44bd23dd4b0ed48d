import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Setting, SettingsFields, settingsQuery, useSettingsDraft } from "@/features/settings";
import { Button, Failed, RowSkeletons, toast, useTitle } from "@/shared";

/** All settings by group. What a file or the environment sets is shown locked, with its origin. */
export function SettingsPage() {
  const { t } = useTranslation("admin");
  useTitle(t("tab.settings"));
  const settings = useQuery(settingsQuery);
  if (settings.isError && !settings.data) {
    return (
      <div className="card">
        <Failed error={settings.error} retry={() => void settings.refetch()} />
      </div>
    );
  }
  if (!settings.data) return <RowSkeletons rows={6} />;
  const groups = new Map<string, Setting[]>();
  for (const setting of settings.data.items) {
    const group = setting.group ?? "other";
    groups.set(group, [...(groups.get(group) ?? []), setting]);
  }
  return (
    <div className="stack stack-5">
      {[...groups].map(([group, items]) => (
        <Group key={group} group={group} items={items} />
      ))}
    </div>
  );
}

function Group({ group, items }: { group: string; items: readonly Setting[] }) {
  const { t, i18n } = useTranslation(["admin", "settings"]);
  const draft = useSettingsDraft();
  const known = i18n.exists(`admin:group.${group}`);
  const title = known ? t(`admin:group.${group as "access"}`) : group.charAt(0).toUpperCase() + group.slice(1);
  const save = () =>
    draft.save().then(
      () => toast({ message: t("settings:saved") }),
      // The fault stands beside its field.
      () => undefined,
    );
  return (
    <section className="card" aria-labelledby={`g-${group}`}>
      <div className="card-head">
        <h2 id={`g-${group}`}>{title}</h2>
      </div>
      <div className="card-pad settings-w">
        <SettingsFields settings={items} draft={draft} />
      </div>
      {items.some((setting) => !setting.locked) && (
        <div className="card-foot">
          <Button look="quiet" disabled={!draft.dirty} onClick={draft.discard}>
            {t("settings:undo")}
          </Button>
          <Button look="primary" disabled={!draft.dirty} busy={draft.busy} onClick={() => void save()}>
            {t("settings:save")}
          </Button>
        </div>
      )}
    </section>
  );
}
