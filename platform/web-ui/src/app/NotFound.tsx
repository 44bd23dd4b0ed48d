import { IconEyeOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buttonClass, Empty, useTitle } from "@/shared";

/** What is not there and what is not yours look the same, so that a guess learns nothing. */
export function NotFound() {
  const { t } = useTranslation();
  useTitle("");
  return (
    <main className="page">
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
    </main>
  );
}
