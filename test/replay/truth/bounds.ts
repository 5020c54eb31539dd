import { type Said, said } from './seconds.ts';

/** Intervals in seconds, as the product promises them (API §5) and with the 5 % by which chance may lengthen them. */
export function boundsFor(poll: number) {
  const lengthened = (interval: number) => 1.05 * Math.max(interval, poll) + 1;
  const look = lengthened(poll);
  const together = 20;
  return {
    /** Between two looks in turn. */
    look,
    /** To an answer out of turn and its notification: two looks 10 s apart and the time answers take. */
    tellIn: 15 + together,
    /** For others that may join the same notification: they are looked at in turn first. */
    joining: look + 2 * together,
    /** The longest pause after trouble of the service. */
    backOff: lengthened(480) + 15,
    /** How long after something was said the next look may come. */
    after: (what: Said): number => {
      switch (what) {
        case said.connected:
        case said.gone:
          return look;
        case said.perks:
          return lengthened(600);
        case said.update:
          return lengthened(480) + 15;
        case said.refused:
          return lengthened(3_600);
      }
    },
  };
}

export type Bounds = ReturnType<typeof boundsFor>;

/** Refusals are believed after this long; when all printers are refused at once, after `allRefused`. */
export const confirm = 60;
export const allRefused = 600;
/** A recovery has to hold this long. */
export const hold = 30;
export const hour = 3_600;
/** Silence of the service is told after this long. */
export const patience = 900;
