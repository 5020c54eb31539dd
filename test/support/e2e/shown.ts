import type { DrivenApp } from '../app/app.ts';

/** What the window shows and where, queried in the main process: the test loses its connection to a crashed page. */
export const shown = (app: DrivenApp) =>
  app.electron.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return null;
    const { webContents } = window;
    // A page that is being closed never replies.
    const late = new Promise<string>((resolve) => setTimeout(resolve, 1_000, ''));
    const requested = webContents.executeJavaScript('document.body.innerText');
    const text = webContents.isCrashed() ? '' : String(await Promise.race([requested, late]).catch(() => ''));
    return { text, bounds: window.getBounds(), pid: webContents.getOSProcessId() };
  });
