/** The first-run wizard: the administrator, who may use it, the plugins, how long things are kept. */
export { SetupPage } from "./SetupPage";
