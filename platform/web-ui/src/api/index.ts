export { type AssetFilter, assetPages, parseAssetFilter } from "./assetFilter";
export { useBalance } from "./balance";
export { api, BASE, body, done, idempotencyKey, media, type Schemas, upload } from "./client";
export { type EventMessage, type EventState, followEvents } from "./events";
export { ApiProblem, isProblem } from "./problem";
export {
  ASSETS,
  applyEvent,
  assetsChanged,
  balanceQuery,
  GENERATIONS,
  healthQuery,
  modelsQuery,
  oneGeneration,
  operatorQuery,
  pluginsQuery,
  privacyPageQuery,
  putGeneration,
  signUpInfoQuery,
} from "./queries";
export { replaceSession, type Session, sessionQuery, useHas, useMay, useSession, useSignOut } from "./session";
