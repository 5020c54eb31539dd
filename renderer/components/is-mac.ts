/** Whether the app runs on macOS. */
export const isMac = /\bMacintosh\b/.test(navigator.userAgent);
