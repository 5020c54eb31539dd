import type { PrinterLimits } from '../../src/domain/connection-info.ts';

/**
 * Returns the limits that several printers have in common; null if they differ or fewer than two are known. Printers
 * whose limits aren't known yet don't count.
 */
export function limitsOfAll(limits: readonly (PrinterLimits | null)[]): PrinterLimits | null {
  const [first, second, ...others] = limits.filter((one) => one !== null);
  if (first === undefined || second === undefined) return null;
  return [second, ...others].every((one) => areSame(first, one)) ? first : null;
}

function areSame(one: PrinterLimits, other: PrinterLimits): boolean {
  const parts = Object.keys(one) as (keyof PrinterLimits)[];
  return parts.every((part) => one[part] === other[part]);
}
