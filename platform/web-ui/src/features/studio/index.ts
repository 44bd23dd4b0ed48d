/** The studio: the composer, what runs, and what is finished by day. */
export { StudioPage } from "./StudioPage";
