import { IconKey, IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, done, type Schemas } from "@/api";
import { Button, Dialog, Empty, Failed, formatAgo, formatDate, RowSkeletons, ShownOnce, toast, useLang, useNow, useProblemLine } from "@/shared";
import { NewKey } from "./NewKey";
import { keysQuery } from "./query";
import { Section } from "./Section";

type ApiKey = Schemas["ApiKey"];

export function Keys() {
  const { t } = useTranslation("account");
  const keys = useQuery(keysQuery);
  const [making, setMaking] = useState(false);
  const [fresh, setFresh] = useState<Schemas["CreatedApiKey"]>();
  const open = keys.data?.items.filter((key) => !key.revokedAt) ?? [];
  return (
    <Section
      id="keys"
      title={t("keys.title")}
      lead={t("keys.lead")}
      aside={
        !making && (
          <Button size="sm" icon={IconPlus} onClick={() => setMaking(true)}>
            {t("keys.new")}
          </Button>
        )
      }
    >
      {fresh && (
        <ShownOnce
          title={t("keys.ready", { name: fresh.apiKey.name })}
          text={t("keys.onlyHash")}
          label={t("keys.theKey")}
          value={fresh.key}
          done={t("keys.haveIt")}
          onDone={() => setFresh(undefined)}
        />
      )}
      {making && (
        <NewKey
          onMade={(made) => {
            setFresh(made);
            setMaking(false);
          }}
          onCancel={() => setMaking(false)}
        />
      )}
      {keys.isError ? (
        <div className="card">
          <Failed error={keys.error} level={3} retry={() => void keys.refetch()} />
        </div>
      ) : !keys.data ? (
        <div className="card card-pad">
          <RowSkeletons rows={2} />
        </div>
      ) : open.length === 0 ? (
        !making &&
        !fresh && (
          <div className="card">
            <Empty
              level={3}
              icon={IconKey}
              title={t("keys.empty")}
              action={
                <Button icon={IconPlus} onClick={() => setMaking(true)}>
                  {t("keys.new")}
                </Button>
              }
            >
              {t("keys.emptyText")}
            </Empty>
          </div>
        )
      ) : (
        <Table keys={open} />
      )}
    </Section>
  );
}

function Table({ keys }: { keys: readonly ApiKey[] }) {
  const { t } = useTranslation("account");
  const lang = useLang();
  const now = useNow();
  const [closing, setClosing] = useState<ApiKey>();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that may scroll sideways must be reachable by keyboard
    <section className="table-wrap table-cards vm" tabIndex={0} aria-label={t("keys.table")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("keys.key")}</th>
            <th scope="col">{t("keys.may")}</th>
            <th scope="col">{t("keys.used")}</th>
            <th scope="col">{t("keys.ends")}</th>
            <th scope="col">
              <span className="vh">{t("keys.close")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <td>
                <b>{key.name}</b>
                <span className="sub">
                  <code>{key.prefix}…</code>
                </span>
              </td>
              <td data-l={t("keys.may")}>
                <span className="cats">
                  {key.scopes.map((scope) => (
                    <span className="badge" key={scope}>
                      {t(`scope.${scope.replaceAll(":", "_") as "models_read"}`)}
                    </span>
                  ))}
                </span>
              </td>
              <td data-l={t("keys.used")}>
                <span className="num">{key.lastUsedAt ? formatAgo(key.lastUsedAt, lang, now) : t("keys.never")}</span>
              </td>
              <td data-l={t("keys.ends")}>
                <span className="num">{key.expiresAt ? formatDate(key.expiresAt, lang) : t("keys.noEnd")}</span>
              </td>
              <td className="act">
                <Button look="danger" size="sm" aria-label={t("keys.closeNamed", { name: key.name })} onClick={() => setClosing(key)}>
                  {t("keys.close")}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <CloseDialog apiKey={closing} close={() => setClosing(undefined)} />
    </section>
  );
}

/** Closing a key cannot be undone, so it is asked. */
function CloseDialog({ apiKey, close }: { apiKey: ApiKey | undefined; close: () => void }) {
  const { t } = useTranslation(["account", "common"]);
  const client = useQueryClient();
  const line = useProblemLine();
  const revoke = useMutation({
    mutationFn: (id: string) => done(api.DELETE("/account/api-keys/{apiKeyId}", { params: { path: { apiKeyId: id } } })),
    onSuccess: () => {
      toast({ message: t("account:keys.closed") });
      void client.invalidateQueries({ queryKey: keysQuery.queryKey });
      close();
    },
    onError: (error) => toast({ tone: "bad", message: line(error) }),
  });
  return (
    <Dialog
      opened={apiKey !== undefined}
      close={close}
      title={t("account:keys.closeTitle", { name: apiKey?.name })}
      foot={
        <>
          <Button look="quiet" onClick={close}>
            {t("account:keys.keep")}
          </Button>
          <Button look="danger-fill" busy={revoke.isPending} onClick={() => apiKey && revoke.mutate(apiKey.id)}>
            {t("account:keys.closeButton")}
          </Button>
        </>
      }
    >
      <p className="mute">{t("account:keys.closeText")}</p>
    </Dialog>
  );
}
