import { IconCopy, IconMail } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas, useHas } from "@/api";
import { Button, copyText, Dialog, Empty, Failed, formatMoment, Icon, ListEnd, RowSkeletons, toast, useLang, useTitle } from "@/shared";

type Mail = Schemas["Mail"];
const TONES: Record<Mail["state"], string> = { waiting: "badge badge-info", sent: "badge badge-ok", failed: "badge badge-bad", kept: "badge badge-warn" };

/** Mails that this installation wrote. Without a mail plugin their links are found here. */
export function MailsPage() {
  const { t } = useTranslation("admin");
  useTitle(t("tab.mails"));
  const lang = useLang();
  const sends = useHas("mail");
  const [reading, setReading] = useState<Mail>();
  const mails = useInfiniteQuery({
    queryKey: ["mails"],
    queryFn: ({ pageParam }) => body(api.GET("/admin/mails", { params: { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: "",
    getNextPageParam: (page: Schemas["MailPage"]) => page.next,
  });
  const items = mails.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {!sends && (
        <div className="note note-warn a-note">
          <Icon of={IconMail} />
          <p className="grow">
            <b>{t("mail.noPlugin")}</b> {t("mail.noPluginText")}
          </p>
        </div>
      )}
      {mails.isError && !mails.data ? (
        <div className="card">
          <Failed error={mails.error} retry={() => void mails.refetch()} />
        </div>
      ) : mails.isPending ? (
        <RowSkeletons rows={4} />
      ) : items.length === 0 ? (
        <div className="card">
          <Empty icon={IconMail} title={t("mail.none")}>
            {t("mail.noneText")}
          </Empty>
        </div>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that may scroll sideways must be reachable by keyboard */}
          <section className="table-wrap table-cards vm" tabIndex={0} aria-label={t("mail.table")}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t("mail.subject")}</th>
                  <th scope="col">{t("mail.to")}</th>
                  <th scope="col">{t("people.state")}</th>
                  <th scope="col">{t("mail.when")}</th>
                  <th scope="col">
                    <span className="vh">{t("mail.read")}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((mail) => (
                  <tr key={mail.id}>
                    <td>
                      <b>{mail.subject}</b>
                      {mail.failure && <span className="sub bad-t">{mail.failure}</span>}
                    </td>
                    <td data-l={t("mail.to")}>{mail.to}</td>
                    <td data-l={t("people.state")}>
                      <span className={TONES[mail.state]}>{t(`mailState.${mail.state}`)}</span>
                    </td>
                    <td data-l={t("mail.when")}>
                      <span className="num">{formatMoment(mail.createdAt, lang)}</span>
                    </td>
                    <td className="act">
                      <Button size="sm" aria-label={t("mail.readNamed", { subject: mail.subject, to: mail.to })} onClick={() => setReading(mail)}>
                        {t("mail.read")}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <ListEnd list={mails} end={t("mail.end")} />
        </>
      )}
      {reading && <ReadDialog mail={reading} close={() => setReading(undefined)} />}
    </>
  );
}

function ReadDialog({ mail, close }: { mail: Mail; close: () => void }) {
  const { t } = useTranslation(["admin", "common"]);
  const full = useQuery({
    queryKey: ["mails", mail.id],
    queryFn: () => body(api.GET("/admin/mails/{mailId}", { params: { path: { mailId: mail.id } } })),
    gcTime: 0,
  });
  const link = full.data?.text?.match(/https?:\/\/\S+/)?.[0];
  const copy = async () => {
    const worked = link ? await copyText(link) : false;
    toast(worked ? { message: t("common:action.copied") } : { tone: "bad", message: t("common:toast.notCopied") });
  };
  return (
    <Dialog
      opened
      close={close}
      size={640}
      title={mail.subject}
      foot={
        <>
          {link && (
            <Button icon={IconCopy} look="primary" onClick={() => void copy()}>
              {t("admin:mail.copyLink")}
            </Button>
          )}
          <Button onClick={close}>{t("common:action.close")}</Button>
        </>
      }
    >
      <p className="small mute">{t("admin:mail.toLine", { to: mail.to })}</p>
      {full.isError ? (
        <Failed error={full.error} level={3} retry={() => void full.refetch()} />
      ) : full.data ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: text that may scroll must be reachable by keyboard
        <pre className="mail-text" tabIndex={0}>
          {full.data.text}
        </pre>
      ) : (
        <RowSkeletons rows={3} />
      )}
    </Dialog>
  );
}
