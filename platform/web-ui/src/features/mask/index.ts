/** Changing a part of a picture: painting where, saying what goes there, and looking at before and after. */
export { ChangePage } from "./ChangePage";
