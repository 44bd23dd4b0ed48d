import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Segmented } from "@/shared";

export function ModeSwitch({ now }: { now: "in" | "up" }) {
  const { t } = useTranslation("gate");
  const navigate = useNavigate();
  return (
    <Segmented
      className="block"
      name="mode"
      legend={t("mode.legend")}
      value={now}
      onChange={(mode) => void navigate({ to: mode === "in" ? "/sign-in" : "/sign-up" })}
      options={[
        { value: "in", label: t("mode.in") },
        { value: "up", label: t("mode.up") },
      ]}
    />
  );
}
