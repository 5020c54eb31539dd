import type { Bounds } from './bounds.ts';
import type { Seconds } from './seconds.ts';

export interface Visibility {
  /** By second: since when answers could be had without a break, with the pause that trouble leaves behind; ∞ while they cannot. */
  readonly since: Float64Array;
  /** How often answers stopped coming. */
  readonly disturbances: number;
}

/** When the app could know anything at all: the computer awake, its network up, the service answering. */
export function visibilityOf({ end, awake, network, serviceOk }: Seconds, { backOff }: Bounds): Visibility {
  const visible = new Float64Array(end + 1);
  let since = 0;
  let disturbances = 0;
  let serviceTrouble = false;
  for (let at = 0; at <= end; at += 1) {
    const answers = awake[at] === 1 && network[at] === 1 && serviceOk[at] === 1;
    if (!answers) {
      if (since !== Number.POSITIVE_INFINITY) disturbances += 1;
      if (serviceOk[at] !== 1) serviceTrouble = true;
      since = Number.POSITIVE_INFINITY;
    } else if (since === Number.POSITIVE_INFINITY) {
      since = at + (serviceTrouble ? backOff : 0);
      serviceTrouble = false;
    }
    visible[at] = since;
  }
  return { since: visible, disturbances };
}
