/** The kinds of files the app keeps. */
export type DocumentKind =
  | 'settings'
  | 'printers'
  | 'leftovers'
  | 'additions'
  | 'sign-in'
  | 'told'
  | 'prints'
  | 'history'
  | 'window'
  | 'updates';
