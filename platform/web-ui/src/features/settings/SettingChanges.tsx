import { IconArrowBackUp } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "@/api";
import { Button, Failed, formatMoment, ListEnd, RowSkeletons, toast, useLang, useProblemLine } from "@/shared";
import { CHANGES_KEY, useSettingsChanged } from "./useSettings";
import { useSettingWords } from "./words";

type Change = Schemas["SettingChange"];

/** Who changed what when, and the way back. */
export function SettingChanges() {
  const { t } = useTranslation("settings");
  const changes = useInfiniteQuery({
    queryKey: CHANGES_KEY,
    queryFn: ({ pageParam }) => body(api.GET("/admin/settings/changes", { params: { query: { limit: 10, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  const items = changes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="card" aria-labelledby="changes">
      <div className="card-head">
        <h2 id="changes">{t("changes.title")}</h2>
      </div>
      <div className="card-pad">
        {changes.isError && !changes.data ? (
          <Failed error={changes.error} level={3} retry={() => void changes.refetch()} />
        ) : !changes.data ? (
          <RowSkeletons rows={2} />
        ) : items.length === 0 ? (
          <p className="small mute">{t("changes.none")}</p>
        ) : (
          <>
            <ol className="stack stack-4 changes">
              {items.map((change) => (
                <OneChange key={change.id} change={change} />
              ))}
            </ol>
            <ListEnd list={changes} end={t("changes.end")} />
          </>
        )}
      </div>
    </section>
  );
}

function OneChange({ change }: { change: Change }) {
  const { t } = useTranslation("settings");
  const lang = useLang();
  const line = useProblemLine();
  const changed = useSettingsChanged();
  const words = useSettingWords();
  const undo = useMutation({
    mutationFn: () => body(api.POST("/admin/settings/changes/{changeId}/undo", { params: { path: { changeId: change.id } } })),
    onSuccess: (settings) => {
      changed(settings);
      toast({ message: t("changes.undone") });
    },
    onError: (error) => toast({ message: line(error), tone: "bad" }),
  });
  return (
    <li className="row top-a">
      <div className="grow">
        <p className="small faint num">
          {[formatMoment(change.at, lang), change.by ?? t("changes.byCommand"), change.undoes !== undefined && t("changes.undoes")].filter(Boolean).join(", ")}
        </p>
        <ul>
          {change.settings.map((setting) => (
            <li key={setting.key} className="small">
              <b>{words({ key: setting.key, title: setting.key }).title}</b>{" "}
              {setting.secret
                ? t("changes.secret")
                : t("changes.from", { before: setting.before ?? t("changes.nothing"), after: setting.after ?? t("changes.nothing") })}
            </li>
          ))}
        </ul>
      </div>
      {change.canUndo && (
        <Button
          size="sm"
          icon={IconArrowBackUp}
          busy={undo.isPending}
          aria-label={t("changes.undoNamed", { moment: formatMoment(change.at, lang) })}
          onClick={() => undo.mutate()}
        >
          {t("changes.undo")}
        </Button>
      )}
    </li>
  );
}
