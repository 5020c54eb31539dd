/** What a desktop needs in order to show tray icons: GNOME's extension, the tray in its panel, or a bar with a tray. */
export type TrayNeed = 'gnome-extension' | 'panel' | 'bar' | 'unknown';
