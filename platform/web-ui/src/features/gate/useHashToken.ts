import { useState } from "react";

/** The token behind `#`. Read once; a browser never sends this part of an address. Empty where there is none that could be one. */
export function useHashToken(): string {
  const [token] = useState(() => {
    const found = decodeURIComponent(window.location.hash.slice(1));
    return /^[A-Za-z0-9_-]{16,200}$/.test(found) ? found : "";
  });
  return token;
}
