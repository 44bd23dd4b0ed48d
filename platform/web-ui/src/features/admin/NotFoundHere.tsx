import { IconEyeOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buttonClass, Empty } from "@/shared";

export function NotFoundHere() {
  const { t } = useTranslation();
  return (
    <Empty
      level={1}
      icon={IconEyeOff}
      title={t("problem.notFound.title")}
      action={
        <Link className={buttonClass({})} to="/">
          {t("action.toStudio")}
        </Link>
      }
    >
      {t("problem.notFound.detail")}
    </Empty>
  );
}
