import type { ReactNode } from "react";
import type { SectionId } from "./AccountPage";

export function Section({ id, title, lead, aside, children }: { id: SectionId; title: string; lead?: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={id === "profile" ? "section first" : "section"} id={id} aria-labelledby={`${id}-h`}>
      <div className="section-head">
        <div>
          <h2 id={`${id}-h`}>{title}</h2>
          {lead && <p>{lead}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}
