import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Failed } from "./States";

interface PagedList {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => unknown;
}

/** Below a list: more, a failure with a retry, or its end. */
export function ListEnd({ list, end }: { list: PagedList; end: string }) {
  const { t } = useTranslation();
  if (list.isFetchNextPageError) return <Failed error={list.error} level={3} retry={() => void list.fetchNextPage()} />;
  if (!list.hasNextPage) return <p className="end-line">{end}</p>;
  return (
    <p className="end-line">
      <Button size="sm" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t("action.showMore")}
      </Button>
    </p>
  );
}
