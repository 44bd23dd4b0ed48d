import type { Schemas } from "./world";

const SKIES: readonly [string, string, string][] = [
  ["#d9622b", "#f3b562", "#3a2230"],
  ["#8fa6ad", "#d7dcd6", "#2c3a36"],
  ["#c98a3f", "#f0d29a", "#4a3826"],
  ["#141b34", "#3c4a7a", "#0a0d18"],
  ["#2a5d7c", "#9cc4d4", "#12303b"],
  ["#e2a03a", "#f7dd9c", "#7a4a1c"],
  ["#1b2438", "#52628a", "#0b1120"],
  ["#d58aa0", "#f4d3cf", "#5a4a63"],
];

/** A landscape of three flat colours: small, the same each time, and easy to compress as a baseline. */
export function picture(n: number, asset?: Schemas["Asset"]): string {
  const [top, low, ground] = SKIES[n % SKIES.length] ?? SKIES[0] ?? ["#888", "#ccc", "#333"];
  const w = asset?.width ?? 900;
  const h = asset?.height ?? 600;
  const y = (share: number) => Math.round(h * share);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">
<rect width="${w}" height="${h}" fill="${top}"/><rect y="${y(0.38)}" width="${w}" height="${y(0.62)}" fill="${low}"/>
<circle cx="${Math.round(w * (0.3 + (n % 5) * 0.1))}" cy="${y(0.4)}" r="${y(0.09)}" fill="#fff" opacity=".8"/>
<path d="M0 ${y(0.66)} L${Math.round(w * 0.22)} ${y(0.44)} L${Math.round(w * 0.4)} ${y(0.62)} L${Math.round(w * 0.68)} ${y(0.36)} L${w} ${y(0.64)} V${h} H0Z" fill="${ground}" opacity=".7"/>
<rect y="${y(0.78)}" width="${w}" height="${y(0.22)}" fill="${ground}"/></svg>`;
}
