import { namelessPrinter, sanitizedName } from '../sanitize-name.ts';

/** The fields of a JSON object, with any values. */
export type Fields = Readonly<Record<string, unknown>>;

/** Returns the fields of a value; none if it is not an object. */
export function fieldsOf(value: unknown): Fields {
  return isObject(value) ? (value as Fields) : {};
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns an own field of the object; inherited properties do not count. */
export function fieldIn(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

const decimal = /^[+-]?\d{1,30}(\.\d{1,30})?(e[+-]?\d{1,3})?$/i;

/** Returns a number from `least` to `most`, possibly from a string; null for anything else. */
export function numberIn(fields: Fields, name: string, least: number, most: number): number | null {
  const reported = fieldIn(fields, name);
  const value = typeof reported === 'string' && decimal.test(reported.trim()) ? Number(reported) : reported;
  return typeof value === 'number' && value >= least && value <= most ? value : null;
}

/** Like {@link numberIn}, rounded down. */
export function wholeNumberIn(fields: Fields, name: string, least: number, most: number): number | null {
  const value = numberIn(fields, name, least, most);
  return value === null ? null : Math.floor(value);
}

/** Returns a text as one line of at most 200 harmless characters; null when nothing in it is visible. */
export function textIn(fields: Fields, name: string): string | null {
  const reported = fieldIn(fields, name);
  if (typeof reported !== 'string' || reported.trim() === '') return null;
  const line = sanitizedName(reported);
  return line === namelessPrinter && !reported.includes(namelessPrinter) ? null : line;
}

/** Returns a boolean, possibly from a string; null for anything else. */
export function flagIn(fields: Fields, name: string): boolean | null {
  const reported = fieldIn(fields, name);
  const text = typeof reported === 'string' ? reported.trim().toLowerCase() : reported;
  if (text === true || text === 'true') return true;
  return text === false || text === 'false' ? false : null;
}
