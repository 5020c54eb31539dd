import type { Instant } from '../time.ts';
import type { KeptAlerts } from './alert-state.ts';
import type { Candidate } from './candidates.ts';
import { closed } from './observe.ts';

/** Returns a printer's alerts after the user was notified of `candidate` by the event `event`. */
export function keptAfter(kept: KeptAlerts, candidate: Candidate, event: Instant, at: Instant): KeptAlerts {
  const open = { at, event };
  switch (candidate.kind) {
    case 'disconnected':
      return { ...kept, open: { ...kept.open, loss: open }, disconnectedAt: [...kept.disconnectedAt.slice(-9), at] };
    case 'unstable':
      return { ...(kept.open.loss?.isOver === true ? closed(kept, 'loss') : kept), unstable: open };
    case 'recovered':
      return closed(kept, 'loss');
    case 'reconnect-needed':
      return { ...kept, open: { ...kept.open, refused: open } };
    case 'reconnect-healed':
      return closed(kept, 'refused');
    case 'perks-needed':
      return { ...kept, open: { ...kept.open, perks: open } };
    case 'perks-restored':
      return closed(kept, 'perks');
    case 'update-needed':
      return { ...kept, open: { ...kept.open, update: open } };
  }
}
