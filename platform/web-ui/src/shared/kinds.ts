import { IconCreditCard, IconDatabase, IconId, IconMail, IconMountain, IconPlug, IconShieldCheck, type Icon as TablerIcon } from "@tabler/icons-react";
import type { Schemas } from "@/api";

/** The icon of a plugin's first kind; a kind of a newer service than these pages, or none, is a plug. */
export function kindIcon(kinds: readonly string[]): TablerIcon {
  return KIND_ICON[(kinds[0] ?? "") as Schemas["PluginKind"]] ?? IconPlug;
}

const KIND_ICON: Partial<Record<Schemas["PluginKind"], TablerIcon>> = {
  provider: IconMountain,
  storage: IconDatabase,
  auth: IconId,
  mail: IconMail,
  payment: IconCreditCard,
  policy: IconShieldCheck,
};
