import { useTranslation } from "react-i18next";
import { ApiProblem } from "@/api";
import { formatSpan } from "./format";
import { useLang } from "./useLang";

export interface ProblemWords {
  title: string;
  detail?: string | undefined;
  status?: number | undefined;
  requestId?: string | undefined;
}

/**
 * A problem in words. The service's own sentence comes first, since it knows the most; ours stand in where it has none or
 * nobody answered. Anything that is no problem is a fault of this page and is said as one.
 */
export function useProblemWords(error: unknown): ProblemWords {
  const { t } = useTranslation();
  const lang = useLang();
  if (!(error instanceof ApiProblem)) return { title: t("problem.page.title"), detail: t("problem.page.detail") };
  const rest = { status: error.status, requestId: error.requestId };
  if (error.code === "unreachable") return { ...rest, title: t("problem.unreachable.title"), detail: t("problem.unreachable.detail") };
  if (error.status === 429 && error.retryAfterSeconds) {
    return { ...rest, title: t("problem.wait", { span: formatSpan(error.retryAfterSeconds, lang) }), detail: error.detail ?? error.title };
  }
  if (error.status === 404) return { ...rest, title: t("problem.missing.title"), detail: t("problem.missing.detail") };
  return { ...rest, title: error.title || t("problem.page.title"), detail: error.detail };
}

/** One sentence, for a toast or a line below a form. */
export function useProblemLine(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiProblem)) return t("problem.page.title");
    if (error.code === "unreachable") return `${t("problem.unreachable.title")}. ${t("problem.unreachable.detail")}`;
    return error.detail ?? error.title;
  };
}
