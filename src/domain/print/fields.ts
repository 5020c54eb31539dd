import { namelessPrinter, sanitizedName } from '../sanitize-name.ts';

/** The fields of a JSON object, whatever they hold. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of any value; none for what is no object. */
export function fieldsOf(value: unknown): Fields {
  return isObject(value) ? (value as Fields) : {};
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of that very name; not what every object inherits. */
export function fieldIn(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

const decimal = /^[+-]?\d{1,30}(\.\d{1,30})?(e[+-]?\d{1,3})?$/i;

/** A number from `least` to `most`, also one in a string; null for anything else. */
export function numberIn(fields: Fields, name: string, least: number, most: number): number | null {
  const reported = fieldIn(fields, name);
  const value = typeof reported === 'string' && decimal.test(reported.trim()) ? Number(reported) : reported;
  return typeof value === 'number' && value >= least && value <= most ? value : null;
}

/** The same, without what stands behind the point. */
export function wholeNumberIn(fields: Fields, name: string, least: number, most: number): number | null {
  const value = numberIn(fields, name, least, most);
  return value === null ? null : Math.floor(value);
}

/** A text as one line of harmless characters, at most 200; null when there is nothing to see in it. */
export function textIn(fields: Fields, name: string): string | null {
  const reported = fieldIn(fields, name);
  if (typeof reported !== 'string' || reported.trim() === '') return null;
  const line = sanitizedName(reported);
  return line === namelessPrinter && !reported.includes(namelessPrinter) ? null : line;
}

/** True or false, also in a string; null for anything else. */
export function flagIn(fields: Fields, name: string): boolean | null {
  const reported = fieldIn(fields, name);
  const text = typeof reported === 'string' ? reported.trim().toLowerCase() : reported;
  if (text === true || text === 'true') return true;
  return text === false || text === 'false' ? false : null;
}
