/** What a person asks a model for, before it is made: its options, its price and who would get it, and sending it once. */
export { Cost, useBefore } from "./Before";
export * from "./schema";
export { sizeFor } from "./sizeFor";
export { takesMask, useMaskable } from "./useMaskable";
export { useWish, type Wish } from "./useWish";
