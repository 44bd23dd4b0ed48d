/** The full view of one piece: zoom, film player, neighbours, and all that is known about it. */
export { FullView } from "./FullView";
