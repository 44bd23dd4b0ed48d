import { IconLock, IconPlus, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "@/api";
import { type Setting, SettingsFields, useSettingsChanged, useSettingsDraft, useSettingWords, useUndoNewest } from "@/features/settings";
import { Button, Dialog, Icon, TextField, toast, useProblemLine } from "@/shared";
import type { Instance, Plugin } from "./plugins";

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** What an instance is told. One that the file names is shown only; secrets are written and never read. */
export function InstanceForm({ instance }: { instance: Instance }) {
  const { t } = useTranslation(["admin", "settings"]);
  const settings = instance.configuration ?? [];
  const draft = useSettingsDraft();
  const undo = useUndoNewest();
  if (instance.source === "file") return <Shown settings={settings} />;
  const save = () =>
    draft.save().then(
      () => toast({ message: t("settings:saved"), action: { label: t("settings:changes.undo"), run: () => void undo().catch(() => undefined) } }),
      // The fault stands beside its field.
      () => undefined,
    );
  return (
    <form
      className="stack stack-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{t("plugin.configuration")}</h3>
      {instance.source === "embedded" && <p className="small mute">{t("plugin.embedded")}</p>}
      <SettingsFields settings={settings} draft={draft} />
      <div className="row wrap">
        <Button type="submit" look="primary" size="sm" disabled={!draft.dirty} busy={draft.busy}>
          {t("settings:save")}
        </Button>
        <Button look="quiet" size="sm" disabled={!draft.dirty} onClick={draft.discard}>
          {t("settings:undo")}
        </Button>
        {instance.source === "database" && <Remove instance={instance} />}
      </div>
    </form>
  );
}

/** Takes the instance away, or gives an embedded one its own settings back; undone from the toast. */
function Remove({ instance }: { instance: Instance }) {
  const { t } = useTranslation(["admin", "settings"]);
  const line = useProblemLine();
  const changed = useSettingsChanged();
  const undo = useUndoNewest();
  const remove = useMutation({
    mutationFn: () => body(api.PATCH("/admin/settings", { body: { values: { [`instances.${instance.id}.plugin`]: null } } })),
    onSuccess: (settings) => {
      changed(settings);
      toast({
        message: t("plugin.removed", { id: instance.id }),
        action: { label: t("settings:changes.undo"), run: () => void undo().catch(() => undefined) },
      });
    },
    onError: (error) => toast({ message: line(error), tone: "bad" }),
  });
  return (
    <Button look="quiet" size="sm" icon={IconTrash} busy={remove.isPending} onClick={() => remove.mutate()}>
      {t("plugin.remove")}
    </Button>
  );
}

function Shown({ settings }: { settings: readonly Setting[] }) {
  const { t } = useTranslation("admin");
  const words = useSettingWords();
  return (
    <div className="stack stack-3">
      <h3>{t("plugin.configuration")}</h3>
      <p className="row small faint">
        <Icon of={IconLock} size="s" />
        {t("plugin.byFile")}
      </p>
      <dl className="dl small">
        {settings.map((setting) => (
          <div className="contents" key={setting.key}>
            <dt>{words(setting).title}</dt>
            <dd>
              {setting.type === "secret" ? (
                <span className="row faint">
                  <Icon of={IconLock} size="s" />
                  {setting.isSet ? t("plugin.secretSet") : t("plugin.secretMissing")}
                </span>
              ) : (
                String(setting.value ?? setting.defaultValue ?? "–")
              )}
              {setting.originDetail && <span className="sub">{setting.originDetail}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** One more use of a plugin, under a name of its own. */
export function NewInstance({ plugin }: { plugin: Plugin }) {
  const { t } = useTranslation("admin");
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button icon={IconPlus} className="start" onClick={() => setOpened(true)}>
        {t("plugin.add")}
      </Button>
      {opened && <NewInstanceDialog plugin={plugin} close={() => setOpened(false)} />}
    </>
  );
}

function NewInstanceDialog({ plugin, close }: { plugin: Plugin; close: () => void }) {
  const { t } = useTranslation(["admin", "common"]);
  const [name, setName] = useState("");
  const [asked, setAsked] = useState(false);
  const draft = useSettingsDraft({ prefix: `instances.${name}.`, also: { plugin: plugin.id } });
  const taken = plugin.instances.some((instance) => instance.id === name);
  const wrong = !NAME.test(name) ? t("plugin.nameForm") : taken ? t("plugin.nameTaken") : draft.faultOf("plugin");
  const make = () => {
    setAsked(true);
    if (!NAME.test(name) || taken) return;
    draft.save().then(
      () => {
        close();
        toast({ message: t("plugin.added", { id: name }) });
      },
      // The fault stands beside its field.
      () => undefined,
    );
  };
  return (
    <Dialog
      opened
      close={close}
      title={t("plugin.addTitle", { name: plugin.name })}
      foot={
        <>
          <Button look="quiet" onClick={close}>
            {t("common:action.cancel")}
          </Button>
          <Button look="primary" busy={draft.busy} onClick={make}>
            {t("plugin.addButton")}
          </Button>
        </>
      }
    >
      <TextField
        label={t("plugin.name")}
        hint={t("plugin.nameHint")}
        error={asked ? wrong : undefined}
        value={name}
        data-autofocus
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <SettingsFields settings={plugin.instanceSettings ?? []} draft={draft} />
    </Dialog>
  );
}
