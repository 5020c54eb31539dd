import type { Variant as LibraryVariant } from '@jellybrick/dbus-next';

/** A value with its D-Bus type, as in the `a{sv}` of options and hints. */
export class Variant {
  readonly signature: string;
  readonly value: unknown;

  constructor(signature: string, value: unknown) {
    this.signature = signature;
    this.value = value;
  }
}

type Wrap = new (signature: string, value: unknown) => LibraryVariant;

/** Converts a value to the library's form. */
export function toWire(value: unknown, wrap: Wrap): unknown {
  if (value instanceof Variant) return new wrap(value.signature, toWire(value.value, wrap));
  if (Buffer.isBuffer(value)) return value;
  if (Array.isArray(value)) return value.map((one) => toWire(one, wrap));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toWire(one, wrap)]));
}

/** Converts a received value, dropping the variants around its parts. */
export function fromWire(value: unknown, wrap: Wrap): unknown {
  if (value instanceof wrap) return fromWire(value.value, wrap);
  if (Buffer.isBuffer(value)) return value;
  if (Array.isArray(value)) return value.map((one) => fromWire(one, wrap));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fromWire(one, wrap)]));
}
