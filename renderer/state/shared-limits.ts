import { computed } from '@preact/signals';
import type { PrinterLimits } from '../../src/domain/connection-info.ts';
import { printerIds, viewOf } from './fleet.ts';
import { limitsOfAll } from './limits-of-all.ts';

/** The account's limits if they are the same for all printers, see `limitsOfAll`. */
export const sharedLimits = computed<PrinterLimits | null>(() =>
  limitsOfAll(printerIds.value.map((id) => viewOf(id)?.value.limits ?? null)),
);
