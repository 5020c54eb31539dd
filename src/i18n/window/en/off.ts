import { shared } from '../../en/shared.ts';

/** Printers that the user switches off. */
export const off = {
  title: 'Switched off',
  onPurpose: shared.offOnPurpose,
  onPurposeTitle: 'Show this printer as off until it connects again',
  onPurposeHint:
    'Shows this printer as off until it connects again. Until then you’re only notified if its connection stops working.',
  often: shared.oftenOff,
  oftenHint: 'Shows this printer as off whenever it’s disconnected, and never notifies you about that.',
  isOff: (name: string) => `${name} is off on purpose.`,
  isNotOff: (name: string) => `${name} is no longer off on purpose.`,
};
