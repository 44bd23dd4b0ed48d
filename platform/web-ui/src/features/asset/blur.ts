/** Reads the average colour out of a blur hash: the ground that a picture stands on until it has come. */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

export function averageColour(hash: string | undefined): string | undefined {
  if (!hash || hash.length < 6) return undefined;
  let value = 0;
  for (const letter of hash.slice(2, 6)) {
    const digit = DIGITS.indexOf(letter);
    if (digit < 0) return undefined;
    value = value * 83 + digit;
  }
  return `rgb(${(value >> 16) & 255} ${(value >> 8) & 255} ${value & 255})`;
}
