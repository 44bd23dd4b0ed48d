/**
 * A problem of RFC 9457 as the service states it, or the one we state ourselves when nobody answers.
 * `code` is the last part of `type` and is what code may branch on; `message` is for people.
 */
import type { components } from "./schema";

type Problem = components["schemas"]["Problem"];
type FieldError = components["schemas"]["FieldError"];

export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = "ApiProblem";
    this.code = problem.type.split("/").pop() ?? "unknown";
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
    this.retryAfterSeconds = problem.retryAfterSeconds;
    this.parameters = problem.parameters ?? {};
    this.errors = problem.errors ?? [];
  }

  /** Nobody answered, or something that is not ours did. Has no words of its own: the page says them in its language. */
  static unreachable(): ApiProblem {
    return new ApiProblem({ type: "/problems/unreachable", title: "", status: 503 });
  }

  static async from(response: Response): Promise<ApiProblem> {
    const wait = Number(response.headers.get("Retry-After"));
    const retry = Number.isFinite(wait) && wait > 0 ? { retryAfterSeconds: wait } : {};
    const requestId = response.headers.get("X-Request-Id");
    const rest = { ...retry, ...(requestId ? { requestId } : {}) };
    const kind = response.headers.get("Content-Type") ?? "";
    if (!kind.includes("json")) return new ApiProblem({ type: "/problems/unreachable", title: "", status: response.status, ...rest });
    try {
      const problem = (await response.json()) as Partial<Problem>;
      return new ApiProblem({
        ...rest,
        ...problem,
        type: problem.type ?? "/problems/unknown",
        title: problem.title ?? "",
        status: problem.status ?? response.status,
      });
    } catch {
      return new ApiProblem({ type: "/problems/unreachable", title: "", status: response.status, ...rest });
    }
  }

  /** Faults by field name: `/options/width` is "options.width", a parameter keeps its name. */
  fields(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const error of this.errors) {
      const name = error.parameter ?? error.pointer?.replace(/^\//, "").replaceAll("/", ".");
      if (name && !(name in found)) found[name] = error.detail;
    }
    return found;
  }
}

export function isProblem(value: unknown, code?: string): value is ApiProblem {
  return value instanceof ApiProblem && (code === undefined || value.code === code);
}
