import {
  IconAdjustmentsHorizontal,
  IconCoins,
  IconLogout,
  IconPhoto,
  IconPlugConnectedX,
  IconShieldLock,
  IconUser,
  IconWand,
  IconWifiOff,
  type Icon as TablerIcon,
} from "@tabler/icons-react";
import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useBalance, useMay, useSession, useSignOut } from "@/api";
import { Brand, formatNumber, Icon, initials, Loading, Menu, ThemeButton, useLang } from "@/shared";
import { useEventFeed } from "./feed";
import { useOnline } from "./useOnline";

interface Entry {
  to: "/" | "/library" | "/account" | "/privacy" | "/admin";
  icon: TablerIcon;
  word: "studio" | "library" | "account" | "privacy" | "admin";
  gap?: boolean;
}

/** The frame of a signed-in person: side bar, top bar, page. At 360 px the side bar is a bar at the foot. */
export function Shell() {
  const { t } = useTranslation();
  const session = useSession();
  const state = useEventFeed();
  const online = useOnline();
  const path = useRouterState({ select: (s) => s.location.pathname });
  const isAdmin = useMay("admin:health");
  const entries: Entry[] = [
    { to: "/", icon: IconWand, word: "studio" },
    { to: "/library", icon: IconPhoto, word: "library" },
    { to: "/account", icon: IconUser, word: "account", gap: true },
    { to: "/privacy", icon: IconShieldLock, word: "privacy" },
    ...(isAdmin ? [{ to: "/admin", icon: IconAdjustmentsHorizontal, word: "admin", gap: true } as const] : []),
  ];
  const isHere = (to: string) => (to === "/" ? path === "/" : path.startsWith(to));
  const here = entries.find((entry) => isHere(entry.to));
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <div className="app">
        <nav className="nav" aria-label={t("nav.main")}>
          <Link className="brand" to="/" aria-label={t("nav.home")}>
            <Brand />
          </Link>
          <ul>
            {entries.map((entry) => (
              <li key={entry.to} className={entry.gap ? "nav-gap" : undefined}>
                <Link to={entry.to} title={t(`nav.${entry.word}`)} aria-current={isHere(entry.to) ? "page" : undefined} aria-label={t(`nav.${entry.word}`)}>
                  <Icon of={entry.icon} />
                  <span className="nav-t">{t(`nav.${entry.word}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
          <div className="operator">
            <strong>{session.operatorName ? t("operator.runBy", { name: session.operatorName }) : t("operator.unnamed")}</strong>
            <Link to="/privacy">{t("operator.page")}</Link>
            <br />
            {t("operator.version", { version: session.version })}
          </div>
        </nav>
        <Top title={here ? t(`nav.${here.word}`) : ""} />
        <main id="main" tabIndex={-1}>
          {session.insecureLan && <Banner icon={IconShieldLock} strong={t("banner.insecure")} more={t("banner.insecureMore")} />}
          {!online ? (
            <Banner icon={IconWifiOff} strong={t("banner.offline")} more={t("banner.offlineMore")} />
          ) : (
            state === "waiting" && <Banner icon={IconPlugConnectedX} strong={t("banner.waiting")} more={t("banner.waitingMore")} />
          )}
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </>
  );
}

function Banner({ icon, strong, more }: { icon: TablerIcon; strong: string; more: string }) {
  return (
    <div className="note note-warn offline" role="status">
      <Icon of={icon} />
      <p className="grow">
        <b>{strong}</b> {more}
      </p>
    </div>
  );
}

function Top({ title }: { title: string }) {
  const { t } = useTranslation();
  const lang = useLang();
  const session = useSession();
  const balance = useBalance();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const name = session.account?.email ?? "";
  return (
    <header className="top">
      <Link className="brand" to="/" aria-label={t("nav.home")}>
        <Brand word={false} />
      </Link>
      <span className="top-title">{title}</span>
      <div className="end">
        {balance && (
          <Link className="balance" to="/account" hash="credits">
            <Icon of={IconCoins} size="s" />
            <span className="num">{formatNumber(balance.available, lang)}</span>
            <small className="hide-s">{t("top.balance")}</small>
            <span className="vh">{t("top.balanceLabel")}</span>
          </Link>
        )}
        <ThemeButton />
        <Menu
          label={t("nav.account")}
          target={
            <button type="button" className="btn btn-quiet btn-icon" aria-label={t("top.account", { name })}>
              <span className="avatar" aria-hidden="true">
                {initials(name)}
              </span>
            </button>
          }
          entries={[
            { label: t("nav.account"), icon: IconUser, run: () => void navigate({ to: "/account" }) },
            { label: t("nav.privacy"), icon: IconShieldLock, run: () => void navigate({ to: "/privacy" }) },
            { label: t("nav.signOut"), icon: IconLogout, run: () => void signOut() },
          ]}
        />
      </div>
    </header>
  );
}
