/** What a desktop that shows no tray icons lacks: a bar with a tray, the tray in its panel, or GNOME's extension. */
export type TrayNeed = 'gnome-extension' | 'panel' | 'bar' | 'unknown';
