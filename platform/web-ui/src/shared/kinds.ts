import { IconCreditCard, IconDatabase, IconId, IconMail, IconMountain, IconShieldCheck, type Icon as TablerIcon } from "@tabler/icons-react";
import type { Schemas } from "@/api";

/** The icon of each kind of plugin. */
export const KIND_ICON: Record<Schemas["PluginKind"], TablerIcon> = {
  provider: IconMountain,
  storage: IconDatabase,
  auth: IconId,
  mail: IconMail,
  payment: IconCreditCard,
  policy: IconShieldCheck,
};
