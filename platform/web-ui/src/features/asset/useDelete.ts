import { IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { api, assetsChanged, body, GENERATIONS } from "@/api";
import { toast, useProblemLine } from "@/shared";

/**
 * Deletes at once and offers to undo it, instead of asking first. `after` runs when they are gone (a full view closes then).
 */
export function useDelete(): (ids: readonly string[], after?: () => void) => Promise<void> {
  const { t } = useTranslation(["asset", "common"]);
  const client = useQueryClient();
  const line = useProblemLine();
  return useCallback(
    async (ids, after) => {
      const refresh = (deleted: readonly string[]) => Promise.all([assetsChanged(client, deleted), client.invalidateQueries({ queryKey: GENERATIONS })]);
      const restore = async () => {
        try {
          const { restored } = await body(api.POST("/assets/restore", { body: { ids: [...ids] } }));
          toast({ message: t("asset:restored", { count: restored }) });
        } catch (problem) {
          toast({ tone: "bad", message: line(problem) });
        }
        await refresh([]);
      };
      try {
        const { deleted } = await body(api.POST("/assets/delete", { body: { ids: [...ids] } }));
        after?.();
        toast({ icon: IconTrash, message: t("asset:deleted", { count: deleted }), action: { label: t("common:action.undo"), run: () => void restore() } });
      } catch (problem) {
        toast({ tone: "bad", message: t("asset:notDeleted"), detail: line(problem) });
      }
      await refresh(ids);
    },
    [client, t, line],
  );
}
