import "@/styles/gate.css";
import "@/styles/admin.css";
import { IconArrowLeft, IconCheck, IconTerminal2 } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas, sessionQuery, useSession } from "@/api";
import { Brand, Button, Empty, Failed, Icon, LanguageButton, RowSkeletons, ThemeButton, useTitle } from "@/shared";
import { AdministratorStep, setupTokenInAddress } from "./AdministratorStep";
import { PluginsStep } from "./PluginsStep";
import { ReviewStep } from "./ReviewStep";
import { AccessStep, RetentionStep } from "./SettingsSteps";
import { SoFar } from "./SoFar";

type StepId = Schemas["WizardStepId"];
const STEPS: readonly StepId[] = ["administrator", "access", "plugins", "retention", "review"];

/** `/setup#token`: makes the administrator, then leads through what must be decided once. Everything can be changed later. */
export function SetupPage() {
  const { t } = useTranslation("setup");
  useTitle(t("title"));
  const session = useSession();
  const mayGoOn = session.signedIn && session.permissions.includes("admin:settings");
  if (!mayGoOn) {
    if (!session.setupOpen) return <Navigate to={session.signedIn ? "/" : "/sign-in"} />;
    return (
      <SetupFrame>
        <StepsNav now="administrator" done={[]} />
        {setupTokenInAddress() ? (
          <section className="card" aria-labelledby="w-h">
            <StepHead step="administrator" />
            <AdministratorStep />
          </section>
        ) : (
          <TokenNeeded />
        )}
        <SoFar />
      </SetupFrame>
    );
  }
  return (
    <SetupFrame>
      <Wizard />
      <SoFar />
    </SetupFrame>
  );
}

function Wizard() {
  const { t } = useTranslation("setup");
  const client = useQueryClient();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<StepId>();
  const wizard = useQuery({ queryKey: ["wizard"], queryFn: () => body(api.GET("/admin/setup")) });
  const mark = useMutation({
    mutationFn: (step: StepId) => body(api.PUT("/admin/setup/steps/{step}", { params: { path: { step } } })),
    onSuccess: (next) => client.setQueryData(["wizard"], next),
  });
  if (wizard.isError) {
    return (
      <section className="card two-cols">
        <Failed level={1} error={wizard.error} retry={() => void wizard.refetch()} />
      </section>
    );
  }
  if (!wizard.data) {
    return (
      <section className="card card-pad two-cols">
        <h1 className="vh">{t("title")}</h1>
        <RowSkeletons rows={5} />
      </section>
    );
  }
  const done = wizard.data.steps.filter((step) => step.done).map((step) => step.id);
  const now = chosen ?? STEPS.find((step) => step !== "administrator" && !done.includes(step)) ?? "review";
  const place = STEPS.indexOf(now);
  const goOn = async () => {
    await mark.mutateAsync(now);
    const next = STEPS[place + 1];
    if (next) {
      setChosen(next);
      document.getElementById("w-h")?.focus();
    } else {
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await navigate({ to: "/" });
    }
  };
  const foot = (save?: () => Promise<void>, busy = false) => (
    <div className="card-foot">
      {place > 1 ? (
        <Button look="quiet" icon={IconArrowLeft} onClick={() => setChosen(STEPS[place - 1])}>
          {t("back")}
        </Button>
      ) : (
        <span />
      )}
      <span className="row">
        {now !== "review" && (
          <Button look="quiet" onClick={() => setChosen(STEPS[place + 1])}>
            {t("later")}
          </Button>
        )}
        <Button
          look="primary"
          busy={busy || mark.isPending}
          onClick={() => {
            // A fault of a field is shown beside it; the step then stays where it is.
            (save ? save() : Promise.resolve()).then(goOn, () => undefined);
          }}
        >
          {now === "review" ? t("finish") : t("next")}
        </Button>
      </span>
    </div>
  );
  return (
    <>
      <StepsNav now={now} done={done} />
      <section className="card" aria-labelledby="w-h">
        <StepHead step={now} />
        {now === "access" && <AccessStep foot={foot} />}
        {now === "plugins" && <PluginsStep foot={foot} />}
        {now === "retention" && <RetentionStep foot={foot} />}
        {now === "review" && <ReviewStep foot={foot} />}
      </section>
    </>
  );
}

function StepHead({ step }: { step: StepId }) {
  const { t } = useTranslation("setup");
  return (
    <div className="card-pad step-head">
      <p className="small faint num">{t("step", { n: STEPS.indexOf(step) + 1, of: STEPS.length })}</p>
      <h1 id="w-h" tabIndex={-1}>
        {t(`name.${step}`)}
      </h1>
      <p className="mute lead">{t(`lead.${step}`)}</p>
    </div>
  );
}

function StepsNav({ now, done }: { now: StepId; done: readonly StepId[] }) {
  const { t } = useTranslation("setup");
  return (
    <nav aria-label={t("steps")}>
      <ol className="steps-nav">
        {STEPS.map((step, place) => {
          const isDone = done.includes(step) && step !== now;
          return (
            <li key={step} className={step === now ? "now" : isDone ? "done" : undefined} aria-current={step === now ? "step" : undefined}>
              <span className="n num">{isDone ? <Icon of={IconCheck} size="s" /> : place + 1}</span>
              <span>
                {t(`name.${step}`)}
                {isDone && <span className="vh">{t("done")}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function TokenNeeded() {
  const { t } = useTranslation("setup");
  return (
    <section className="card">
      <Empty level={1} icon={IconTerminal2} title={t("token.needed")} action={<code className="badge">{t("token.command")}</code>}>
        {t("token.neededText")}
      </Empty>
    </section>
  );
}

function SetupFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation(["setup", "common"]);
  const session = useSession();
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <div className="setup">
        <header className="pub-top">
          <Link className="brand" to="/" aria-label={t("common:nav.home")}>
            <Brand />
          </Link>
          <span className="end row">
            <span className="small faint num hide-s">{t("version", { version: session.version })}</span>
            <LanguageButton />
            <ThemeButton />
          </span>
        </header>
        <main id="main" className="setup-main">
          {children}
        </main>
      </div>
    </>
  );
}
