import { IconDeviceLaptop, IconDeviceMobile } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, done, type Schemas } from "@/api";
import { Button, Failed, formatAgo, formatDate, Icon, RowSkeletons, toast, useLang, useNow, useProblemLine } from "@/shared";
import { sessionsQuery } from "./query";
import { Section } from "./Section";

export function Sessions() {
  const { t } = useTranslation("account");
  const client = useQueryClient();
  const line = useProblemLine();
  const sessions = useQuery(sessionsQuery);
  const others = useMutation({
    mutationFn: () => done(api.DELETE("/account/sessions")),
    onSuccess: () => {
      toast({ message: t("devices.endedAll") });
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
    onError: (error) => toast({ tone: "bad", message: line(error) }),
  });
  const items = sessions.data?.items ?? [];
  return (
    <Section
      id="devices"
      title={t("devices.title")}
      lead={t("devices.lead")}
      aside={
        items.length > 1 && (
          <Button size="sm" busy={others.isPending} onClick={() => others.mutate()}>
            {t("devices.endAll")}
          </Button>
        )
      }
    >
      {sessions.isError ? (
        <div className="card">
          <Failed error={sessions.error} level={3} retry={() => void sessions.refetch()} />
        </div>
      ) : !sessions.data ? (
        <div className="card card-pad">
          <RowSkeletons rows={2} />
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that may scroll sideways must be reachable by keyboard
        <section className="table-wrap table-cards vm" tabIndex={0} aria-label={t("devices.table")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("devices.device")}</th>
                <th scope="col">{t("devices.where")}</th>
                <th scope="col">{t("devices.last")}</th>
                <th scope="col">{t("devices.ends")}</th>
                <th scope="col">
                  <span className="vh">{t("devices.end")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((session) => (
                <Row key={session.id} session={session} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}

function Row({ session }: { session: Schemas["SessionInfo"] }) {
  const { t } = useTranslation("account");
  const lang = useLang();
  const now = useNow();
  const client = useQueryClient();
  const line = useProblemLine();
  const end = useMutation({
    mutationFn: () => done(api.DELETE("/account/sessions/{sessionId}", { params: { path: { sessionId: session.id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
    onError: (error) => toast({ tone: "bad", message: line(error) }),
  });
  const device = session.device ?? t("devices.unknown");
  const mobile = /iphone|android|ipad|mobile/i.test(device);
  return (
    <tr>
      <td>
        <span className="catname">
          <Icon of={mobile ? IconDeviceMobile : IconDeviceLaptop} />
          <span>
            <b>{device}</b>
            {session.current && <span className="badge badge-ok">{t("devices.this")}</span>}
          </span>
        </span>
      </td>
      <td data-l={t("devices.where")}>{session.address ?? "–"}</td>
      <td data-l={t("devices.last")}>
        <span className="num">{session.current ? t("devices.now") : formatAgo(session.lastSeenAt, lang, now)}</span>
      </td>
      <td data-l={t("devices.ends")}>
        <span className="num">{formatDate(session.expiresAt, lang)}</span>
      </td>
      <td className="act">
        {session.current ? (
          <span className="faint small">{t("devices.inUse")}</span>
        ) : (
          <Button size="sm" busy={end.isPending} aria-label={t("devices.endNamed", { device })} onClick={() => end.mutate()}>
            {t("devices.end")}
          </Button>
        )}
      </td>
    </tr>
  );
}
