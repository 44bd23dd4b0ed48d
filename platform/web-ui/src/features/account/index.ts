/** The account: profile, password, where one is signed in, API keys, credits, and what left the server. */
export { AccountPage } from "./AccountPage";
