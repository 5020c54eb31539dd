import * as v from 'valibot';
import type { LinkName, Requests, ZoomStep } from '../contract/contract.ts';
import { printActions } from '../domain/print/print-action.ts';
import { printAlertKinds } from '../domain/print/print-alert.ts';
import type { PrinterId } from '../domain/printer.ts';
import { keepSecrets, signInChoices } from '../domain/results.ts';
import { alertTopics } from '../domain/settings.ts';
import { settingsFields } from '../domain/settings-schema.ts';
import { snoozeLengths } from '../domain/snooze.ts';
import { SECOND } from '../domain/time.ts';
import type { Budget } from './rate-limit.ts';

/** A schema's message for a printer that isn't in the list. */
export const notListed = 'unknown-printer';

/**
 * More than a person does by hand, and far less than a compromised page would: whatever has effects outside the app
 * (opening windows, notifications, the clipboard, OctoEverywhere) must be limited.
 */
export const budgets = {
  /** Windows of other programs: the browser, the file manager. */
  otherPrograms: { burst: 10, every: 2 * SECOND },
  fileDialogs: { burst: 10, every: 3 * SECOND },
  notifications: { burst: 12, every: 2 * SECOND },
  clipboard: { burst: 10, every: SECOND },
  /** Each covers the window until it is closed. */
  menus: { burst: 10, every: SECOND },
  /** Each sends a request to OctoEverywhere; enough for a whole farm added at once. */
  tokens: { burst: 300, every: 2 * SECOND },
  /** In addition to each printer's own limit: a check also retries a locked keychain. */
  checks: { burst: 30, every: SECOND },
  /** Each transfers some megabytes, and may count against a limit of the account. */
  pictures: { burst: 10, every: 3 * SECOND },
  /** Each creates an address at which anyone can watch a print. */
  links: { burst: 3, every: 20 * SECOND },
  /** Each opens a dialog and controls a machine. */
  printers: { burst: 6, every: 5 * SECOND },
  /** Each would restart the app. */
  restarts: { burst: 1, every: 60 * SECOND },
  /** Each may be a download. */
  updates: { burst: 5, every: 60 * SECOND },
} satisfies Readonly<Record<string, Budget>>;

export interface Channel<Name extends keyof Requests> {
  /** The complete argument list: none missing, none extra. */
  readonly takes: v.GenericSchema<unknown, Readonly<Parameters<Requests[Name]>>>;
  /** Null if the request affects nothing outside the app. */
  readonly budget: keyof typeof budgets | null;
}

/** Every request: a new one doesn't compile without its schema and its budget. */
export type Channels = { readonly [Name in keyof Requests]: Channel<Name> };

/** A schema of all names of a union: without one of them it doesn't compile. */
function oneOf<Name extends string>(names: Readonly<Record<Name, true>>) {
  return v.picklist(Object.keys(names) as Name[]);
}

const nothing = v.strictTuple([]);
const pasted = v.pipe(v.string(), v.maxLength(20_000));
const pixels = v.pipe(v.number(), v.minValue(0), v.maxValue(100_000));
const keep = v.picklist(keepSecrets);
const link = oneOf<LinkName>({
  perks: true,
  dashboard: true,
  support: true,
  'error-codes': true,
  'get-started': true,
  'whats-new': true,
});
const zoomStep = oneOf<ZoomStep>({ 'zoom-in': true, 'zoom-out': true, 'zoom-reset': true });

type Fields = typeof settingsFields;
type OptionalFields = { readonly [Name in keyof Fields]: v.ExactOptionalSchema<Fields[Name], undefined> };

const someSettings = v.strictObject(
  Object.fromEntries(
    Object.entries(settingsFields).map(([name, field]) => [name, v.exactOptional(field as v.GenericSchema)]),
  ) as OptionalFields,
);
/** At least one setting must be given: to the schema, an array, a date or a map is an empty object. */
const settingsChanges = v.pipe(
  someSettings,
  v.check((changes) => Object.keys(changes).length > 0),
);

/**
 * The arguments and rate limit of each request. A printer in the arguments must currently be in the list, according to
 * `isListed`.
 */
export function createChannels(isListed: (id: PrinterId) => boolean): Channels {
  const printer = v.pipe(v.string(), v.uuid(), v.check(isListed, notListed));
  const onePrinter = v.strictTuple([printer]);
  const printers = v.pipe(v.array(printer), v.minLength(1), v.maxLength(2_000));
  const printerOrNone = v.strictTuple([v.nullable(printer)]);
  return {
    'get-snapshot': { takes: nothing, budget: null },
    refresh: { takes: printerOrNone, budget: 'checks' },
    'refresh-printers': { takes: v.strictTuple([printers]), budget: 'checks' },
    'open-printer': { takes: onePrinter, budget: 'otherPrograms' },
    'open-link': { takes: v.strictTuple([link]), budget: 'otherPrograms' },
    'open-local-page': { takes: onePrinter, budget: 'otherPrograms' },
    'open-address-again': { takes: nothing, budget: 'otherPrograms' },
    'copy-address': { takes: nothing, budget: 'clipboard' },
    'copy-local-ip': { takes: onePrinter, budget: 'clipboard' },
    'copy-name': { takes: onePrinter, budget: 'clipboard' },
    'choose-in-printer-menu': { takes: v.strictTuple([printer, pixels, pixels]), budget: 'menus' },
    zoom: { takes: v.strictTuple([zoomStep]), budget: null },
    'add-printer': { takes: v.strictTuple([pasted, keep]), budget: 'tokens' },
    'reconnect-printer': { takes: v.strictTuple([printer, pasted, keep]), budget: 'tokens' },
    'start-sign-in': { takes: printerOrNone, budget: 'otherPrograms' },
    'cancel-sign-in': { takes: nothing, budget: null },
    'answer-sign-in': { takes: v.strictTuple([v.picklist(signInChoices)]), budget: 'tokens' },
    'open-sign-in-again': { takes: nothing, budget: 'otherPrograms' },
    'copy-sign-in-link': { takes: nothing, budget: 'clipboard' },
    'finish-first-steps': { takes: nothing, budget: null },
    'remove-printer': { takes: onePrinter, budget: null },
    'move-printer': { takes: v.strictTuple([printer, v.nullable(printer)]), budget: null },
    'mute-printer': { takes: v.strictTuple([printer, v.boolean()]), budget: null },
    'set-off-on-purpose': { takes: v.strictTuple([printer, v.boolean()]), budget: null },
    'mute-printers': { takes: v.strictTuple([printers, v.boolean()]), budget: null },
    'set-printers-off': { takes: v.strictTuple([printers, v.boolean()]), budget: null },
    'tag-printers': {
      takes: v.strictTuple([printers, v.pipe(v.string(), v.maxLength(200)), v.boolean()]),
      budget: null,
    },
    'set-watch-prints': { takes: v.strictTuple([printer, v.boolean()]), budget: null },
    'set-often-off': { takes: v.strictTuple([printer, v.boolean()]), budget: null },
    snooze: { takes: v.strictTuple([v.picklist([...snoozeLengths, 'end'])]), budget: null },
    'export-list': { takes: nothing, budget: 'fileDialogs' },
    'import-list': { takes: nothing, budget: 'fileDialogs' },
    'export-history': { takes: printerOrNone, budget: 'fileDialogs' },
    'get-days': { takes: nothing, budget: null },
    'get-history': { takes: onePrinter, budget: null },
    'get-gadget': { takes: onePrinter, budget: 'checks' },
    'get-webcam': {
      takes: v.strictTuple([
        printer,
        v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99))),
        v.boolean(),
      ]),
      budget: 'pictures',
    },
    'get-prints': { takes: onePrinter, budget: null },
    'export-prints': { takes: printerOrNone, budget: 'fileDialogs' },
    'share-print': { takes: onePrinter, budget: 'links' },
    'control-print': { takes: v.strictTuple([printer, v.picklist(printActions)]), budget: 'printers' },
    'change-settings': { takes: v.strictTuple([settingsChanges]), budget: null },
    'refresh-start-at-login': { takes: nothing, budget: null },
    'preview-notification': {
      takes: v.strictTuple([v.picklist([...alertTopics, ...printAlertKinds])]),
      budget: 'notifications',
    },
    'switch-demo': { takes: v.strictTuple([v.boolean()]), budget: 'restarts' },
    'get-about': { takes: nothing, budget: null },
    'open-data-folder': { takes: nothing, budget: 'otherPrograms' },
    'open-licences': { takes: nothing, budget: 'otherPrograms' },
    'remove-all-data': { takes: nothing, budget: 'fileDialogs' },
    'set-menu-entry': { takes: v.strictTuple([v.boolean()]), budget: null },
    'save-diagnostics': { takes: nothing, budget: 'fileDialogs' },
    'report-problem': { takes: nothing, budget: 'otherPrograms' },
    'restart-to-update': { takes: nothing, budget: 'restarts' },
    'look-for-update': { takes: nothing, budget: 'updates' },
    'bring-up-keychain': { takes: nothing, budget: 'checks' },
    'dismiss-notice': { takes: v.strictTuple([v.pipe(v.string(), v.maxLength(100))]), budget: null },
    'take-intent': { takes: nothing, budget: null },
  };
}
