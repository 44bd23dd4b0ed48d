/**
 * Numbers, dates and sizes in the person's language. Dates read "24 Nov 2026", sizes "2.4 MB", as the design asks.
 * All functions are pure: they take the language and, where it matters, the present moment.
 */
export type Tag = "en" | "de";

const LOCALE: Record<Tag, string> = { en: "en-GB", de: "de-DE" };

export function formatNumber(value: number, lang: Tag, digits = 0): string {
  return new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: digits }).format(value);
}

/** "24 Nov 2026", "24. Nov. 2026". */
export function formatDate(iso: string, lang: Tag): string {
  return new Intl.DateTimeFormat(LOCALE[lang], { day: "numeric", month: "short", year: "numeric" }).format(new Date(iso));
}

/** "14:02". */
export function formatTime(iso: string, lang: Tag): string {
  return new Intl.DateTimeFormat(LOCALE[lang], { hour: "2-digit", minute: "2-digit" }).format(new Date(iso));
}

/** "24 Nov 2026, 14:02". */
export function formatMoment(iso: string, lang: Tag): string {
  return `${formatDate(iso, lang)}, ${formatTime(iso, lang)}`;
}

/** The local calendar day as a key, "2026-11-24": items of one day share it. */
export function dayKey(iso: string): string {
  const at = new Date(iso);
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}

/** Whole local days from `now` to the moment; 0 is today, -1 yesterday. */
export function daysFrom(now: Date, iso: string): number {
  const at = new Date(iso);
  const start = (d: Date) => Date.UTC(d.getFullYear(), d.getMonth(), d.getDate());
  return Math.round((start(at) - start(now)) / 86_400_000);
}

/** "today", "yesterday", else "Saturday, 21 November", with the year where it is another one. */
export function formatDay(iso: string, lang: Tag, now: Date): string {
  const days = daysFrom(now, iso);
  if (days === 0 || days === -1) {
    const word = new Intl.RelativeTimeFormat(LOCALE[lang], { numeric: "auto" }).format(days, "day");
    return word.charAt(0).toLocaleUpperCase(LOCALE[lang]) + word.slice(1);
  }
  const at = new Date(iso);
  const near = at.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(
    LOCALE[lang],
    near ? { weekday: "long", day: "numeric", month: "long" } : { day: "numeric", month: "long", year: "numeric" },
  ).format(at);
}

/** "now", "12 min ago", "2 h ago", then the date. */
export function formatAgo(iso: string, lang: Tag, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - new Date(iso).getTime()) / 1000);
  const rel = new Intl.RelativeTimeFormat(LOCALE[lang], { numeric: "auto", style: "short" });
  if (seconds < 60) return rel.format(0, "second");
  if (seconds < 3600) return rel.format(-Math.floor(seconds / 60), "minute");
  if (seconds < 86_400) return rel.format(-Math.floor(seconds / 3600), "hour");
  if (seconds < 7 * 86_400) return rel.format(-Math.floor(seconds / 86_400), "day");
  return formatDate(iso, lang);
}

/** "312 bytes", "640 kB", "2.1 MB": decimal units, one digit under ten. */
export function formatBytes(bytes: number, lang: Tag): string {
  if (bytes < 1000) return new Intl.NumberFormat(LOCALE[lang], { style: "unit", unit: "byte", unitDisplay: "long" }).format(bytes);
  const units = ["kB", "MB", "GB", "TB"];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(value, lang, value < 9.95 && unit > 0 ? 1 : 0)}\u00a0${units[unit]}`;
}

/** "0:06", "1:02:03" for players and badges. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const h = Math.floor(whole / 3600);
  const m = Math.floor((whole % 3600) / 60);
  const s = String(whole % 60).padStart(2, "0");
  return h > 0 ? `${h}:${String(m).padStart(2, "0")}:${s}` : `${m}:${s}`;
}

/** "20 s", "3 min", "2 h", "30 days": the largest unit that reads well. */
export function formatSpan(seconds: number, lang: Tag): string {
  const unit = (value: number, name: "hour" | "day") => new Intl.NumberFormat(LOCALE[lang], { style: "unit", unit: name, unitDisplay: "long" }).format(value);
  if (seconds < 9.95 && seconds % 1 !== 0) return `${formatNumber(seconds, lang, 1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  if (seconds < 48 * 3600) return unit(Math.round(seconds / 3600), "hour");
  return unit(Math.round(seconds / 86_400), "day");
}

/** "3rd", "3.": a place in the queue. */
export function formatOrdinal(n: number, lang: Tag): string {
  if (lang === "de") return `${n}.`;
  const suffix = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" };
  return `${n}${suffix[new Intl.PluralRules("en", { type: "ordinal" }).select(n)]}`;
}

/** The country's name in the person's language, "Germany" for "DE"; the code itself where it is no region. */
export function formatCountry(code: string, lang: Tag): string {
  try {
    return new Intl.DisplayNames([LOCALE[lang]], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Two letters for the round mark of a person: "Lena Hartwig" is LH, "lena@example.org" is L. */
export function initials(name: string): string {
  const words =
    name
      .split("@")[0]
      ?.split(/[\s._-]+/)
      .filter(Boolean) ?? [];
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}
