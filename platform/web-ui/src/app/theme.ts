import { createTheme, type MantineColorSchemeManager, type MantineColorsTuple } from "@mantine/core";

/** The colours live in `styles/tokens.css`. Mantine gets the same accent, so that what it draws itself (focus, menus) agrees. */
const amber: MantineColorsTuple = ["#fcf4e6", "#f8e6c8", "#f3d6a3", "#efc67c", "#ebb457", "#e8a33d", "#dd9629", "#b3711a", "#845000", "#5c3800"];

export const theme = createTheme({
  primaryColor: "amber",
  colors: { amber },
  autoContrast: true,
  defaultRadius: 8,
  fontFamily: "var(--font)",
  respectReducedMotion: true,
  focusRing: "never",
});

const KEPT = "theme";

// @Commitment("K2")
/** Keeps the choice under `theme`, which `public/theme.js` reads before the first paint. */
export const schemeManager: MantineColorSchemeManager = {
  get: (fallback) => {
    const kept = localStorage.getItem(KEPT);
    return kept === "light" || kept === "dark" ? kept : fallback;
  },
  set: (value) => {
    if (value === "auto") localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, value);
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => localStorage.removeItem(KEPT),
};
