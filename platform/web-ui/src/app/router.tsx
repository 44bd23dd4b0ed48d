import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { parseAssetFilter, sessionQuery } from "@/api";
import { Failed, Loading } from "@/shared";
import { NotFound } from "./NotFound";
import { queryClient } from "./queryClient";
import { Shell } from "./Shell";

/*
 * Every page is a chunk of its own. The two parents are the doors: `open` is for everybody, `inside` asks for a session first
 * and sends those who have none to the right door, with the way back.
 */
const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const session = () => queryClient.ensureQueryData(sessionQuery);

async function needsSession(href: string): Promise<void> {
  const now = await session();
  if (now.signedIn) return;
  if (now.setupOpen) throw redirect({ to: "/setup" });
  throw redirect({ to: "/sign-in", search: href === "/" ? {} : { next: href } });
}

const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Shell,
  beforeLoad: ({ location }) => needsSession(location.href),
});

const open = createRoute({ getParentRoute: () => root, id: "open", beforeLoad: async () => void (await session()) });

const gate = () => import("@/features/gate");
const admin = () => import("@/features/admin");

export interface NextSearch {
  next?: string;
}

function nextSearch({ next }: Record<string, unknown>): NextSearch {
  return typeof next === "string" ? { next } : {};
}

const signIn = createRoute({
  getParentRoute: () => open,
  path: "/sign-in",
  validateSearch: nextSearch,
  component: lazyRouteComponent(gate, "SignInPage"),
});
const signUp = createRoute({ getParentRoute: () => open, path: "/sign-up", component: lazyRouteComponent(gate, "SignUpPage") });
const invite = createRoute({ getParentRoute: () => open, path: "/invite", component: lazyRouteComponent(gate, "InvitePage") });
const forgotten = createRoute({ getParentRoute: () => open, path: "/forgotten", component: lazyRouteComponent(gate, "ForgottenPage") });
const reset = createRoute({ getParentRoute: () => open, path: "/reset", component: lazyRouteComponent(gate, "ResetPage") });
const confirm = createRoute({ getParentRoute: () => open, path: "/confirm", component: lazyRouteComponent(gate, "ConfirmPage") });
const erased = createRoute({ getParentRoute: () => open, path: "/erased", component: lazyRouteComponent(gate, "ErasedPage") });
const setup = createRoute({ getParentRoute: () => open, path: "/setup", component: lazyRouteComponent(() => import("@/features/setup"), "SetupPage") });
const privacy = createRoute({ getParentRoute: () => open, path: "/privacy", component: lazyRouteComponent(() => import("@/features/privacy"), "PrivacyPage") });

const studio = createRoute({
  getParentRoute: () => inside,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/studio"), "StudioPage"),
});

const library = createRoute({
  getParentRoute: () => inside,
  path: "/library",
  validateSearch: parseAssetFilter,
  component: lazyRouteComponent(() => import("@/features/library"), "LibraryPage"),
});
const lightbox = createRoute({
  getParentRoute: () => root,
  path: "/library/$assetId",
  validateSearch: parseAssetFilter,
  beforeLoad: ({ location }) => needsSession(location.href),
  component: lazyRouteComponent(() => import("@/features/lightbox"), "FullView"),
});
const change = createRoute({
  getParentRoute: () => root,
  path: "/library/$assetId/change",
  beforeLoad: ({ location }) => needsSession(location.href),
  component: lazyRouteComponent(() => import("@/features/mask"), "ChangePage"),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: "/account",
  component: lazyRouteComponent(() => import("@/features/account"), "AccountPage"),
});

const adminFrame = createRoute({
  getParentRoute: () => inside,
  path: "/admin",
  component: lazyRouteComponent(admin, "AdminFrame"),
});
const adminOverview = createRoute({ getParentRoute: () => adminFrame, path: "/", component: lazyRouteComponent(admin, "OverviewPage") });
const adminPlugins = createRoute({ getParentRoute: () => adminFrame, path: "/plugins", component: lazyRouteComponent(admin, "PluginsPage") });
const adminPlugin = createRoute({ getParentRoute: () => adminFrame, path: "/plugins/$pluginId", component: lazyRouteComponent(admin, "PluginsPage") });
const adminPeople = createRoute({ getParentRoute: () => adminFrame, path: "/people", component: lazyRouteComponent(admin, "PeoplePage") });
const adminPerson = createRoute({ getParentRoute: () => adminFrame, path: "/people/$personId", component: lazyRouteComponent(admin, "PeoplePage") });
const adminInvites = createRoute({ getParentRoute: () => adminFrame, path: "/invites", component: lazyRouteComponent(admin, "InvitesPage") });
const adminMails = createRoute({ getParentRoute: () => adminFrame, path: "/mails", component: lazyRouteComponent(admin, "MailsPage") });
const adminSettings = createRoute({ getParentRoute: () => adminFrame, path: "/settings", component: lazyRouteComponent(admin, "SettingsPage") });

const tree = root.addChildren([
  open.addChildren([signIn, signUp, invite, forgotten, reset, confirm, erased, setup, privacy]),
  lightbox,
  change,
  inside.addChildren([
    studio,
    library,
    account,
    adminFrame.addChildren([adminOverview, adminPlugins, adminPlugin, adminPeople, adminPerson, adminInvites, adminMails, adminSettings]),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  scrollRestoration: true,
  // Never the whole address, which may hold words of a prompt: these keys are kept in the tab's storage.
  getScrollRestorationKey: (location) => location.state.__TSR_key ?? location.pathname,
  defaultPreload: "intent",
  defaultPendingComponent: Loading,
  defaultPendingMs: 200,
  defaultErrorComponent: ({ error, reset: again }) => <Failed error={error} level={1} retry={again} />,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
