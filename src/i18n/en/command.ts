/** What the command line says. */
export const command = {
  notRunning: 'OctoGlance is not running. Start it, then ask again.',
  noAnswer: 'OctoGlance runs but does not answer. Quit it and start it again.',
  help: `Usage: octoglance [flags]
       octoglance COMMAND

OctoGlance shows in the system tray whether your 3D printers can be reached through OctoEverywhere.

  status               ask the running app and print one line for each printer
  status --json        the same as one JSON line
  status --watch       go on with each change, with --json as JSON lines
  open NAME            open the printer’s page in the browser
  refresh [NAME]       check the printer now, or all of them
  names                print the names of the printers
  completion SHELL     print completions for bash, zsh or fish

Any part of a printer’s name will do, whatever its capitals.

  --show               open the window at start
  --hidden             open no window at start
  --demo               simulated printers; nothing is kept
  --status-stream      print each change as a JSON line, as long as the app runs
  --user-data-dir=DIR  keep everything in this folder
  --version            print the version
  --help, -h           print this

Flags of Chromium, such as --ozone-platform=wayland, are passed on to it.`,
  unknown: (argument: string) => `OctoGlance does not know ${argument}. “octoglance --help” lists what it knows.`,
  unknownMeant: (argument: string, meant: string) => `OctoGlance does not know ${argument}. Did you mean ${meant}?`,
  notAbsolute: (name: string, value: string) =>
    `${name} is not an absolute path and is not used: ${value}. The usual folder takes its place.`,
  noFolder: (name: string, value: string) =>
    `${name} names no folder that can be used: ${value}. The usual one takes its place.`,
  workingFolderGone: (folder: string) =>
    `The folder OctoGlance was started in is gone, so ${folder} leads nowhere. Start it from another folder, or give a path that begins with /.`,
  hangs: (processId: number | null) =>
    `OctoGlance is running already but does not answer. End it (${processId === null ? 'with its process' : `kill ${processId}`}), then start it again.`,
  noDisplay: 'OctoGlance needs a desktop: neither DISPLAY nor WAYLAND_DISPLAY is set here.',
};
