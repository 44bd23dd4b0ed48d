import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api";

export const accountQuery = queryOptions({ queryKey: ["account"], queryFn: () => body(api.GET("/account")) });
export const sessionsQuery = queryOptions({ queryKey: ["account", "sessions"], queryFn: () => body(api.GET("/account/sessions")) });
export const erasureQuery = queryOptions({ queryKey: ["account", "erasure"], queryFn: () => body(api.GET("/account/erasure")) });
export const keysQuery = queryOptions({ queryKey: ["account", "keys"], queryFn: () => body(api.GET("/account/api-keys")) });
