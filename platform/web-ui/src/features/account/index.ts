/** The account: profile, password, where one is signed in, API keys, credits, what left the server, and leaving. */
export { AccountPage } from "./AccountPage";
