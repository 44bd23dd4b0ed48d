import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { SettingsFields, settingsQuery, useSettingsDraft } from "@/features/settings";
import { Failed, RowSkeletons } from "@/shared";

export type Foot = (save?: () => Promise<void>, busy?: boolean) => ReactNode;

/** Who gets in, and who runs the place. */
export function AccessStep({ foot }: { foot: Foot }) {
  return <GroupsStep groups={["access", "operator"]} foot={foot} />;
}

/** Each period after which something goes. */
export function RetentionStep({ foot }: { foot: Foot }) {
  return <GroupsStep groups={["retention"]} foot={foot} />;
}

function GroupsStep({ groups, foot }: { groups: readonly string[]; foot: Foot }) {
  const settings = useQuery(settingsQuery);
  const draft = useSettingsDraft();
  const wanted = settings.data?.items.filter((setting) => setting.group !== undefined && groups.includes(setting.group)) ?? [];
  return (
    <>
      <div className="card-pad step-body">
        {settings.isError ? (
          <Failed error={settings.error} retry={() => void settings.refetch()} />
        ) : settings.data ? (
          <SettingsFields settings={wanted} draft={draft} />
        ) : (
          <RowSkeletons />
        )}
      </div>
      {foot(draft.save, draft.busy)}
    </>
  );
}
