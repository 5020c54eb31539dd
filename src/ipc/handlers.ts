import { ipcMain } from 'electron';
import * as v from 'valibot';
import { settingsFields } from '../storage/settings-store.ts';
import type { Requests } from './contract.ts';

/** What the main process does for each request; may take its time. */
export type RequestHandlers = {
  readonly [Name in keyof Requests]: (
    ...args: Parameters<Requests[Name]>
  ) => ReturnType<Requests[Name]> | Promise<ReturnType<Requests[Name]>>;
};

const printerId = v.pipe(v.string(), v.uuid());
const pasted = v.pipe(v.string(), v.maxLength(20_000));
const keep = v.picklist(['keychain', 'until-quit']);

const argumentsOf = {
  'get-snapshot': v.tuple([]),
  refresh: v.tuple([v.nullable(printerId)]),
  'open-printer': v.tuple([printerId]),
  'open-link': v.tuple([v.picklist(['perks', 'dashboard', 'support', 'error-codes', 'get-started'])]),
  'open-local-page': v.tuple([printerId]),
  'copy-local-ip': v.tuple([printerId]),
  'add-printer': v.tuple([pasted, keep]),
  'reconnect-printer': v.tuple([printerId, pasted, keep]),
  'start-sign-in': v.tuple([v.nullable(printerId)]),
  'cancel-sign-in': v.tuple([]),
  'answer-sign-in': v.tuple([v.picklist(['replace', 'add', 'try-again', 'until-quit'])]),
  'remove-printer': v.tuple([printerId]),
  'move-printer': v.tuple([printerId, v.nullable(printerId)]),
  'mute-printer': v.tuple([printerId, v.boolean()]),
  snooze: v.tuple([v.picklist(['hour', 'until-tomorrow', 'end'])]),
  'export-list': v.tuple([]),
  'import-list': v.tuple([]),
  'get-days': v.tuple([]),
  'get-past': v.tuple([printerId]),
  'change-settings': v.tuple([v.partial(v.strictObject(settingsFields))]),
  'preview-notification': v.tuple([
    v.picklist(['disconnected', 'recovered', 'reconnect', 'perks', 'update', 'service']),
  ]),
  'switch-demo': v.tuple([v.boolean()]),
  'get-about': v.tuple([]),
  'open-data-folder': v.tuple([]),
  'open-licences': v.tuple([]),
  'dismiss-notice': v.tuple([v.pipe(v.string(), v.maxLength(100))]),
  'take-intent': v.tuple([]),
} satisfies { [Name in keyof Requests]: v.GenericSchema<unknown, unknown> };

/**
 * Answers the window's requests. A message from anything but the app's own page, or with arguments that do not fit the
 * contract, is refused with an error that carries nothing of what was sent.
 */
export function answerRequests(
  handlers: RequestHandlers,
  isOwnPage: (frame: Electron.WebFrameMain | null) => boolean,
): void {
  for (const name of Object.keys(argumentsOf) as (keyof Requests)[]) {
    const handler = handlers[name] as (...args: unknown[]) => unknown;
    ipcMain.handle(name, (event, ...args: unknown[]) => {
      if (!isOwnPage(event.senderFrame)) throw new Error(`${name}: refused, unknown sender`);
      const checked = v.safeParse(argumentsOf[name], args);
      if (!checked.success) throw new Error(`${name}: refused, arguments do not fit`);
      return handler(...(checked.output as unknown[]));
    });
  }
}

/** electron-store answers any page with the profile's path, on a channel it opens at the first write; nobody here asks. */
const foreignChannel = 'electron-store-get-data';

/** Keeps the window's requests the only way in, whatever channels libraries open. */
export function closeForeignChannels(): void {
  ipcMain.on('newListener', (name: unknown) => {
    if (name === foreignChannel) setImmediate(() => ipcMain.removeAllListeners(foreignChannel));
  });
}
