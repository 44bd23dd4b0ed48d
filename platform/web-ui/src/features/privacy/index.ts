/** The public privacy page, written from what runs. */
export { PrivacyPage } from "./PrivacyPage";
