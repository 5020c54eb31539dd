import type { Message } from '../../domain/message.ts';

const error: Message = {
  title: 'Something went wrong in OctoGlance',
  text: 'It’s still watching your printers. If anything looks off, quit and restart it. To report this, use “Save diagnostics…” in Settings.',
  smallPrint: null,
};

const restarted: Message = {
  title: 'OctoGlance restarted itself',
  text: 'Too many errors happened at once. It’s watching your printers again. To report this, use “Save diagnostics…” in Settings.',
  smallPrint: null,
};

const window: Message = {
  title: 'The window was closed',
  text: 'It crashed twice within a minute. Your printers are still being watched. Reopen it from the tray; if that fails, quit OctoGlance and restart it.',
  smallPrint: null,
};

const noStart = {
  title: 'OctoGlance couldn’t start',
  text: (logFolder: string) =>
    `Your printers and settings are unchanged. Try starting it again; if that doesn’t help, reinstall it. Details are in the log:\n${logFolder}`,
  fileInPlace: (folder: string) =>
    `A file is in the way of OctoGlance’s data folder. Move it somewhere else and start OctoGlance again:\n${folder}`,
};

/** Errors of the app itself. */
export const crash = { error, restarted, window, noStart };
