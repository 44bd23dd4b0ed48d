import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Schemas, upload } from "@/api";
import { useProblemLine } from "@/shared";

/** A reference picture: on its way up, up, or refused. */
export interface Attached {
  key: string;
  name: string;
  role: Schemas["ReferenceRole"];
  asset?: Schemas["Asset"];
  removed?: Schemas["Upload"]["removed"];
  failure?: string;
}

let next = 1;

export interface ReferencesState {
  attached: readonly Attached[];
  add: (files: readonly File[], max: number, role: Schemas["ReferenceRole"]) => void;
  attach: (assets: readonly { asset: Schemas["Asset"]; role: Schemas["ReferenceRole"] }[]) => void;
  remove: (key: string) => void;
  clear: () => void;
  busy: boolean;
}

export function useReferences(): ReferencesState {
  const { t } = useTranslation("studio");
  const line = useProblemLine();
  const [attached, setAttached] = useState<readonly Attached[]>([]);
  const settle = useCallback(
    (key: string, change: Partial<Attached>) => setAttached((now) => now.map((one) => (one.key === key ? { ...one, ...change } : one))),
    [],
  );
  const add = useCallback(
    (files: readonly File[], max: number, role: Schemas["ReferenceRole"]) => {
      const pictures = files.filter((file) => file.type.startsWith("image/") || file.type === "").slice(0, max);
      const fresh = pictures.map((file) => ({ file, one: { key: `r${next++}`, name: file.name || t("refs.pasted"), role } }));
      setAttached((now) => [...now, ...fresh.map(({ one }) => one)].slice(-Math.max(1, max)));
      for (const { file, one } of fresh) {
        upload(file).then(
          (done) => settle(one.key, { asset: done.asset, removed: done.removed }),
          (problem: unknown) => settle(one.key, { failure: line(problem) }),
        );
      }
    },
    [settle, line, t],
  );
  const attach = useCallback<ReferencesState["attach"]>((assets) => {
    setAttached(assets.map(({ asset, role }) => ({ key: `r${next++}`, name: asset.fileName ?? asset.prompt ?? asset.id, role, asset })));
  }, []);
  return {
    attached,
    add,
    attach,
    remove: useCallback((key: string) => setAttached((now) => now.filter((one) => one.key !== key)), []),
    clear: useCallback(() => setAttached([]), []),
    busy: attached.some((one) => !one.asset && !one.failure),
  };
}
