import { nativeTheme } from 'electron';
import type { Theme } from '../../domain/settings.ts';

/** Has the window, and what Chromium draws in it, follow the theme. */
export function setTheme(theme: Theme): void {
  nativeTheme.themeSource = theme;
}
