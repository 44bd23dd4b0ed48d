import { IconBuilding, IconHourglass, IconLock, IconMapPinUp, IconServer2, IconUsers, type Icon as TablerIcon } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { privacyPageQuery, useSession } from "@/api";
import { formatSpan, Icon, useLang } from "@/shared";

/** What people will read, as far as it is decided. */
export function SoFar() {
  const { t } = useTranslation("setup");
  return (
    <aside className="so-far card card-pad" aria-labelledby="sf">
      <h2 id="sf" className="label">
        {t("soFar.title")}
      </h2>
      <p className="small mute">{t("soFar.text")}</p>
      <SoFarList />
    </aside>
  );
}

export function SoFarList() {
  const { t } = useTranslation("setup");
  const lang = useLang();
  const session = useSession();
  const page = useQuery(privacyPageQuery).data;
  const away = page?.recipients.filter((recipient) => !recipient.local).length ?? 0;
  const pictures = page?.categories.find((category) => /result|picture/i.test(category.id));
  const kept = pictures?.keptText ?? (pictures?.keptDays === undefined ? undefined : formatSpan(pictures.keptDays * 86_400, lang));
  const mode = page?.signUpMode ?? session.signUpMode;
  return (
    <ul className="stack stack-3 small so-far-l">
      <Line icon={IconLock}>{t("soFar.private")}</Line>
      <Line icon={away > 0 ? IconMapPinUp : IconServer2}>{away > 0 ? t("soFar.recipients", { count: away }) : t("soFar.local")}</Line>
      <Line icon={IconHourglass}>{kept ? t("soFar.kept", { text: kept }) : t("soFar.keptAlways")}</Line>
      <Line icon={IconUsers}>{t(`soFar.mode.${mode}`)}</Line>
      <Line icon={IconBuilding}>{page?.operator.name ? t("soFar.operator", { name: page.operator.name }) : t("soFar.operatorMissing")}</Line>
    </ul>
  );
}

function Line({ icon, children }: { icon: TablerIcon; children: ReactNode }) {
  return (
    <li className="row top-a">
      <Icon of={icon} size="s" />
      <span>{children}</span>
    </li>
  );
}
