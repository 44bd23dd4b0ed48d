import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api";

export const accountQuery = queryOptions({ queryKey: ["account"], queryFn: () => body(api.GET("/account")) });
export const sessionsQuery = queryOptions({ queryKey: ["account", "sessions"], queryFn: () => body(api.GET("/account/sessions")) });
export const keysQuery = queryOptions({ queryKey: ["account", "keys"], queryFn: () => body(api.GET("/account/api-keys")) });
