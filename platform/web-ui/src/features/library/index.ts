/** The library: the grid, its filters, choosing many, and the details beside it. */
export { LibraryPage } from "./LibraryPage";
