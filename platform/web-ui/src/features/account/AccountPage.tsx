import "@/styles/account.css";
import { useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api";
import { useTitle } from "@/shared";
import { Credits } from "./Credits";
import { Disclosures } from "./Disclosures";
import { Keys } from "./Keys";
import { Leave } from "./Leave";
import { Profile } from "./Profile";
import { Sessions } from "./Sessions";
import { SignInSection } from "./SignInSection";

const SECTIONS = ["profile", "ways", "devices", "keys", "credits", "sent", "leave"] as const;
export type SectionId = (typeof SECTIONS)[number];

export function AccountPage() {
  const { t } = useTranslation("account");
  useTitle(t("title"));
  const hash = useRouterState({ select: (state) => state.location.hash });
  const credits = useMay("credits:read");
  const shown = SECTIONS.filter((id) => id !== "credits" || credits);
  const here = shown.includes(hash as SectionId) ? hash : "profile";
  return (
    <div className="page acct">
      <header className="page-head">
        <div>
          <h1>{t("title")}</h1>
          <p>{t("lead")}</p>
        </div>
      </header>
      <nav className="tabs p-tabs" aria-label={t("onThisPage")}>
        {shown.map((id) => (
          <a key={id} href={`#${id}`} aria-current={here === id ? "true" : undefined}>
            {t(`tab.${id}`)}
          </a>
        ))}
      </nav>
      <Profile />
      <SignInSection />
      <Sessions />
      <Keys />
      {credits && <Credits />}
      <Disclosures />
      <Leave />
    </div>
  );
}
