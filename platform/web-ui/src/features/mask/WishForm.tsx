import { useTranslation } from "react-i18next";
import type { Asset } from "@/features/asset";
import { Cost, useBefore } from "@/features/wish";
import { Button, FactsLine, Field, FieldError, formatCountry, Segmented, SelectField, useLang, useProblemLine } from "@/shared";
import type { Change } from "./useChange";
import type { Mask } from "./useMask";

const COUNTS = [1, 2, 4, 8];

/** What goes there, by which model, how often; and before pressing what it costs and what happens to the data. */
export function WishForm({ asset, change, mask, sendIt }: { asset: Asset; change: Change; mask: Mask; sendIt: () => void }) {
  const { t } = useTranslation("mask");
  const lang = useLang();
  const before = useBefore();
  const line = useProblemLine();
  const { model, models, quote, size } = change;
  const poor = quote.data?.affordable === false;
  const percent = Math.round(mask.share * 100);
  const marked = mask.share === 0 ? t("nothingMarked") : t("marked", { percent: Math.max(1, percent) });
  const problem = change.send.error ?? quote.error;
  return (
    <form
      className="mk-form"
      onSubmit={(event) => {
        event.preventDefault();
        sendIt();
      }}
    >
      <div className="lb-sec">
        <Field label={t("what")} hint={`${marked} ${t("restStays")}`}>
          {(ids) => (
            <textarea
              {...ids}
              className="input mk-prompt"
              rows={3}
              maxLength={model?.promptMaxLength || 4000}
              value={change.prompt}
              onChange={(event) => change.setPrompt(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className="lb-sec">
        <SelectField label={t("model")} value={model?.id ?? ""} onChange={(event) => change.setModel(event.target.value)}>
          {models.map((one) => {
            const country = one.recipients?.[0]?.country;
            return (
              <option key={one.id} value={one.id} disabled={!one.available}>
                {[one.name, one.local ? t("staysHere") : country && formatCountry(country, lang)].filter(Boolean).join(", ")}
              </option>
            );
          })}
        </SelectField>
        {model && (model.maxCount ?? 1) > 1 && (
          <fieldset className="field">
            <legend className="label">{t("count")}</legend>
            <Segmented
              className="block compact"
              name="count"
              legend={t("count")}
              value={String(change.count)}
              onChange={(next) => change.setCount(Number(next))}
              options={COUNTS.filter((n) => n <= (model.maxCount ?? 1)).map((n) => ({ value: String(n), label: <span className="num bare">{n}</span> }))}
            />
          </fieldset>
        )}
        {size && (size.width !== asset.width || size.height !== asset.height) && <p className="hint num">{t("otherSize", size)}</p>}
      </div>
      <div className="mk-go">
        <FactsLine column facts={before(quote.data, model)} />
        {problem && <FieldError>{line(problem)}</FieldError>}
        <div className="row between">
          <Cost quote={quote.data} className="mk-cost" />
          <Button
            type="submit"
            look="primary"
            size="lg"
            busy={change.send.isPending || change.waiting}
            disabled={poor || mask.share === 0 || !change.prompt.trim() || !model?.available}
          >
            {change.waiting ? t("working") : t("change")} <span className="kbd hide-s">Ctrl ⏎</span>
          </Button>
        </div>
      </div>
    </form>
  );
}
