/**
 * What notifications say. Where a text is about one printer or several, `one` takes its name, `several` how many there are
 * and their names in a row; `since` is a moment on the user's clock.
 */
export const alerts = {
  since: (clock: string) => `since ${clock}`,
  /** Of several printers, at different times. */
  firstSince: (clock: string) => `the first since ${clock}`,
  whileOff: 'While notifications were off',
  /** "Voron disconnected, since 14:05" */
  line: (title: string, since: string) => `${title}, ${since}`,
  lineOf: (title: string, names: string, since: string) => `${title}: ${names}, ${since}`,
  disconnected: {
    one: (name: string, since: string) => ({
      title: `${name} disconnected`,
      body: `Not connected to OctoEverywhere ${since}.`,
    }),
    several: (count: number, names: string, since: string) => ({
      title: `${count} printers disconnected`,
      body: `${names}, ${since}.`,
    }),
    every: (count: number, names: string, since: string) => ({
      title: `All ${count} printers disconnected`,
      body: `${names}, ${since}. OctoEverywhere may be having trouble.`,
    }),
  },
  recovered: {
    one: (name: string, since: string) => ({
      title: `${name} connected again`,
      body: `Connected to OctoEverywhere ${since}.`,
    }),
    several: (count: number, names: string, since: string) => ({
      title: `${count} printers connected again`,
      body: `${names}, ${since}.`,
    }),
    /** Of those that were lost together. */
    some: (count: number, total: number, names: string, since: string) => ({
      title: `${count} of ${total} printers connected again`,
      body: `${names}, ${since}.`,
    }),
  },
  unstable: {
    one: (name: string) => ({
      title: `${name} keeps dropping`,
      body: 'It keeps losing its connection. You’ll only hear about it again if it stays disconnected.',
    }),
    several: (count: number, names: string) => ({
      title: `${count} printers keep dropping`,
      body: `${names} keep losing their connection. You’ll only hear about them again if they stay disconnected.`,
    }),
  },
  reconnectNeeded: {
    one: (name: string) => ({
      title: `Reconnect needed: ${name}`,
      body: 'This connection no longer works. Click to connect the printer again.',
    }),
    several: (count: number, names: string) => ({
      title: `Reconnect needed for ${count} printers`,
      body: `The connections of ${names} no longer work. Click to connect them again.`,
    }),
  },
  reconnectHealed: {
    one: (name: string) => ({
      title: `${name}: the connection works again`,
      body: 'OctoEverywhere accepts it again. Nothing has to be done.',
    }),
    several: (count: number, names: string) => ({
      title: `${count} connections work again`,
      body: `OctoEverywhere accepts the connections of ${names} again. Nothing has to be done.`,
    }),
  },
  perksNeeded: (names: string) => ({
    title: 'Supporter Perks needed',
    body: `OctoEverywhere answers no questions about ${names} until the account has Supporter Perks again. Click to read more.`,
  }),
  perksRestored: (names: string) => ({
    title: 'Supporter Perks are back',
    body: `OctoGlance watches ${names} again.`,
  }),
  updateNeeded: {
    one: (name: string) => ({
      title: `Plugin update needed: ${name}`,
      body: 'Update the OctoEverywhere plugin on this printer.',
    }),
    several: (count: number, names: string) => ({
      title: `Plugin update needed on ${count} printers`,
      body: `Update the OctoEverywhere plugin on ${names}.`,
    }),
  },
  serviceUnreachable: (since: string) => ({
    title: 'OctoEverywhere can’t be reached',
    body: `No answer ${since}. Your printers may be fine; OctoGlance keeps asking.`,
  }),
  serviceReachable: {
    title: 'OctoEverywhere answers again',
    body: 'OctoGlance watches your printers again.',
  },
  /** It has happened several times within the hour. */
  repeated: (body: string) =>
    `${body} This keeps happening: you’ll hear about it every 30 minutes at most until it’s stable.`,
  /** Stands for a printer in a notification that is only shown to see what it looks like. */
  previewPrinter: 'Example printer',
  preview: (body: string) => `${body} (Preview: nothing has happened.)`,
};
