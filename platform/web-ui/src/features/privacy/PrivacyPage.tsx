import "@/styles/privacy.css";
import { IconHourglass, IconLock, IconMapPinUp, IconPrinter, IconServer2, IconVersions } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { privacyPageQuery, type Schemas, useSession } from "@/api";
import { usePurposes } from "@/features/asset";
import { Brand, Button, Failed, formatCountry, formatMoment, formatSpan, Icon, LanguageButton, RowSkeletons, ThemeButton, useLang, useTitle } from "@/shared";
import { Rights } from "./Rights";

type Page = Schemas["PrivacyPage"];
const SECTIONS = ["short", "who", "what", "to", "seen", "cookies", "rights"] as const;
type SectionId = (typeof SECTIONS)[number];

/** Written by the service from what runs: nothing here is a claim that somebody typed. Reads on paper too. */
export function PrivacyPage() {
  const { t } = useTranslation(["privacy", "common"]);
  useTitle(t("privacy:title"));
  const session = useSession();
  const page = useQuery(privacyPageQuery);
  const here = useSectionInView(page.isSuccess);
  return (
    <>
      <a className="skip" href="#main">
        {t("common:skip")}
      </a>
      <div className="pub pp">
        <header className="pub-top">
          <Link className="brand" to="/" aria-label={t("common:nav.home")}>
            <Brand />
          </Link>
          <span className="end row">
            <LanguageButton />
            <ThemeButton />
            <Link className="btn btn-sm" to={session.signedIn ? "/" : "/sign-in"}>
              {session.signedIn ? t("common:action.toStudio") : t("common:nav.signIn")}
            </Link>
          </span>
        </header>
        <main id="main" className="pp-main">
          <nav className="pp-toc" aria-label={t("privacy:onThisPage")}>
            <p className="label">{t("privacy:onThisPage")}</p>
            <ol>
              {SECTIONS.map((id) => (
                <li key={id}>
                  <a href={`#${id}`} aria-current={here === id ? "true" : undefined}>
                    {t(`privacy:section.${id}`)}
                  </a>
                </li>
              ))}
            </ol>
            <div className="pp-tools">
              <Button size="sm" icon={IconPrinter} onClick={() => window.print()}>
                {t("privacy:print")}
              </Button>
            </div>
          </nav>
          {page.isError ? (
            <Failed error={page.error} level={1} retry={() => void page.refetch()} />
          ) : page.data ? (
            <Document page={page.data} signedIn={session.signedIn} />
          ) : (
            <article className="pp-doc">
              <header className="pp-head">
                <h1>{t("privacy:heading", { host: window.location.host })}</h1>
                <p className="pp-lead">{t("privacy:lead")}</p>
              </header>
              <RowSkeletons rows={8} />
            </article>
          )}
        </main>
        <footer className="pub-foot">
          <p>{page.data?.operator.name ? t("common:operator.runBy", { name: page.data.operator.name }) : t("common:operator.unnamed")}</p>
          <p>{t("common:operator.version", { version: session.version })}</p>
        </footer>
      </div>
    </>
  );
}

/** The section nearest to the top of the view. */
function useSectionInView(ready: boolean): SectionId {
  const [here, setHere] = useState<SectionId>("short");
  useEffect(() => {
    if (!ready) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const first = entries.find((entry) => entry.isIntersecting);
        if (first) setHere(first.target.id as SectionId);
      },
      { rootMargin: "-10% 0px -70% 0px" },
    );
    for (const id of SECTIONS) {
      const node = document.getElementById(id);
      if (node) observer.observe(node);
    }
    return () => observer.disconnect();
  }, [ready]);
  return here;
}

function Section({ id, n, children }: { id: SectionId; n: number; children: ReactNode }) {
  const { t } = useTranslation("privacy");
  return (
    <section className="pp-sec" id={id} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>
        <span className="pp-no num" aria-hidden="true">
          {n}
        </span>
        {t(`section.${id}`)}
      </h2>
      {children}
    </section>
  );
}

function Document({ page, signedIn }: { page: Page; signedIn: boolean }) {
  const { t } = useTranslation("privacy");
  const purposes = usePurposes();
  const lang = useLang();
  const away = page.recipients.filter((recipient) => !recipient.local);
  const host = page.operator.publicUrl?.replace(/^https?:\/\//, "").replace(/\/$/, "") || window.location.host;
  return (
    <article className="pp-doc">
      <header className="pp-head">
        <p className="row wrap">
          {page.version && (
            <span className="badge num">
              <Icon of={IconVersions} />
              {t("version", { version: page.version.slice(0, 10) })}
            </span>
          )}
          <span className="badge badge-ok num">
            <Icon of={IconServer2} />
            {t("checked", { moment: formatMoment(page.generatedAt, lang) })}
          </span>
        </p>
        <h1>{t("heading", { host })}</h1>
        <p className="pp-lead">{t("lead")}</p>
      </header>

      <Section id="short" n={1}>
        <ul className="pp-short">
          <Short icon={IconLock} title={t("short.who")} text={t("short.whoText")} />
          <Short
            icon={away.length ? IconMapPinUp : IconServer2}
            title={t("short.where")}
            text={away.length ? t("short.whereAway", { count: away.length }) : t("short.whereHere")}
          />
          <Short icon={IconHourglass} title={t("short.howLong")} text={t("short.howLongText")} />
        </ul>
      </Section>

      <Section id="who" n={2}>
        <Who operator={page.operator} />
      </Section>

      <Section id="what" n={3}>
        <p>{t("what.lead")}</p>
        <Table label={t("what.table")} heads={[t("what.kind"), t("what.what"), t("what.why"), t("what.kept"), t("what.after")]}>
          {page.categories.map((category) => (
            <tr key={category.id}>
              <td>
                <b>{category.title}</b>
              </td>
              <td data-l={t("what.what")}>{category.description || category.fields.join(", ")}</td>
              <td data-l={t("what.why")}>{category.purpose ? purposes(category.purpose) : "–"}</td>
              <td data-l={t("what.kept")}>
                {category.keptText ?? (category.keptDays === undefined ? t("what.untilDeleted") : formatSpan(category.keptDays * 86_400, lang))}
              </td>
              <td data-l={t("what.after")}>{category.onErasure ? t(`what.erasure.${category.onErasure}`) : "–"}</td>
            </tr>
          ))}
        </Table>
      </Section>

      <Section id="to" n={4}>
        {away.length === 0 ? (
          <p>{t("to.nobody")}</p>
        ) : (
          <>
            <p>{t("to.lead", { count: away.length })}</p>
            <Table label={t("to.table")} heads={[t("to.company"), t("to.country"), t("to.gets"), t("to.keeps"), t("to.trains"), t("to.hosts")]}>
              {away.map((one) => (
                <tr key={one.instanceId}>
                  <td>
                    <b>{one.recipient.legalName}</b>
                    <span className="sub">{t(`to.role.${one.recipient.role}`)}</span>
                  </td>
                  <td data-l={t("to.country")}>
                    {one.recipient.country ? (
                      <span className="row">
                        <span className="cc">{one.recipient.country}</span>
                        {formatCountry(one.recipient.country, lang)}
                      </span>
                    ) : (
                      t("to.unknown")
                    )}
                    {one.recipient.transferBasis && <span className="sub">{one.recipient.transferBasis}</span>}
                  </td>
                  <td data-l={t("to.gets")}>{one.dataCategories.join(", ")}</td>
                  <td data-l={t("to.keeps")}>{one.recipient.retention ?? t("to.unknown")}</td>
                  <td data-l={t("to.trains")}>{t(`to.training.${one.recipient.trainsOnInput ?? "unknown"}`)}</td>
                  <td data-l={t("to.hosts")}>
                    <code>{one.hosts.join(", ")}</code>
                    {one.recipient.privacyPage && (
                      <a className="sub" href={one.recipient.privacyPage} rel="noreferrer noopener">
                        {t("to.theirPage")}
                      </a>
                    )}
                  </td>
                </tr>
              ))}
            </Table>
          </>
        )}
        <p className="pp-n">{t("to.refused")}</p>
      </Section>

      <Section id="seen" n={5}>
        <ul className="pp-list">
          <li>
            <b>{t("seen.you")}</b> {t("seen.youText")}
          </li>
          <li>
            <b>{t("seen.others")}</b> {t("seen.othersText")}
          </li>
          <li>
            <b>{t("seen.staff")}</b> {t("seen.staffText")}
          </li>
        </ul>
      </Section>

      <Section id="cookies" n={6}>
        <p>{t("cookies.lead")}</p>
        <Table label={t("cookies.table")} heads={[t("cookies.name"), t("cookies.for"), t("cookies.kind"), t("cookies.lasts")]}>
          {page.cookies.map((cookie) => (
            <tr key={`${cookie.kind}-${cookie.name}`}>
              <td>
                <code>{cookie.name}</code>
              </td>
              <td data-l={t("cookies.for")}>{cookie.purpose}</td>
              <td data-l={t("cookies.kind")}>
                {cookie.kind === "cookie" && cookie.readableByScripts === false ? t("cookies.kinds.httpOnly") : t(`cookies.kinds.${cookie.kind}`)}
              </td>
              <td data-l={t("cookies.lasts")}>{cookie.lasts}</td>
            </tr>
          ))}
        </Table>
        <p className="pp-n">{t("cookies.none")}</p>
      </Section>

      <Section id="rights" n={7}>
        <Rights operator={page.operator} signedIn={signedIn} />
      </Section>
    </article>
  );
}

function Short({ icon, title, text }: { icon: typeof IconLock; title: string; text: string }) {
  return (
    <li>
      <Icon of={icon} />
      <div>
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
    </li>
  );
}

function Who({ operator }: { operator: Page["operator"] }) {
  const { t } = useTranslation("privacy");
  const lang = useLang();
  if (!operator.configured) return <p className="note note-warn">{t("who.missing")}</p>;
  return (
    <div className="pp-two">
      <address>
        {operator.name}
        {operator.address?.split("\n").map((line) => (
          <span key={line}>
            <br />
            {line}
          </span>
        ))}
        {operator.country && (
          <>
            <br />
            {formatCountry(operator.country, lang)}
          </>
        )}
      </address>
      <dl className="dl">
        {operator.contact && (
          <>
            <dt>{t("who.contact")}</dt>
            <dd>
              {operator.contact.includes("@") && !operator.contact.includes(" ") ? (
                <a href={`mailto:${operator.contact}`}>{operator.contact}</a>
              ) : (
                operator.contact
              )}
            </dd>
          </>
        )}
        {operator.representative && (
          <>
            <dt>{t("who.representative")}</dt>
            <dd>{operator.representative}</dd>
          </>
        )}
        {operator.governingLaw && (
          <>
            <dt>{t("who.law")}</dt>
            <dd>{operator.governingLaw}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

function Table({ label, heads, children }: { label: string; heads: readonly string[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that may scroll sideways must be reachable by keyboard
    <section className="table-wrap table-cards pp-t" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
