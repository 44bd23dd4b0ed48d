import "@/styles/gate.css";
import { IconMountain } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { operatorQuery, useSession } from "@/api";
import { Brand, formatCountry, Icon, LanguageButton, ThemeButton, useLang } from "@/shared";
import dusk from "./dusk.jpg";

/** The frame of every page before signing in: a picture, a form, and who runs the place. */
export function GateFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation(["gate", "common"]);
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <div className="gate">
        <aside className="gate-pic" aria-label={t("pictureLabel")}>
          <img src={dusk} width="1200" height="1500" alt="" />
          <p className="plate gate-cap">
            <Icon of={IconMountain} />
            {t("picture")}
          </p>
        </aside>
        <div className="gate-side">
          <header className="gate-top">
            <Link className="brand" to="/" aria-label={t("common:nav.home")}>
              <Brand />
            </Link>
            <span className="end row">
              <LanguageButton />
              <ThemeButton />
            </span>
          </header>
          <main id="main" className="gate-main">
            {children}
          </main>
          <Foot />
        </div>
      </div>
    </>
  );
}

function Foot() {
  const { t } = useTranslation(["gate", "common"]);
  const lang = useLang();
  const session = useSession();
  const operator = useQuery(operatorQuery).data;
  const name = operator?.name ?? session.operatorName;
  const contact = operator?.contact;
  return (
    <footer className="gate-foot">
      <p>
        {name ? t("common:operator.runBy", { name }) : t("common:operator.unnamed")}
        {operator?.country && `, ${formatCountry(operator.country, lang)}`}
      </p>
      <p className="row">
        <Link to="/privacy">{t("common:operator.page")}</Link>
        {contact && <a href={contact.includes("@") && !contact.includes("/") ? `mailto:${contact}` : contact}>{t("gate:foot.contact")}</a>}
      </p>
    </footer>
  );
}
