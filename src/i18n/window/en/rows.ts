/** The rows of the list: their buttons, their small captions, and what a button is called for those who only hear it. */
export const rows = {
  /** A button’s words, and the printer it is for. */
  named: (label: string, printer: string) => `${label}: ${printer}`,
  open: 'Open',
  learnMore: 'Learn more',
  setUpGuide: 'Setup guide',
  sortAgain: (count: number) => `${count} changed: sort again`,
  nameCopied: 'Name copied.',
  day: '24 h',
};
