import { describe, expect, it } from "vitest";
import { parseAssetFilter } from "../../src/api/assetFilter";
import { ApiProblem } from "../../src/api/problem";
import { averageColour } from "../../src/features/asset/blur";
import { secondsLeft, withoutCost } from "../../src/features/studio/Running";
import { dayKey, daysFrom, formatAgo, formatBytes, formatClock, formatDate, formatDay, formatOrdinal, formatSpan, initials } from "../../src/shared/format";

/** The space between number and unit does not break; here it is written as any other. */
const spaced = (text: string) => text.replaceAll("\u00a0", " ");

const NOW = new Date(2026, 10, 24, 14, 20);

describe("numbers and dates", () => {
  it("writes them as the language does", () => {
    expect(formatDate(new Date(2026, 10, 24).toISOString(), "en")).toBe("24 Nov 2026");
    expect(formatDate(new Date(2026, 10, 24).toISOString(), "de")).toBe("24. Nov. 2026");
    expect(spaced(formatBytes(312, "en"))).toBe("312 bytes");
    expect(spaced(formatBytes(640_000, "en"))).toBe("640 kB");
    expect(spaced(formatBytes(2_140_000, "en"))).toBe("2.1 MB");
    expect(spaced(formatBytes(2_140_000, "de"))).toBe("2,1 MB");
    expect(spaced(formatBytes(999_900, "en"))).toBe("1 MB");
    expect(formatSpan(3.1, "en")).toBe("3.1 s");
    expect(formatSpan(20, "de")).toBe("20 s");
    expect(formatSpan(86_400 * 30, "en")).toBe("30 days");
    expect(formatSpan(86_400 * 30, "de")).toBe("30 Tage");
    expect(formatClock(6)).toBe("0:06");
    expect(formatClock(3723)).toBe("1:02:03");
    expect([1, 2, 3, 4, 11, 21, 112].map((n) => formatOrdinal(n, "en"))).toEqual(["1st", "2nd", "3rd", "4th", "11th", "21st", "112th"]);
    expect(formatOrdinal(3, "de")).toBe("3.");
  });

  it("knows days by the calendar of the place", () => {
    const yesterday = new Date(2026, 10, 23, 23, 59).toISOString();
    expect(daysFrom(NOW, yesterday)).toBe(-1);
    expect(formatDay(yesterday, "en", NOW)).toBe("Yesterday");
    expect(formatDay(NOW.toISOString(), "de", NOW)).toBe("Heute");
    expect(dayKey(NOW.toISOString())).toBe("2026-11-24");
    expect(formatAgo(new Date(NOW.getTime() - 12 * 60_000).toISOString(), "en", NOW)).toContain("12 min");
  });

  it("makes letters of a name or an address", () => {
    expect(initials("Lena Hartwig")).toBe("LH");
    expect(initials("m.okafor@example.org")).toBe("MO");
    expect(initials("")).toBe("");
  });
});

describe("running work", () => {
  it("guesses what is left only when there is something to go by", () => {
    const startedAt = new Date(NOW.getTime() - 10_000).toISOString();
    expect(secondsLeft({ fraction: 0.5, startedAt }, NOW)).toBe(10);
    expect(secondsLeft({ fraction: 0.01, startedAt }, NOW)).toBeUndefined();
    expect(secondsLeft({ startedAt }, NOW)).toBeUndefined();
  });

  it("says the cost once", () => {
    expect(withoutCost("Luma did not answer. Nothing was charged.")).toBe("Luma did not answer.");
    expect(withoutCost("Luma did not answer.")).toBe("Luma did not answer.");
  });
});

describe("what comes from outside", () => {
  it("takes from the address only what it knows", () => {
    expect(parseAssetFilter({ q: "sea", kind: "video", days: 7, visibility: "everyone", soon: "yes", page: 3 })).toEqual({ q: "sea", kind: "video", days: 7 });
    expect(parseAssetFilter({ q: 2026, kind: "song", days: 8 })).toEqual({ q: "2026" });
  });

  it("reads a colour from a blur hash, and none from rubbish", () => {
    expect(averageColour("LEHV6nWB2yk8pyo0adR*.7kCMdnj")).toMatch(/^rgb\(\d+ \d+ \d+\)$/);
    expect(averageColour("x")).toBeUndefined();
    expect(averageColour("LE  6nWB")).toBeUndefined();
  });

  it("keeps a problem's code, fields and number", async () => {
    const answer = new Response(
      JSON.stringify({
        type: "/problems/options-invalid",
        title: "t",
        status: 400,
        errors: [
          { pointer: "/options/width", keyword: "maximum", detail: "At most 1536." },
          { parameter: "limit", keyword: "type", detail: "A number." },
        ],
      }),
      { status: 400, headers: { "Content-Type": "application/problem+json", "X-Request-Id": "r1" } },
    );
    const problem = await ApiProblem.from(answer);
    expect(problem.code).toBe("options-invalid");
    expect(problem.requestId).toBe("r1");
    expect(problem.fields()).toEqual({ "options.width": "At most 1536.", limit: "A number." });
  });

  it("takes an answer that is no problem for silence", async () => {
    const problem = await ApiProblem.from(new Response("<html>", { status: 502, headers: { "Content-Type": "text/html", "Retry-After": "7" } }));
    expect([problem.code, problem.status, problem.retryAfterSeconds]).toEqual(["unreachable", 502, 7]);
  });
});
