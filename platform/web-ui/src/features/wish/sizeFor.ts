import { defaultsOf, fieldsOf, type OptionValues, sendable } from "./schema";

interface Limits {
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
}

/**
 * Option values with which a result has the size of a given picture, or comes nearest to its shape where the model does
 * not take that size. Values that say nothing of size stay at their defaults.
 */
export function sizeFor(schema: Record<string, unknown>, picture: { width: number; height: number }): OptionValues {
  const values = defaultsOf(schema);
  const { width, height } = (schema.properties ?? {}) as Record<string, Limits & { enum?: unknown }>;
  if (width && height && !width.enum && !height.enum) {
    const most = Math.min(1, (width.maximum ?? Number.POSITIVE_INFINITY) / picture.width, (height.maximum ?? Number.POSITIVE_INFINITY) / picture.height);
    const least = Math.max(1, (width.minimum ?? 1) / picture.width, (height.minimum ?? 1) / picture.height);
    const scale = most < 1 ? most : least;
    return sendable(schema, { ...values, width: onGrid(picture.width * scale, width), height: onGrid(picture.height * scale, height) });
  }
  const shape = fieldsOf(schema).find((field) => field.control === "shape");
  const nearest = shape?.shapes.reduce((best, one) => (apart(one, picture) < apart(best, picture) ? one : best));
  return sendable(schema, { ...values, ...nearest?.values });
}

function onGrid(value: number, { minimum, maximum, multipleOf = 1 }: Limits): number {
  const low = Math.ceil((minimum ?? multipleOf) / multipleOf) * multipleOf;
  const high = Math.floor((maximum ?? 16_384) / multipleOf) * multipleOf;
  return Math.min(high, Math.max(low, Math.round(value / multipleOf) * multipleOf));
}

/** How unlike two shapes are: 0 for the same proportions. */
function apart(a: { width: number; height: number }, b: { width: number; height: number }): number {
  return Math.abs(Math.log(a.width / a.height / (b.width / b.height)));
}
