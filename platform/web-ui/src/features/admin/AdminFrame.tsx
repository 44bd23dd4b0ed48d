import "@/styles/admin.css";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api";
import { NotFoundHere } from "./NotFoundHere";

const TABS = [
  { to: "/admin", word: "overview", needs: "admin:health" },
  { to: "/admin/plugins", word: "plugins", needs: "admin:plugins" },
  { to: "/admin/people", word: "people", needs: "admin:people" },
  { to: "/admin/invites", word: "invites", needs: "admin:people" },
  { to: "/admin/mails", word: "mails", needs: "admin:mails" },
  { to: "/admin/settings", word: "settings", needs: "admin:settings" },
] as const;

/** Head and tabs of the admin pages. What one may not do has no tab; who may do nothing finds nothing here. */
export function AdminFrame() {
  const { t } = useTranslation("admin");
  const { permissions } = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname.replace(/\/$/, "") });
  const tabs = TABS.filter((tab) => permissions.includes(tab.needs));
  const strip = useRef<HTMLElement>(null);
  const here = tabs.findLast((tab) => (tab.to === "/admin" ? path === "/admin" : path.startsWith(tab.to)));
  // Where the tabs do not fit side by side, the one that is open is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the reason to scroll
  useEffect(() => {
    const current = strip.current?.querySelector<HTMLElement>("[aria-current]");
    if (current && strip.current) strip.current.scrollLeft = current.offsetLeft - strip.current.clientWidth / 2 + current.clientWidth / 2;
  }, [path]);
  if (!here) return <NotFoundHere />;
  return (
    <div className={here.word === "people" ? "page page-wide" : "page"}>
      <header className="page-head">
        <div>
          <h1>{t(`tab.${here.word}`)}</h1>
          <p>{t(`lead.${here.word}`)}</p>
        </div>
      </header>
      <nav className="tabs a-tabs" ref={strip} aria-label={t("tabs")}>
        {tabs.map((tab) => (
          <Link key={tab.to} to={tab.to} activeOptions={{ exact: true }} aria-current={tab === here ? "page" : undefined}>
            {t(`tab.${tab.word}`)}
          </Link>
        ))}
      </nav>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </div>
  );
}
