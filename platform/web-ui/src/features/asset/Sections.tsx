import { IconCopy, IconLock, IconMapPinUp, IconServer2, IconWorld } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ASSETS, api, body, modelsQuery, type Schemas, useHas } from "@/api";
import {
  Button,
  copyText,
  formatBytes,
  formatCountry,
  formatDate,
  formatMoment,
  formatNumber,
  Icon,
  IconButton,
  Segmented,
  toast,
  useLang,
  useProblemLine,
} from "@/shared";
import { handToComposer } from "./draft";
import { useCategories, usePurposes } from "./facts";
import { detailsQuery } from "./useDetails";

export type Details = Schemas["AssetDetails"];

/** Who can see it, where it went, how long it is kept, how it was made: in this order, wherever details are shown. */
export function DetailSections({ details, className, level = 3 }: { details: Details; className: string; level?: 2 | 3 }) {
  return (
    <>
      <Section className={className} level={level} title="who">
        <Who details={details} />
      </Section>
      <Section className={className} level={level} title="where">
        <Where details={details} />
      </Section>
      <Section className={className} level={level} title="howLong">
        <HowLong details={details} />
      </Section>
      <Made details={details} className={className} level={level} />
    </>
  );
}

function Section({ className, level, title, children }: { className: string; level: 2 | 3; title: "who" | "where" | "howLong"; children: ReactNode }) {
  const { t } = useTranslation();
  const Heading = `h${level}` as const;
  return (
    <section className={className} aria-label={t(`facts.${title}`)}>
      <Heading className="h-s">{t(`facts.${title}`)}</Heading>
      {children}
    </section>
  );
}

function Who({ details }: { details: Details }) {
  const { t } = useTranslation("asset");
  const client = useQueryClient();
  const line = useProblemLine();
  const explore = useHas("explore");
  const { visibility, links = 0, staffOpenings } = details.whoCanSee;
  const change = useMutation({
    mutationFn: (next: Schemas["Visibility"]) =>
      body(api.PATCH("/assets/{assetId}", { params: { path: { assetId: details.asset.id } }, body: { visibility: next } })),
    onSuccess: (next) => {
      client.setQueryData(detailsQuery(details.asset.id).queryKey, next);
      void client.invalidateQueries({ queryKey: ASSETS });
    },
    onError: (error) => toast({ tone: "bad", message: line(error) }),
  });
  return (
    <>
      {explore ? (
        <Segmented
          className="block"
          name="visibility"
          legend={t("who.legend")}
          value={visibility === "public" ? "public" : "private"}
          onChange={(next) => change.mutate(next)}
          options={[
            {
              value: "private",
              label: (
                <>
                  <Icon of={IconLock} size="s" />
                  {t("who.privateShort")}
                </>
              ),
            },
            {
              value: "public",
              label: (
                <>
                  <Icon of={IconWorld} size="s" />
                  {t("who.publicShort")}
                </>
              ),
            },
          ]}
        />
      ) : (
        <SeenBadge seen={visibility} />
      )}
      <p className="hint">{visibility === "link" ? t("who.link", { count: links }) : t(`who.${visibility}`)}</p>
      {staffOpenings !== undefined && (
        <dl className="dl">
          <dt>{t("who.staff")}</dt>
          <dd>{staffOpenings === 0 ? t("who.staffNever") : t("who.staffTimes", { count: staffOpenings })}</dd>
        </dl>
      )}
    </>
  );
}

function SeenBadge({ seen }: { seen: Schemas["ShownVisibility"] }) {
  const { t } = useTranslation();
  return (
    <p>
      <span className={seen === "private" ? "vis" : `vis vis-${seen}`}>
        <Icon of={seen === "private" ? IconLock : IconWorld} />
        {t(`seen.${seen}`)}
      </span>
    </p>
  );
}

function Where({ details }: { details: Details }) {
  const { t } = useTranslation("asset");
  const lang = useLang();
  const words = useCategories();
  const purposes = usePurposes();
  const away = details.whereItWent.disclosures.filter((one) => !one.local);
  return (
    <>
      <ol className="trail">
        {away.map((one) => {
          const values = {
            date: formatMoment(one.at, lang),
            what: words(one.categories),
            size: formatBytes(one.bytes, lang),
            why: one.purpose && purposes(one.purpose),
          };
          return (
            <li key={one.id}>
              <span className="t-mark out">
                <Icon of={IconMapPinUp} size="s" />
              </span>
              <div>
                <b>{one.country ? t("where.to", { name: one.recipientName, country: formatCountry(one.country, lang) }) : one.recipientName}</b>
                <small className="faint num">
                  {one.purpose ? t("where.line", values) : t("where.lineNoWhy", values)}
                  {one.retention && `. ${t("where.keeps", { text: one.retention })}`}
                </small>
              </div>
            </li>
          );
        })}
        <li>
          <span className="t-mark">
            <Icon of={IconServer2} size="s" />
          </span>
          <div>
            <b>{t("where.server")}</b>
            <small className="faint num">
              {t("where.stored", { date: formatMoment(details.asset.createdAt, lang), size: formatBytes(details.asset.bytes, lang) })}
            </small>
          </div>
        </li>
      </ol>
      {away.length === 0 && <p className="hint">{t("where.nothing")}</p>}
    </>
  );
}

function HowLong({ details }: { details: Details }) {
  const { t } = useTranslation("asset");
  const lang = useLang();
  const { expiresAt, reason } = details.howLongKept;
  return (
    <div>
      <p className="strong num">{expiresAt ? t("long.until", { date: formatDate(expiresAt, lang) }) : t("long.always")}</p>
      <p className="hint">{reason}</p>
    </div>
  );
}

/** Takes what is in the details back to the composer. */
export function useSettingsAgain(): (details: Details) => void {
  const navigate = useNavigate();
  return (details) => {
    handToComposer({
      modelId: details.asset.modelId,
      kind: details.asset.kind,
      prompt: details.asset.prompt,
      negativePrompt: details.negativePrompt,
      options: details.options,
      ...(details.seed && /^\d{1,15}$/.test(details.seed) && { seed: Number(details.seed) }),
    });
    void navigate({ to: "/" });
  };
}

function Made({ details, className, level }: { details: Details; className: string; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const { t, i18n } = useTranslation(["asset", "common"]);
  const lang = useLang();
  const again = useSettingsAgain();
  const { asset } = details;
  const copy = async (text: string) => {
    const worked = await copyText(text);
    toast(worked ? { message: t("common:action.copied") } : { tone: "bad", message: t("common:toast.notCopied") });
  };
  const term = details.digitalSourceType?.split("/").pop();
  const known = term !== undefined && i18n.exists(`asset:made.source.${term}`);
  return (
    <section className={className} aria-label={t("made.title")}>
      <Heading className="h-s">{t("made.title")}</Heading>
      {asset.origin === "uploaded" && <p className="mute">{t("made.brought")}</p>}
      {asset.prompt && (
        <div className="d-prompt">
          <p>{asset.prompt}</p>
          <IconButton icon={IconCopy} label={t("made.copyPrompt")} size="sm" onClick={() => void copy(asset.prompt ?? "")} />
        </div>
      )}
      <dl className="dl num">
        {asset.modelName && (
          <>
            <dt>{t("made.model")}</dt>
            <dd>
              {asset.modelName}
              {details.providerName && details.providerName !== asset.modelName && `, ${details.providerName}`}
            </dd>
          </>
        )}
        {asset.fileName && (
          <>
            <dt>{t("made.file")}</dt>
            <dd>{asset.fileName}</dd>
          </>
        )}
        <dt>{t("made.size")}</dt>
        <dd>{t("made.sizeValue", { w: asset.width, h: asset.height, type: asset.mediaType.split("/").pop()?.toUpperCase() })}</dd>
        {asset.durationMillis !== undefined && (
          <>
            <dt>{t("made.length")}</dt>
            <dd>{formatNumber(asset.durationMillis / 1000, lang, 1)} s</dd>
          </>
        )}
        {details.seed !== undefined && (
          <>
            <dt>{t("made.seed")}</dt>
            <dd>
              <button
                type="button"
                className="link plain"
                aria-label={t("made.copySeed", { seed: details.seed })}
                onClick={() => void copy(details.seed ?? "")}
              >
                {details.seed}
              </button>
            </dd>
          </>
        )}
        <OtherOptions details={details} />
        {details.negativePrompt && (
          <>
            <dt>{t("made.left")}</dt>
            <dd>{details.negativePrompt}</dd>
          </>
        )}
        {details.credits !== undefined && (
          <>
            <dt>{t("made.cost")}</dt>
            <dd>{details.credits === 0 ? t("made.free") : t("made.credits", { count: details.credits })}</dd>
          </>
        )}
        {term && (
          <>
            <dt>{t("made.mark")}</dt>
            <dd>{t("made.markValue", { term: known ? t(`made.source.${term as "algorithmicMedia"}`) : term })}</dd>
          </>
        )}
      </dl>
      {details.notes?.map((note) => (
        <p className="hint" key={note}>
          {note}
        </p>
      ))}
      {asset.origin === "generated" && (
        <Button size="sm" icon={IconCopy} className="start" onClick={() => again(details)}>
          {t("made.use")}
        </Button>
      )}
    </section>
  );
}

const SHOWN_ELSEWHERE = new Set(["seed", "width", "height", "size"]);

interface Titled {
  title?: string;
}

/** The options that the model's own words name; what only counts with a picture to begin from is left out without one. */
function OtherOptions({ details }: { details: Details }) {
  const lang = useLang();
  const models = useQuery(modelsQuery).data?.items;
  const properties = (models?.find((one) => one.id === details.asset.modelId)?.options.properties ?? {}) as Record<string, Titled>;
  const fromPicture = (details.references?.length ?? 0) > 0;
  const rest = Object.entries(details.options ?? {}).filter(
    ([name, value]) => !SHOWN_ELSEWHERE.has(name) && (name !== "strength" || fromPicture) && ["string", "number"].includes(typeof value) && value !== "",
  );
  return (
    <>
      {rest.map(([name, value]) => (
        <div className="contents" key={name}>
          <dt>{properties[name]?.title ?? spoken(name)}</dt>
          <dd>{typeof value === "number" ? formatNumber(value, lang, 2) : String(value)}</dd>
        </div>
      ))}
    </>
  );
}

/** "style-strength" is "Style strength". */
function spoken(name: string): string {
  const words = name.replaceAll(/[_-]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
