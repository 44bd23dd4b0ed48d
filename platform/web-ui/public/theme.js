// Runs before the first paint, so that a person who chose dark never sees a white flash. Reads one word, sets one attribute.
(() => {
  try {
    const kept = localStorage.getItem("theme");
    const dark = kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
    document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  } catch {
    // Storage may be closed to us; the system's choice then holds through color-scheme.
  }
})();
