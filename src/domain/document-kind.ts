/** The kinds of files the app stores. */
export type DocumentKind =
  | 'settings'
  | 'printers'
  | 'pending-deletions'
  | 'additions'
  | 'sign-in'
  | 'alert-state'
  | 'prints'
  | 'history'
  | 'print-history'
  | 'window'
  | 'updates'
  | 'region';
