/**
 * Messages come from files, one per feature and language, and are loaded with the feature that shows them.
 * English is the source; the test `messages.test.ts` fails where another language lacks a key or a parameter.
 */
import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";

export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

type MessageFile = { default: Record<string, unknown> };
const files: Record<string, () => Promise<MessageFile>> = {
  ...import.meta.glob<MessageFile>("./common/*.json"),
  ...import.meta.glob<MessageFile>("../features/*/messages/*.json"),
};

const backend: BackendModule = {
  type: "backend",
  init() {},
  read(language, namespace, done) {
    const path = namespace === "common" ? `./common/${language}.json` : `../features/${namespace}/messages/${language}.json`;
    const load = files[path];
    if (!load) {
      done(new Error(`No messages at ${path}`), false);
      return;
    }
    load().then(
      (file) => done(null, file.default),
      (failure: unknown) => done(failure instanceof Error ? failure : new Error(String(failure)), false),
    );
  },
};

const KEPT = "language";

export function isLanguage(value: string | null | undefined): value is Language {
  return value !== null && value !== undefined && value in LANGUAGES;
}

/** The person's own choice, else the first language of the browser that we speak, else English. */
export function initialLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (isLanguage(kept)) return kept;
  for (const wish of navigator.languages) {
    const short = wish.split("-")[0];
    if (isLanguage(short)) return short;
  }
  return "en";
}

export async function startMessages(): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: initialLanguage(),
      fallbackLng: false,
      ns: ["common"],
      defaultNS: "common",
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: true },
    });
  markPage(language());
  i18next.on("languageChanged", (next) => markPage(next as Language));
}

function markPage(next: Language): void {
  document.documentElement.lang = next;
  document.documentElement.dir = i18next.dir(next);
}

export function language(): Language {
  return isLanguage(i18next.language) ? i18next.language : "en";
}

export async function setLanguage(next: Language): Promise<void> {
  localStorage.setItem(KEPT, next);
  await i18next.changeLanguage(next);
}
