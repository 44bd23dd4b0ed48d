import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, isProblem, type Schemas } from "@/api";
import { Button, Check, FieldError, SelectField, TextField, useProblemLine } from "@/shared";
import { keysQuery } from "./query";

type Scope = Schemas["ApiKeyScope"];

const SCOPES: readonly Scope[] = [
  "models:read",
  "generations:create",
  "generations:read",
  "assets:read",
  "assets:write",
  "assets:delete",
  "credits:read",
  "events:read",
];
const DAYS = ["30", "90", "365", ""] as const;

export function NewKey({ onMade, onCancel }: { onMade: (made: Schemas["CreatedApiKey"]) => void; onCancel: () => void }) {
  const { t } = useTranslation(["account", "common"]);
  const client = useQueryClient();
  const line = useProblemLine();
  const form = useForm<{ name: string; days: string; scopes: Scope[] }>({
    initialValues: { name: "", days: "90", scopes: ["models:read", "generations:create", "generations:read", "assets:read"] },
    validate: { scopes: (scopes) => (scopes.length === 0 ? t("account:keys.noScope") : null) },
  });
  const make = useMutation({
    mutationFn: ({ name, days, scopes }: typeof form.values) =>
      body(api.POST("/account/api-keys", { body: { name: name.trim(), scopes, ...(days && { expiresInDays: Number(days) }) } })),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: keysQuery.queryKey });
      onMade(made);
    },
    onError: (error) => isProblem(error) && form.setErrors(error.fields()),
  });
  const general = make.error && !Object.keys(form.errors).length ? line(make.error) : "";
  return (
    <form className="card ac-newkey" aria-label={t("account:keys.new")} onSubmit={form.onSubmit((values) => make.mutate(values))}>
      <div className="cols-2">
        <TextField label={t("account:keys.name")} placeholder={t("account:keys.namePlaceholder")} maxLength={80} required {...form.getInputProps("name")} />
        <SelectField label={t("account:keys.ends")} {...form.getInputProps("days")}>
          {DAYS.map((days) => (
            <option key={days} value={days}>
              {days ? t("account:keys.after", { count: Number(days) }) : t("account:keys.noEnd")}
            </option>
          ))}
        </SelectField>
      </div>
      <fieldset>
        <legend className="label sup-leg">{t("account:keys.itMay")}</legend>
        <div className="ac-sc">
          {SCOPES.map((scope) => (
            <Check
              key={scope}
              checked={form.values.scopes.includes(scope)}
              onChange={(event) =>
                form.setFieldValue("scopes", event.target.checked ? [...form.values.scopes, scope] : form.values.scopes.filter((one) => one !== scope))
              }
            >
              {t(`account:scope.${scope.replaceAll(":", "_") as "models_read"}`)}
              <span className="sub">
                <code>{scope}</code>
              </span>
            </Check>
          ))}
        </div>
        {form.errors.scopes && <FieldError>{form.errors.scopes}</FieldError>}
      </fieldset>
      {general && <FieldError>{general}</FieldError>}
      <div className="row">
        <Button type="submit" look="primary" busy={make.isPending}>
          {t("account:keys.make")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t("common:action.cancel")}
        </Button>
      </div>
    </form>
  );
}
