import type { GadgetActivity } from '../../../domain/print/gadget.ts';
import type { PrintResult } from '../../../domain/print/print.ts';
import type { PrintAction } from '../../../domain/print/print-action.ts';
import type { PrintStateKind, UnavailableReason } from '../../../domain/print/print-status.ts';

/** The print in a printer’s details. */
export const printDetails = {
  title: 'Print',
  states: {
    unknown: 'Not known yet',
    idle: 'Nothing is printing',
    'warming-up': 'Warming up',
    printing: 'Printing',
    paused: 'Paused',
    finishing: 'Finishing',
    finished: 'Print finished',
    failed: 'Print failed',
    cancelled: 'Print cancelled',
    'not-answering': 'Printer not responding',
    'no-login': 'Printer refuses its access code',
    'not-available': 'Prints can’t be shown',
  } satisfies Readonly<Record<PrintStateKind, string>>,
  notAnswering:
    'Its plugin is connected to OctoEverywhere, but the printer itself isn’t responding. It may be off, or its firmware may have crashed.',
  noLogin: 'The access code or login its plugin uses is no longer valid. Update it in the plugin’s settings.',
  unavailable: {
    'no-credentials': 'This connection was set up without access to prints. Sign in again to see them.',
    'credentials-refused':
      'OctoEverywhere no longer accepts this connection’s access to prints. Sign in again to see them.',
    'perks-needed': 'The account has no Supporter Perks right now. You’ll see prints again once they’re back.',
    'update-needed': 'The OctoEverywhere plugin on this printer is too old. Update it to see prints.',
    'not-supported': 'This printer doesn’t report its prints.',
  } satisfies Readonly<Record<UnavailableReason, string>>,
  signInAgain: 'Sign in again to see prints',
  last: (file: string) => `Last: ${file}`,
  results: {
    finished: 'Finished',
    failed: 'Failed',
    cancelled: 'Cancelled',
    unknown: 'Ended',
  } satisfies Readonly<Record<PrintResult, string>>,
  /** Each opens a system dialog for confirmation. */
  actions: { pause: 'Pause…', resume: 'Resume…', cancel: 'Cancel print…' } satisfies Readonly<
    Record<PrintAction, string>
  >,
  history: 'Prints of the last 90 days',
  allPrints: (count: number) => `Show all ${count} prints`,
  result: 'Result',
  share: 'Share this print…',
  picture: (printer: string) => `Webcam picture: ${printer}`,
  newPicture: 'Take a new picture',
  loadingPicture: 'Loading the webcam’s picture…',
  webcam: 'Webcam',
  webcamNumber: (number: number) => `Webcam ${number}`,
  brokenPicture: { title: 'No picture', text: 'The webcam’s picture is damaged.', smallPrint: null },
  progress: 'Progress',
  file: 'File',
  left: 'Time left',
  /** In a row, after the status: "(1 h 20 min left)". */
  leftShort: (length: string) => `(${length} left)`,
  done: 'Done',
  around: (moment: string) => `around ${moment}`,
  elapsed: 'Elapsed',
  took: 'Duration',
  ended: 'Ended',
  layer: 'Layer',
  layerOf: (layer: string, total: string) => `${layer} of ${total}`,
  hotend: 'Hotend',
  bed: 'Bed',
  chamber: 'Chamber',
  /** Degrees Celsius. */
  celsius: (degrees: string) => `${degrees} °C`,
  celsiusOf: (degrees: string, target: string) => `${degrees} of ${target} °C`,
  targetOnly: (target: string) => `target ${target} °C`,
  says: 'Printer says',
  gadget: 'Gadget',
  gadgetStates: {
    'off-for-account': 'Off',
    'off-for-print': 'Off for this print',
    idle: 'Idle',
    watching: 'Watching',
    'paused-print': 'Paused the print',
  } satisfies Readonly<Record<GadgetActivity, string>>,
  gadgetSays: (state: string, label: string) => `${state}: ${label}`,
};
