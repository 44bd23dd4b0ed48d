import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Setting, SettingChanges, SettingsFields, settingsQuery, useSettingsDraft, useSettingWords, useUndoNewest } from "@/features/settings";
import { Button, Failed, RowSkeletons, toast, useTitle } from "@/shared";

const FIRST = ["access", "operator", "retention", "limits", "credits", "mail"];
const place = (group: string) => (FIRST.indexOf(group) + FIRST.length + 1) % (FIRST.length + 1);

/** All settings by group. What a file or the environment sets is shown locked, with its origin; below, who changed what. */
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
  const sorted = [...groups].sort(([one], [other]) => place(one) - place(other));
  return (
    <div className="stack stack-5">
      {sorted.map(([group, items]) =>
        items.every((setting) => setting.locked) ? <Fixed key={group} group={group} items={items} /> : <Group key={group} group={group} items={items} />,
      )}
      <SettingChanges />
    </div>
  );
}

function useGroupTitle(group: string): string {
  const { t, i18n } = useTranslation("admin");
  return i18n.exists(`admin:group.${group}`) ? t(`group.${group as "access"}`) : group.charAt(0).toUpperCase() + group.slice(1);
}

/** A group of which nothing can be set here: values and where they come from. */
function Fixed({ group, items }: { group: string; items: readonly Setting[] }) {
  const { t } = useTranslation("settings");
  const words = useSettingWords();
  return (
    <section className="card" aria-labelledby={`g-${group}`}>
      <div className="card-head">
        <h2 id={`g-${group}`}>{useGroupTitle(group)}</h2>
      </div>
      <div className="card-pad stack stack-3">
        <p className="small mute">{t("fixed")}</p>
        <dl className="dl small">
          {items.map((setting) => (
            <div className="contents" key={setting.key}>
              <dt>{words(setting).title}</dt>
              <dd>
                {setting.type === "secret" ? t(setting.isSet ? "secretIs" : "notSet") : String(setting.value ?? setting.defaultValue ?? t("notSet"))}
                <span className="sub">{setting.originDetail ?? t(`origin.${setting.origin}`)}</span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

function Group({ group, items }: { group: string; items: readonly Setting[] }) {
  const { t } = useTranslation(["admin", "settings"]);
  const draft = useSettingsDraft();
  const undo = useUndoNewest();
  const title = useGroupTitle(group);
  const save = () =>
    draft.save().then(
      () => toast({ message: t("settings:saved"), action: { label: t("settings:changes.undo"), run: () => void undo().catch(() => undefined) } }),
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
