/**
 * Turns the JSON Schema of a model's options into the controls that a person sees, and back into what is sent.
 * Pure: no drawing here. What a schema says beyond this is still checked by the service.
 */
export type OptionValues = Record<string, unknown>;

interface Base {
  name: string;
  title: string;
  hint?: string | undefined;
  advanced: boolean;
  order: number;
}

export interface Shape {
  label: string;
  width: number;
  height: number;
  /** What choosing it sets. */
  values: OptionValues;
}

export type OptionField = Base &
  (
    | { control: "shape"; shapes: readonly Shape[] }
    | { control: "segments" | "select"; choices: readonly (string | number)[]; numeric: boolean }
    | { control: "range"; min: number; max: number; step: number; fallback: number }
    | { control: "seed" | "number"; min: number | undefined; max: number | undefined }
    | { control: "switch" }
    | { control: "text"; maxLength: number | undefined }
  );

interface Property {
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  maxLength?: number;
  "x-order"?: number;
  "x-advanced"?: boolean;
}

const RATIO_NAMES = ["aspectRatio", "aspect_ratio", "ratio"];
const PRESETS: readonly [number, number][] = [
  [1, 1],
  [3, 2],
  [16, 9],
  [4, 5],
  [2, 3],
  [9, 16],
];
const MOST_SEGMENTS = 5;
const MOST_SHAPES = 8;

function propertiesOf(schema: Record<string, unknown>): Record<string, Property> {
  const found = schema.properties;
  return typeof found === "object" && found !== null ? (found as Record<string, Property>) : {};
}

function typeOf(property: Property): string {
  const type = Array.isArray(property.type) ? property.type.find((name) => name !== "null") : property.type;
  if (type) return type;
  return typeof (property.enum?.[0] ?? property.default);
}

/** The values that the schema itself starts with. */
export function defaultsOf(schema: Record<string, unknown>): OptionValues {
  const values: OptionValues = {};
  for (const [name, property] of Object.entries(propertiesOf(schema))) {
    if (property.default !== undefined) values[name] = property.default;
  }
  return values;
}

export function fieldsOf(schema: Record<string, unknown>): OptionField[] {
  const properties = propertiesOf(schema);
  const names = Object.keys(properties);
  const fields: OptionField[] = [];
  const shape = shapeField(properties);
  const taken = new Set(shape?.takes ?? []);
  if (shape) fields.push(shape.field);
  names.forEach((name, place) => {
    const property = properties[name];
    if (!property || taken.has(name) || property.const !== undefined) return;
    const field = fieldOf(name, property, place);
    if (field) fields.push(field);
  });
  return fields.sort((a, b) => a.order - b.order);
}

function baseOf(name: string, property: Property, place: number): Base {
  return {
    name,
    title: property.title ?? spoken(name),
    hint: property.description,
    advanced: property["x-advanced"] ?? name === "seed",
    order: property["x-order"] ?? (name === "seed" ? 900 : 100 + place),
  };
}

/** "guidanceScale" is "Guidance scale". */
function spoken(name: string): string {
  const words = name.replace(/[_-]+/g, " ").replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function fieldOf(name: string, property: Property, place: number): OptionField | undefined {
  const base = baseOf(name, property, place);
  const type = typeOf(property);
  if (property.enum) {
    const choices = property.enum.filter((one): one is string | number => typeof one === "string" || typeof one === "number");
    const short = choices.length <= MOST_SEGMENTS && choices.map(String).join("").length <= 20;
    return { ...base, control: short ? "segments" : "select", choices, numeric: typeof choices[0] === "number" };
  }
  if (type === "boolean") return { ...base, control: "switch" };
  if (type === "string") return { ...base, control: "text", maxLength: property.maxLength };
  if (type !== "integer" && type !== "number") return undefined;
  const { minimum: min, maximum: max } = property;
  if (name === "seed") return { ...base, control: "seed", min, max };
  if (min !== undefined && max !== undefined && (max - min) / (property.multipleOf ?? (type === "integer" ? 1 : 0.01)) <= 1000) {
    const step = property.multipleOf ?? (type === "integer" ? 1 : (max - min) / 100);
    return { ...base, control: "range", min, max, step, fallback: typeof property.default === "number" ? property.default : min };
  }
  return { ...base, control: "number", min, max };
}

function shapeField(properties: Record<string, Property>): { field: OptionField; takes: string[] } | undefined {
  const { size, width, height } = properties;
  if (size?.enum?.every((one) => typeof one === "string" && /^\d+\s*[x×]\s*\d+$/i.test(one))) {
    const shapes = size.enum.map((one) => {
      const [w = 1, h = 1] = String(one).split(/[x×]/i).map(Number);
      return shapeOf(w, h, { size: one });
    });
    return shapes.length <= MOST_SHAPES ? asField("size", size, shapes, ["size"]) : undefined;
  }
  for (const name of RATIO_NAMES) {
    const ratio = properties[name];
    if (ratio?.enum?.every((one) => typeof one === "string" && /^\d+(\.\d+)?:\d+(\.\d+)?$/.test(one)) && ratio.enum.length <= MOST_SHAPES) {
      const shapes = ratio.enum.map((one) => {
        const [w = 1, h = 1] = String(one).split(":").map(Number);
        return { label: String(one), width: w, height: h, values: { [name]: one } };
      });
      return asField(name, ratio, shapes, [name]);
    }
  }
  if (width && height && typeOf(width) === "integer" && typeOf(height) === "integer" && !width.enum && !height.enum) {
    return asField("width", { ...width, title: undefined as never, description: undefined as never }, presets(width, height), ["width", "height"]);
  }
  return undefined;
}

function asField(name: string, property: Property, shapes: Shape[], takes: string[]) {
  const labels = new Set(shapes.map((shape) => shape.label));
  const clear = labels.size === shapes.length ? shapes : shapes.map((shape) => ({ ...shape, label: `${shape.width} × ${shape.height}` }));
  const field: OptionField = {
    ...baseOf(name, property, 0),
    name,
    title: property.title ?? "",
    order: property["x-order"] ?? 0,
    advanced: false,
    control: "shape",
    shapes: clear,
  };
  return { field, takes };
}

function shapeOf(width: number, height: number, values: OptionValues): Shape {
  return { label: ratioLabel(width, height), width, height, values };
}

/** Known proportions at about the area of the default size, on the model's grid and within its limits. */
function presets(width: Property, height: Property): Shape[] {
  const w0 = typeof width.default === "number" ? width.default : Math.min(1024, width.maximum ?? 1024);
  const h0 = typeof height.default === "number" ? height.default : Math.min(1024, height.maximum ?? 1024);
  const area = w0 * h0;
  const snap = (value: number, limits: Property) => {
    const grid = limits.multipleOf ?? 8;
    const low = Math.ceil((limits.minimum ?? grid) / grid) * grid;
    const high = Math.floor((limits.maximum ?? 4096) / grid) * grid;
    return Math.min(high, Math.max(low, Math.round(value / grid) * grid));
  };
  const own = ratioLabel(w0, h0);
  const list = PRESETS.map(([a, b]) => {
    const label = `${a}:${b}`;
    if (label === own) return shapeOf(w0, h0, { width: w0, height: h0 });
    const w = snap(Math.sqrt((area * a) / b), width);
    const h = snap(Math.sqrt((area * b) / a), height);
    return { label, width: w, height: h, values: { width: w, height: h } };
  });
  if (!list.some((shape) => shape.label === own)) list.unshift(shapeOf(w0, h0, { width: w0, height: h0 }));
  return list;
}

const KNOWN: readonly [string, number][] = [
  ["1:1", 1],
  ["5:4", 1.25],
  ["4:3", 4 / 3],
  ["3:2", 1.5],
  ["16:9", 16 / 9],
  ["2:1", 2],
  ["21:9", 21 / 9],
];

/** "3:2" for 768 by 512; within two per cent the familiar name wins. */
export function ratioLabel(width: number, height: number): string {
  const upright = height > width;
  const ratio = upright ? height / width : width / height;
  const near = KNOWN.find(([, value]) => Math.abs(ratio - value) / value < 0.02);
  if (near) return upright ? near[0].split(":").reverse().join(":") : near[0];
  return `${width} × ${height}`;
}

/** Which of the shapes the values stand for; undefined where none fits. */
export function chosenShape(shapes: readonly Shape[], values: OptionValues): Shape | undefined {
  return shapes.find((shape) => Object.entries(shape.values).every(([name, value]) => values[name] === value));
}

/** What is sent: only names the schema knows, nothing empty. */
export function sendable(schema: Record<string, unknown>, values: OptionValues): OptionValues {
  const properties = propertiesOf(schema);
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => name in properties && value !== "" && value !== undefined && value !== null));
}

/** Values of another model carried over: those that this schema also has and that stay within its limits. */
export function carried(schema: Record<string, unknown>, values: OptionValues): OptionValues {
  const properties = propertiesOf(schema);
  const kept = defaultsOf(schema);
  for (const [name, value] of Object.entries(values)) {
    const property = properties[name];
    if (property && fits(property, value)) kept[name] = value;
  }
  return kept;
}

function fits(property: Property, value: unknown): boolean {
  if (property.enum) return property.enum.includes(value);
  switch (typeOf(property)) {
    case "integer":
    case "number":
      return typeof value === "number" && value >= (property.minimum ?? Number.NEGATIVE_INFINITY) && value <= (property.maximum ?? Number.POSITIVE_INFINITY);
    case "boolean":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string" && value.length <= (property.maxLength ?? Number.POSITIVE_INFINITY);
    default:
      return false;
  }
}
