import { IconCopy, IconKey } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { copyText } from "./copy";
import { Icon } from "./Icon";
import { toast } from "./toast";

/** A secret that is shown once: copying is the main act, it stays until the person says that they have it. */
export function ShownOnce({
  title,
  text,
  label,
  value,
  done,
  onDone,
}: {
  title: string;
  text: string;
  label: string;
  value: string;
  done: string;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const worked = await copyText(value);
    setCopied(worked);
    if (!worked) {
      field.current?.select();
      toast({ tone: "bad", message: t("toast.notCopied") });
    }
  };
  return (
    <div className="card key-new" role="status">
      <div className="row row-3 top-a">
        <Icon of={IconKey} />
        <div className="grow">
          <p className="strong">{title}</p>
          <p className="small mute">{text}</p>
        </div>
      </div>
      <div className="join">
        <input ref={field} className="input mono" aria-label={label} readOnly value={value} onFocus={(event) => event.target.select()} />
        <Button look="primary" icon={IconCopy} onClick={() => void copy()}>
          {copied ? t("action.copied") : t("action.copy")}
        </Button>
      </div>
      <div className="row between wrap">
        <span />
        <Button size="sm" onClick={onDone}>
          {done}
        </Button>
      </div>
    </div>
  );
}
