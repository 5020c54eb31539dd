import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { type LaunchOptions, prepare, RunningApp } from './spawn-app.ts';

/** An app driven by Playwright. */
export class DrivenApp extends RunningApp {
  readonly electron: ElectronApplication;

  constructor(electron: ElectronApplication, profile: string, record: string) {
    super(electron.process(), profile, record);
    this.electron = electron;
    const evaluate = electron.evaluate.bind(electron) as (...args: unknown[]) => Promise<unknown>;
    // V8 loses the result, not the effect, if the app collects its garbage at that moment.
    electron.evaluate = ((...args: unknown[]) =>
      evaluate(...args).catch((error) => {
        if (!String(error).includes('promise was garbage collected')) throw error;
        return evaluate(...args);
      })) as ElectronApplication['evaluate'];
  }

  /** Resolves to the open window, or the next one that opens. */
  async window(): Promise<Page> {
    return this.electron.windows().at(-1) ?? this.electron.waitForEvent('window', { timeout: 60_000 });
  }
}

/** Launches the app with Playwright attached to its main process and windows. */
export async function launchApp(options: LaunchOptions): Promise<DrivenApp> {
  const { program, args, env, profile, record } = await prepare(options);
  // Null, because Playwright would force the light theme instead of the desktop's.
  const electron = await _electron.launch({ executablePath: program, args, env, colorScheme: null, timeout: 60_000 });
  return new DrivenApp(electron, profile, record);
}
