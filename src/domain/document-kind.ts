/** The kinds of files the app keeps. */
export type DocumentKind =
  | 'settings'
  | 'printers'
  | 'leftovers'
  | 'additions'
  | 'told'
  | 'history'
  | 'window'
  | 'updates';
