import { IconChevronDown, IconSearch, IconUserPlus, IconUsers } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "@/api";
import { buttonClass, Empty, Failed, formatAgo, Icon, initials, ListEnd, Menu, RowSkeletons, useLang, useNow, useTitle } from "@/shared";
import { PersonDetail } from "./PersonDetail";

export type Person = Schemas["Person"];

/** Who is here and what they may do. Counts, never content. */
export function PeoplePage() {
  const { t } = useTranslation("admin");
  useTitle(t("tab.people"));
  const { personId } = useParams({ strict: false });
  const [q, setQ] = useState("");
  const [role, setRole] = useState<Schemas["Role"]>();
  const [state, setState] = useState<Schemas["PersonState"]>();
  const wanted = q.trim();
  const people = useInfiniteQuery({
    queryKey: ["people", wanted, role, state],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/admin/people", {
          params: {
            query: { limit: 50, ...(wanted && { q: wanted }), ...(role && { role }), ...(state && { state }), ...(pageParam && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page: Schemas["PersonPage"]) => page.next,
  });
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  const fromList = items.find((person) => person.id === personId);
  const one = useQuery({
    queryKey: ["people", "one", personId],
    queryFn: () => body(api.GET("/admin/people/{personId}", { params: { path: { personId: personId ?? "" } } })),
    enabled: personId !== undefined,
    ...(fromList && { initialData: fromList }),
  });
  const shown = personId ? one.data : items[0];
  return (
    <>
      <div className="filterbar">
        <search className="with-icon">
          <Icon of={IconSearch} size="s" />
          <label className="vh" htmlFor="people-q">
            {t("people.search")}
          </label>
          <input
            className="input"
            id="people-q"
            type="search"
            maxLength={200}
            placeholder={t("people.search")}
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        </search>
        <fieldset className="scroll-x">
          <legend className="vh">{t("people.filters")}</legend>
          <Choice
            label={t("people.role")}
            value={role}
            options={["user", "admin"] as const}
            word={(one) => t(`role.${one}`)}
            all={t("people.all")}
            onChange={setRole}
          />
          <Choice
            label={t("people.state")}
            value={state}
            options={["active", "suspended"] as const}
            word={(one) => t(`personState.${one}`)}
            all={t("people.all")}
            onChange={setState}
          />
        </fieldset>
        <Link className={buttonClass({}, false, "end-a")} to="/admin/invites">
          <Icon of={IconUserPlus} size="s" />
          {t("people.invite")}
        </Link>
      </div>
      <div className="sup ppl">
        <section className="card sup-list" aria-label={t("tab.people")}>
          {people.isError && !people.data ? (
            <Failed error={people.error} retry={() => void people.refetch()} />
          ) : people.isPending ? (
            <div className="card-pad">
              <RowSkeletons rows={5} />
            </div>
          ) : items.length === 0 ? (
            <Empty icon={IconUsers} title={t("people.none")}>
              {t("people.noneText")}
            </Empty>
          ) : (
            <>
              <ul>
                {items.map((person) => (
                  <PersonRow key={person.id} person={person} current={person.id === shown?.id} />
                ))}
              </ul>
              <div className="sup-end">
                <ListEnd list={people} end={t("people.end")} />
              </div>
            </>
          )}
        </section>
        <div className="stack stack-5">
          {shown ? (
            <PersonDetail key={shown.id} person={shown} />
          ) : one.isError ? (
            <div className="card">
              <Failed error={one.error} retry={() => void one.refetch()} />
            </div>
          ) : (
            people.isPending && (
              <div className="card card-pad">
                <RowSkeletons rows={4} />
              </div>
            )
          )}
        </div>
      </div>
    </>
  );
}

function Choice<T extends string>({
  label,
  value,
  options,
  word,
  all,
  onChange,
}: {
  label: string;
  value: T | undefined;
  options: readonly T[];
  word: (value: T) => string;
  all: string;
  onChange: (value: T | undefined) => void;
}) {
  return (
    <Menu
      label={label}
      target={
        <button type="button" className={value ? "chip is-on" : "chip"}>
          {value ? word(value) : label}
          <Icon of={IconChevronDown} size="s" />
        </button>
      }
      entries={[
        { label: all, checked: value === undefined, run: () => onChange(undefined) },
        ...options.map((option) => ({ label: word(option), checked: option === value, run: () => onChange(option) })),
      ]}
    />
  );
}

function PersonRow({ person, current }: { person: Person; current: boolean }) {
  const { t } = useTranslation("admin");
  const lang = useLang();
  const now = useNow();
  return (
    <li>
      <Link to="/admin/people/$personId" params={{ personId: person.id }} aria-current={current ? "true" : undefined}>
        <span className="avatar" aria-hidden="true">
          {initials(person.email)}
        </span>
        <span className="grow">
          <span className="row between">
            <b className="cut">{person.email}</b>
            <small className="faint num nowrap">{person.lastSeenAt ? formatAgo(person.lastSeenAt, lang, now) : "–"}</small>
          </span>
          <span className="row th-b">
            <span className="badge">{t(`role.${person.role}`)}</span>
            {person.state === "suspended" && <span className="badge badge-bad">{t("personState.suspended")}</span>}
            {person.you && <span className="badge badge-ok">{t("people.you")}</span>}
            {person.items !== undefined && <small className="faint num end-a">{t("people.items", { count: person.items })}</small>}
          </span>
        </span>
      </Link>
    </li>
  );
}
