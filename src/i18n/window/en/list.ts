/** The list of printers: its order, its groups, what is said when a key or a button did something. */
export const list = {
  order: 'Order',
  orders: { 'needs-you-first': 'Needs you first', 'by-state': 'By state', own: 'Own order' },
  needsYou: 'Needs you',
  others: 'The others',
  all: 'Printers',
  since: (clock: string) => `since ${clock}`,
  checking: (name: string) => `Checking ${name} now.`,
  checkingAll: 'Checking all printers now.',
};
