import { IconChevronDown, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type AssetFilter, modelsQuery, useHas, useMay } from "@/api";
import { Button, Icon, Menu } from "@/shared";

interface Props {
  filter: AssetFilter;
  onChange: (filter: AssetFilter) => void;
}

const TYPING_MILLIS = 300;
const DAYS = [1, 7, 30, 365] as const;
const SEEN = ["private", "link", "public"] as const;

export function Filters({ filter, onChange }: Props) {
  const { t } = useTranslation(["library", "common"]);
  const models = useQuery({ ...modelsQuery, enabled: useMay("models:read") }).data?.items ?? [];
  const links = useHas("shares");
  const explore = useHas("explore");
  const set = (change: Partial<Record<keyof AssetFilter, unknown>>) => {
    const next = { ...filter, ...change };
    onChange(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== "")) as AssetFilter);
  };
  const { q: _, ...marks } = filter;
  const any = Object.keys(marks).length > 0;
  const model = models.find((one) => one.id === filter.modelId);
  return (
    <div className="lib-bar">
      <Search value={filter.q ?? ""} onChange={(q) => set({ q: q || undefined })} />
      <fieldset className="scroll-x">
        <legend className="vh">{t("filter.legend")}</legend>
        <Chip
          label={filter.origin ? t("filter.uploaded") : filter.kind ? t(`filter.${filter.kind}`) : t("filter.kind")}
          on={filter.kind !== undefined || filter.origin !== undefined}
          entries={[
            { label: t("filter.all"), value: undefined, checked: !filter.kind && !filter.origin, run: () => set({ kind: undefined, origin: undefined }) },
            { label: t("filter.image"), value: "image", checked: filter.kind === "image", run: () => set({ kind: "image", origin: undefined }) },
            { label: t("filter.video"), value: "video", checked: filter.kind === "video", run: () => set({ kind: "video", origin: undefined }) },
            { label: t("filter.uploaded"), value: "up", checked: filter.origin === "uploaded", run: () => set({ kind: undefined, origin: "uploaded" }) },
          ]}
        />
        <Chip
          label={filter.modelId ? (model?.name ?? filter.modelId) : t("filter.model")}
          on={filter.modelId !== undefined}
          entries={[
            { label: t("filter.all"), value: undefined, checked: !filter.modelId, run: () => set({ modelId: undefined }) },
            ...models.map((one) => ({ label: one.name, value: one.id, checked: filter.modelId === one.id, run: () => set({ modelId: one.id }) })),
          ]}
        />
        <Chip
          label={filter.days ? t(`filter.days.${filter.days}`) : t("filter.date")}
          on={filter.days !== undefined}
          entries={[
            { label: t("filter.all"), value: undefined, checked: !filter.days, run: () => set({ days: undefined }) },
            ...DAYS.map((days) => ({ label: t(`filter.days.${days}`), value: days, checked: filter.days === days, run: () => set({ days }) })),
          ]}
        />
        {(links || explore || filter.visibility) && (
          <Chip
            label={filter.visibility ? t(`common:seen.${filter.visibility}`) : t("filter.visibility")}
            on={filter.visibility !== undefined}
            entries={[
              { label: t("filter.all"), value: undefined, checked: !filter.visibility, run: () => set({ visibility: undefined }) },
              ...SEEN.filter((seen) => seen === "private" || (seen === "link" ? links : explore)).map((seen) => ({
                label: t(`common:seen.${seen}`),
                value: seen,
                checked: filter.visibility === seen,
                run: () => set({ visibility: seen }),
              })),
            ]}
          />
        )}
        <button
          type="button"
          className={filter.soon ? "chip is-on" : "chip"}
          aria-pressed={filter.soon === true}
          onClick={() => set({ soon: filter.soon ? undefined : true })}
        >
          {t("filter.soon")}
        </button>
        {any && (
          <Button look="quiet" size="sm" onClick={() => onChange(filter.q ? { q: filter.q } : {})}>
            {t("filter.clear")}
          </Button>
        )}
      </fieldset>
    </div>
  );
}

function Chip({ label, on, entries }: { label: string; on: boolean; entries: { label: string; value: unknown; checked: boolean; run: () => void }[] }) {
  return (
    <Menu
      label={label}
      target={
        <button type="button" className={on ? "chip is-on" : "chip"}>
          <span className="cut chip-t">{label}</span>
          <Icon of={IconChevronDown} size="s" />
        </button>
      }
      entries={entries}
    />
  );
}

/** Searches while one types, after a moment of quiet. */
function Search({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation("library");
  const id = useId();
  const [typed, setTyped] = useState(value);
  const call = useRef(onChange);
  call.current = onChange;
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => call.current(typed.trim()), TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <search className="with-icon lib-search">
      <Icon of={IconSearch} />
      <label className="vh" htmlFor={id}>
        {t("search")}
      </label>
      <input
        className="input"
        id={id}
        type="search"
        maxLength={200}
        placeholder={t("search")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </search>
  );
}
