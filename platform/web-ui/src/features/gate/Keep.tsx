import { IconShieldLock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { signUpInfoQuery } from "@/api";
import { Icon } from "@/shared";

/** What is kept of a person who signs in, said where it happens. */
export function Keep() {
  const { t } = useTranslation("gate");
  const days = useQuery(signUpInfoQuery).data?.ipKeptDays;
  return (
    <div className="keep">
      <Icon of={IconShieldLock} />
      <p>
        <b>{t("keep.strong")}</b> {days === undefined ? t("keep.textNoDays") : t("keep.text", { days })} <Link to="/privacy">{t("keep.all")}</Link>
      </p>
    </div>
  );
}
