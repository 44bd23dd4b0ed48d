/** One piece, wherever it is shown: its thumbnail, marks, three answers, details, and what can be done with it. */
export { averageColour } from "./blur";
export { type Draft, draftOf, handToComposer, onDraft, takeDraft } from "./draft";
export { useCategories, useFacts, usePurposes } from "./facts";
export { type Asset, Marks, ratioStyle, Thumb, useAlt } from "./Picture";
export { DetailSections, type Details, useSettingsAgain } from "./Sections";
export { useDelete } from "./useDelete";
export { useDetails } from "./useDetails";
