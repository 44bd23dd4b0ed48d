import { IconArrowsExchange, IconBrush, IconEraser, IconHandStop, IconLasso, IconSquare, IconTrash, type Icon as TablerIcon } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Icon } from "@/shared";
import type { Mask } from "./useMask";

export type Tool = "brush" | "eraser" | "outline" | "box" | "move";

const TOOLS: readonly { tool: Tool; icon: TablerIcon; key: string }[] = [
  { tool: "brush", icon: IconBrush, key: "B" },
  { tool: "eraser", icon: IconEraser, key: "E" },
  { tool: "outline", icon: IconLasso, key: "L" },
  { tool: "box", icon: IconSquare, key: "R" },
  { tool: "move", icon: IconHandStop, key: "H" },
];

/** The tool that a letter stands for. */
export function toolOf(key: string): Tool | undefined {
  return TOOLS.find((one) => one.key === key.toUpperCase())?.tool;
}

export function Tools({ tool, choose, mask }: { tool: Tool; choose: (tool: Tool) => void; mask: Mask }) {
  const { t } = useTranslation("mask");
  return (
    <div className="mk-tools" role="toolbar" aria-label={t("tools")}>
      {TOOLS.map((one) => (
        <button
          type="button"
          key={one.tool}
          className={one.tool === tool ? "is-on" : undefined}
          aria-pressed={one.tool === tool}
          aria-label={t(`tool.${one.tool}`)}
          title={`${t(`tool.${one.tool}`)}, ${one.key}`}
          onClick={() => choose(one.tool)}
        >
          <Icon of={one.icon} />
        </button>
      ))}
      <span className="mk-sep" />
      <button type="button" aria-label={t("invert")} title={`${t("invert")}, I`} onClick={() => mask.add({ kind: "invert" })}>
        <Icon of={IconArrowsExchange} />
      </button>
      <button type="button" aria-label={t("clear")} title={t("clear")} disabled={mask.share === 0} onClick={() => mask.add({ kind: "clear" })}>
        <Icon of={IconTrash} />
      </button>
    </div>
  );
}
