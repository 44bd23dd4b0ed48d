import { IconEye, IconHandStop, IconPackageExport, IconPencil, IconScale, IconTrash, type Icon as TablerIcon } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api";
import { Icon } from "@/shared";

/** Only what can be done here is linked; the rest goes through the operator, and it says so. */
export function Rights({ operator, signedIn }: { operator: Schemas["Operator"]; signedIn: boolean }) {
  const { t } = useTranslation("privacy");
  const contact = operator.contact ?? "";
  const ask = contact ? t("rights.ask", { contact }) : t("rights.askNobody");
  return (
    <dl className="pp-r">
      <Right icon={IconEye} title={t("rights.see")}>
        {t("rights.seeText")} {signedIn && <Link to="/account">{t("rights.account")}</Link>}
      </Right>
      <Right icon={IconPackageExport} title={t("rights.take")}>
        {t("rights.takeText")}
      </Right>
      <Right icon={IconPencil} title={t("rights.correct")}>
        {t("rights.correctText")}
      </Right>
      <Right icon={IconTrash} title={t("rights.delete")}>
        {t("rights.deleteText")} {signedIn && <Link to="/library">{t("rights.library")}</Link>}
      </Right>
      <Right icon={IconHandStop} title={t("rights.object")}>
        {ask}
      </Right>
      <Right icon={IconScale} title={t("rights.complain")}>
        {t("rights.complainText")}
      </Right>
    </dl>
  );
}

function Right({ icon, title, children }: { icon: TablerIcon; title: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Icon of={icon} />
        {title}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
