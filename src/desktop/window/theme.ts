import { nativeTheme } from 'electron';
import type { Theme } from '../../domain/settings.ts';

/** Sets the theme of the window and of everything Chromium draws in it. */
export function setTheme(theme: Theme): void {
  nativeTheme.themeSource = theme;
}
