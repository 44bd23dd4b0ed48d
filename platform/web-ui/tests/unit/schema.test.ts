import { describe, expect, it } from "vitest";
import { carried, chosenShape, defaultsOf, fieldsOf, ratioLabel, sendable } from "../../src/features/wish/schema";

const schema = {
  type: "object",
  properties: {
    width: { type: "integer", minimum: 256, maximum: 1536, multipleOf: 64, default: 768 },
    height: { type: "integer", minimum: 256, maximum: 1536, multipleOf: 64, default: 512 },
    style: { type: "string", title: "Style", enum: ["photographic", "oil", "drawing", "watercolour", "ink", "pastel"], default: "oil" },
    count4: { type: "integer", enum: [1, 2, 4], default: 1 },
    detail: { type: "number", minimum: 0, maximum: 1, default: 0.7 },
    sound: { type: "boolean", default: false },
    note: { type: "string", maxLength: 20 },
    steps: { type: "integer" },
    seed: { type: "integer", minimum: 0, maximum: 9 },
    fixed: { const: 3 },
    odd: { type: "array" },
  },
};

const field = (name: string) => fieldsOf(schema).find((one) => one.name === name);

describe("controls from a JSON Schema", () => {
  it("draws one control a property, and none for what it cannot draw", () => {
    expect(fieldsOf(schema).map((one) => `${one.name} ${one.control}`)).toEqual([
      "width shape",
      "style select",
      "count4 segments",
      "detail range",
      "sound switch",
      "note text",
      "steps number",
      "seed seed",
    ]);
  });

  it("offers shapes of about the default area, on the model's grid and within its limits", () => {
    const shapes = field("width");
    if (shapes?.control !== "shape") throw new Error("no shapes");
    expect(shapes.shapes.map((shape) => shape.label)).toEqual(["1:1", "3:2", "16:9", "4:5", "2:3", "9:16"]);
    for (const shape of shapes.shapes) {
      expect(shape.width % 64).toBe(0);
      expect(shape.height % 64).toBe(0);
      expect(shape.width).toBeGreaterThanOrEqual(256);
      expect(shape.width * shape.height).toBeGreaterThan(768 * 512 * 0.75);
      expect(shape.width * shape.height).toBeLessThan(768 * 512 * 1.25);
    }
    expect(chosenShape(shapes.shapes, { width: 768, height: 512 })?.label).toBe("3:2");
    expect(chosenShape(shapes.shapes, { width: 1, height: 2 })).toBeUndefined();
  });

  it("reads sizes and proportions given as words", () => {
    const [size] = fieldsOf({ properties: { size: { enum: ["1024x1024", "1536x1024"], default: "1024x1024" } } });
    expect(size?.control === "shape" && size.shapes.map((shape) => shape.label)).toEqual(["1:1", "3:2"]);
    const [ratio] = fieldsOf({ properties: { aspectRatio: { type: "string", enum: ["16:9", "9:16"] } } });
    expect(ratio?.control === "shape" && ratio.shapes[1]?.values).toEqual({ aspectRatio: "9:16" });
  });

  it("makes nothing of a schema without properties", () => {
    expect(fieldsOf({})).toEqual([]);
    expect(fieldsOf({ properties: null })).toEqual([]);
  });

  it("keeps of another model's values what this one takes", () => {
    expect(carried(schema, { style: "ink", detail: 7, sound: "yes", unknown: 1, width: 1024 })).toEqual({ ...defaultsOf(schema), style: "ink", width: 1024 });
    expect(carried(schema, { style: "cubist" }).style).toBe("oil");
  });

  it("sends only what the schema knows and nothing empty", () => {
    expect(sendable(schema, { style: "oil", seed: undefined, note: "", unknown: 1 })).toEqual({ style: "oil" });
  });

  it("names proportions as people do", () => {
    expect(ratioLabel(768, 512)).toBe("3:2");
    expect(ratioLabel(576, 1024)).toBe("9:16");
    expect(ratioLabel(1344, 768)).toBe("16:9");
    expect(ratioLabel(1000, 100)).toBe("1000 × 100");
  });
});
