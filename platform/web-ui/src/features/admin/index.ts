/** The admin pages: health, plugins, people, invitations, mail outbox, settings. */
export { AdminFrame } from "./AdminFrame";
export { InvitesPage } from "./InvitesPage";
export { MailsPage } from "./MailsPage";
export { OverviewPage } from "./OverviewPage";
export { PeoplePage } from "./PeoplePage";
export { PluginsPage } from "./PluginsPage";
export { SettingsPage } from "./SettingsPage";
