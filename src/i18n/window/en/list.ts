/** The printer list: its order, its groups, and announcements to screen readers. */
export const list = {
  order: 'Sort by',
  orders: {
    'needs-you-first': 'Needs attention first',
    'by-state': 'Status',
    'done-next': 'Finishing next',
    own: 'My order',
  },
  needsYou: 'Needs attention',
  others: 'Others',
  all: 'Printers',
  since: (clock: string) => `since ${clock}`,
  checking: (name: string) => `Checking ${name}…`,
  checkingAll: 'Checking all printers…',
};
