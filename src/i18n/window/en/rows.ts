/** The rows of the list: buttons, captions, and accessible names of buttons. */
export const rows = {
  /** A button’s text, and the printer it is for. */
  named: (label: string, printer: string) => `${label}: ${printer}`,
  open: 'Open',
  learnMore: 'Learn more',
  setUpGuide: 'Setup guide',
  sortAgain: (count: number) => `${count} changed: sort again`,
  nameCopied: 'Name copied.',
  day: '24 h',
};
