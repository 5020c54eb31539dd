/** Terminal output of the commands that take a printer's name, of completions and of `status --watch`. */
export const terminal = {
  opening: (name: string) => `Opening the page of ${name} in the browser.`,
  refreshing: (name: string) => `Checking ${name} now.`,
  refreshingAll: 'Checking all printers now.',
  noPrinters: 'No printers yet. Add one in the window.',
  whichPrinter: (names: string) => `Which printer? ${names}.`,
  several: (typed: string, names: string) => `“${typed}” matches several printers: ${names}. Type more of the name.`,
  sameName: (name: string, count: number) =>
    `${count} printers are called ${name}. Use the id instead; “octoglance status --json” lists them.`,
  unknown: (typed: string, names: string) => `There’s no printer called “${typed}”. You have ${names}.`,
  unknownMeant: (typed: string, meant: string) => `There’s no printer called “${typed}”. Did you mean ${meant}?`,
  mistyped: (typed: string, meant: string) =>
    `“${typed}” isn’t a command. Did you mean “octoglance ${meant}”? “octoglance --help” lists them all.`,
  stopped: 'OctoGlance has been quit.',
  shells: (typed: string) =>
    typed === ''
      ? 'Which shell? Completions exist for bash, zsh and fish.'
      : `There are no completions for ${typed}, only for bash, zsh and fish.`,
};
