/** The kinds of files the app keeps. */
export type DocumentKind = 'settings' | 'printers' | 'leftovers' | 'told' | 'history' | 'window' | 'updates';
