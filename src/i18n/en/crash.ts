import type { Message } from '../../domain/message.ts';

const error: Message = {
  title: 'Something in OctoGlance went wrong',
  text: 'It goes on watching your printers. If something looks wrong, quit and start it again; “Save diagnostics…” in Settings writes what a report needs.',
  smallPrint: null,
};

const restarted: Message = {
  title: 'OctoGlance started itself again',
  text: 'Too much had gone wrong at once. It watches your printers again; “Save diagnostics…” in Settings writes what a report needs.',
  smallPrint: null,
};

const window: Message = {
  title: 'The window was closed',
  text: 'It failed twice within a minute. Your printers are watched all the same; open it again from the tray when you need it. If it stays away, quit OctoGlance and start it again.',
  smallPrint: null,
};

const noStart = {
  title: 'OctoGlance could not start',
  text: (logFolder: string) =>
    `Your printers and settings are as they were. Start it again; if that does not help, install it again. What went wrong is in the log:\n${logFolder}`,
  fileInPlace: (folder: string) =>
    `There is a file where the folder of its data should be. Move the file away and start OctoGlance again:\n${folder}`,
};

/** Faults of the app itself. */
export const crash = { error, restarted, window, noStart };
